"""How the rules about a marker's form report it."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.form_readings import MarkerForm, Mistake
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context
from speechlint.text.span import Span


def forms_of(ctx: Context, mistake: Mistake) -> Iterator[MarkerForm]:
    """The draft's markers with this mistake, in order."""
    return (form for form in ctx.document.marker_forms if form.mistake is mistake)


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
