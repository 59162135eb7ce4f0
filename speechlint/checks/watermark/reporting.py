"""How the rules on site residue speak: what was found, and the deletion that mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from speechlint.document.cuts import LOSSES
from speechlint.document.residue import Residue
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context
from speechlint.text.charsets import BLANKS
from speechlint.text.span import Span

CERTAIN = 6
_LONGEST_QUOTE = 24


def report_residue(
    ctx: Context,
    what: Bilingual,
    *,
    lost: Callable[[str], str | None] | None = None,
    doubtful: Callable[[Residue], bool] | None = None,
) -> Iterator[Diagnostic]:
    """One finding for each stretch of residue whose kind is the rule's name. `what` says what such a stretch is.

    `lost` gives, from the words of the stretch, how much of the text is missing there (`863字`), or None where they do
    not say; then the finding and its fix say so too. What is `doubtful` is a hint.
    """
    kind = ctx.rule.id.partition("/")[2]
    for residue in ctx.document.residue:
        if residue.kind != kind:
            continue
        words = residue.span.of(ctx.text)
        quoted = words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 4]}……"
        missing = lost(words) if lost is not None else None
        severity = ctx.rule.severity if residue.score >= CERTAIN else Severity.WARNING
        yield ctx.found(
            residue.span,
            Bilingual(
                f"“{quoted}”是{what.zh}，不是正文；应删去", f"“{quoted}” is {what.en}, no part of the text; delete it"
            ),
            severity=Severity.HINT if doubtful is not None and doubtful(residue) else severity,
            fix=ctx.fix(_title(residue, missing), [Edit(cut(ctx, residue), "")], _sure(ctx, residue)),
            notes=_notes(missing) if lost is not None else (),
        )


def cut(ctx: Context, residue: Residue) -> Span:
    """What goes with the residue: its lines with their ends, or the stretch and the blanks in front of a line's end."""
    lines, text = ctx.document.lines, ctx.text
    if residue.lines:
        return lines.whole(residue.lines[0], residue.lines[-1])
    start, end = residue.span
    line = lines[lines.index_of(start)]
    if not text[end : line.end].strip(BLANKS):
        end = line.end
        while start > line.start and text[start - 1] in BLANKS:
            start -= 1
    return Span(start, end)


def _sure(ctx: Context, residue: Residue) -> Applicability:
    """A notice that is the only sign of a loss stays until a person has found the missing text."""
    proof = residue.kind in LOSSES and residue.span.start in ctx.document.proofs_of_loss
    return Applicability.DISPLAY if proof else Applicability.UNSAFE


def _title(residue: Residue, missing: str | None) -> Bilingual:
    zh, en = ("删去这一行", "Delete the line") if residue.lines else ("删去这一处", "Delete the notice")
    if missing is None:
        return Bilingual(zh, en)
    return Bilingual(f"{zh}（此处缺{missing}）", f"{en} (text is missing here)")


def _notes(missing: str | None) -> tuple[Bilingual, ...]:
    amount = missing or "文字"
    return (
        Bilingual(
            f"这里缺{amount}，删去提示并不能补上，须找到全文。",
            "Text is missing here; deleting the notice does not bring it back. Find the whole text.",
        ),
    )
