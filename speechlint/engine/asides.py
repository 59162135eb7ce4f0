"""Word files: what stands beside the body is checked on its own, and what cannot be written is not offered as a fix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from speechlint.config.select import Active
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport, Suppressed
from speechlint.formats.source import Source
from speechlint.text.span import Span


def stretches(source: Source) -> tuple[Source, Source | None]:
    """The body, and what stands beside it (headers, footers, notes, text boxes), None where nothing does."""
    if source.origin is None or source.origin.aside >= len(source.text):
        return source, None
    aside = source.origin.aside
    body = tuple(block for block in source.blocks if block.start < aside)
    beside = tuple(block._replace(start=block.start - aside) for block in source.blocks[len(body) :])
    return (
        replace(source, text=source.text[:aside], origin=None, blocks=body),
        replace(source, text=source.text[aside:], origin=None, blocks=beside),
    )


def for_asides(rules: Iterable[Active]) -> tuple[Active, ...]:
    """The rules for what stands beside the body.

    It has no beginning, end or shape of its own; and what a page repeats is at home there, not foreign matter.
    """
    return tuple(active for active in rules if (not active.card.whole or active.card.aside) and not active.card.covers)


def together(source: Source, body: FileReport, aside: FileReport) -> FileReport:
    """One report on the source from those on its two stretches."""
    by = len(body.source.text)
    return FileReport(
        source,
        (*body.kept, *(_shifted(diagnostic, by) for diagnostic in aside.kept)),
        (*body.suppressed, *(Suppressed(_shifted(diagnostic, by), reason) for diagnostic, reason in aside.suppressed)),
        (),
        (*body.failures, *aside.failures),
    )


def writable(source: Source, found: Sequence[Diagnostic], language: Language) -> tuple[Diagnostic, ...]:
    """The findings; a fix that cannot be written into the file becomes a suggestion, with a note that says why."""
    return tuple(_writable(source, diagnostic, language) for diagnostic in found)


def _writable(source: Source, diagnostic: Diagnostic, language: Language) -> Diagnostic:
    fix = diagnostic.fix
    if fix is None or source.origin is None:
        return diagnostic
    reason = source.origin.refusal(fix.edits)
    if reason is None:
        return diagnostic
    shown = replace(fix, applicability=Applicability.DISPLAY)
    note = Bilingual(*reason).into(language)
    return replace(diagnostic, fix=None, suggestions=(shown, *diagnostic.suggestions), notes=(*diagnostic.notes, note))


def _shifted(diagnostic: Diagnostic, by: int) -> Diagnostic:
    return replace(
        diagnostic,
        span=_moved(diagnostic.span, by),
        fix=None if diagnostic.fix is None else _shifted_fix(diagnostic.fix, by),
        suggestions=tuple(_shifted_fix(fix, by) for fix in diagnostic.suggestions),
    )


def _shifted_fix(fix: Fix, by: int) -> Fix:
    return replace(fix, edits=tuple(Edit(_moved(span, by), content) for span, content in fix.edits))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
