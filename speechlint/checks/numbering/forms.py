"""How the rules about a marker's form report it."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.form_readings import MarkerForm, Mistake
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context
from speechlint.text.span import Span

# What is no mistake in Taiwan, Hong Kong and Macao.
_MAINLANDS = (Mistake.ARABIC_MARK, Mistake.HALF_WIDTH, Mistake.ORDINAL_MARK)


def forms_of(ctx: Context, mistake: Mistake) -> Iterator[MarkerForm]:
    """The draft's markers with this mistake, in order."""
    for form in ctx.document.marker_forms:
        if form.mistake is mistake and not _is_at_home(ctx, form):
            yield form


def _is_at_home(ctx: Context, form: MarkerForm) -> bool:
    """Whether texts like this one write the marker so, by norms of their own: 1、 and (一), and 1. with a blank."""
    usual = form.mistake in _MAINLANDS or (form.mistake is Mistake.BLANK and form.right[0] in "123456789")
    return usual and ctx.document.is_written_elsewhere


def report_form(ctx: Context, form: MarkerForm, remark: Bilingual, severity: Severity | None = None) -> Diagnostic:
    """The finding for one marker, with the safe fix that writes it as it should be; `remark` says why.

    Its severity is the rule's where none is given.
    """
    word = form.span.of(ctx.text)
    return ctx.found(
        form.span,
        Bilingual(f"“{word}”应为“{form.right}”：{remark.zh}", f"“{word}” should be “{form.right}”: {remark.en}"),
        severity=severity,
        fix=ctx.fix(
            Bilingual(f"改为“{form.right}”", f"write “{form.right}”"),
            _edits(form.span, word, form.right),
            Applicability.SAFE,
        ),
    )


def _edits(span: Span, word: str, right: str) -> list[Edit]:
    """What turns the one into the other; where they are equally long, only the characters that differ."""
    if len(word) != len(right):
        return [Edit(span, right)]
    pairs = enumerate(zip(word, right, strict=True), span.start)
    return [Edit(Span(at, at + 1), wanted) for at, (given, wanted) in pairs if given != wanted]
