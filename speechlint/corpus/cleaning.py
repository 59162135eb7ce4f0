"""The text of a document after its fixes, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from speechlint.engine.fix import FixOutcome, fix_many
from speechlint.engine.linter import Linter
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability
from speechlint.findings.report import FileReport
from speechlint.formats.docx.edits import Change, Trace, least
from speechlint.text.named_tuple import NamedTuple

RESIDUE = frozenset({"watermark"})


class Cleaned(NamedTuple):
    """`text` and what is still found in it; `changes` and `edits` as the output's columns show them, the edits in
    offsets of the first text. `trouble` says why nothing was mended.
    """

    text: str
    remaining: tuple[Diagnostic, ...]
    changes: list[dict[str, Any]]
    edits: list[dict[str, Any]]
    trouble: Bilingual | None = None


def cleaned(linter: Linter, reports: Sequence[FileReport], *, drop_residue: bool) -> list[Cleaned]:
    """The checked texts with their safe fixes; with `drop_residue`, without what web sites left in them."""
    outcomes = fix_many(linter, reports, Applicability.SAFE, freely=RESIDUE if drop_residue else frozenset())
    return [_told(report, outcome) for report, outcome in zip(reports, outcomes, strict=True)]


def _told(report: FileReport, outcome: FixOutcome) -> Cleaned:
    source = report.source
    if outcome.unsettled:
        return Cleaned(source.text, report.kept, [], [], _unsettled(outcome.unsettled))
    if not outcome.rounds:
        return Cleaned(source.text, report.kept, [], [])
    trace = Trace(len(source.text))
    for edits in outcome.rounds:
        trace = trace.then(edits)
    return Cleaned(
        outcome.source.text,
        outcome.report.kept,
        _changes(outcome.applied),
        [_edit(change) for change in least(source.text, trace.edits)],
    )


def _changes(applied: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """How often which rule mended something, sorted."""
    counts = Counter((found.rule, found.fix.applicability.word) for found in applied if found.fix is not None)
    return [{"code": code, "applicability": how, "count": count} for (code, how), count in sorted(counts.items())]


def _edit(change: Change) -> dict[str, Any]:
    (start, end), content = change
    return {"start": start, "end": end, "content": content}


def _unsettled(rules: tuple[str, ...]) -> Bilingual:
    return Bilingual(
        f"规则 {'、'.join(rules)} 的修改不能收敛，clean_text 是原文；可用 --ignore 关闭其一，并请报告此问题",
        f"the fixes of {', '.join(rules)} never come to rest, so clean_text is the text as it came; ignore one of them,"
        " and report this",
    )
