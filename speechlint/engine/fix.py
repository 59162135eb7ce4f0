"""Mending: choose fixes, apply them, check again, until nothing is left to do. No rule is ever named in this file."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Generator, Iterable, Sequence

from msgspec import Struct

from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport
from speechlint.formats.registry import edited, format_for
from speechlint.formats.source import Source

ROUNDS = 10


class FixOutcome(Struct, frozen=True):
    """What came of mending one source.

    `report` is the check of the mended source; `applied` the findings whose fixes went in, round by round. Where the
    fixes never came to rest, `unsettled` names their rules, and source and report are the original ones.
    `rounds` are the edits of each round, sorted, in offsets of the text that the round before left.
    """

    source: Source
    report: FileReport
    applied: tuple[Diagnostic, ...] = ()
    unsettled: tuple[str, ...] = ()
    rounds: tuple[tuple[Edit, ...], ...] = ()


def fix_source(
    linter: Linter,
    source: Source,
    level: Applicability,
    *,
    first: FileReport | None = None,
    freely: frozenset[str] = frozenset(),
) -> FixOutcome:
    """The source with every fix of at least `level` applied, to a fixed point; in the families `freely`, unsafe ones
    too. `first` is the check of the source, where there was one.
    """
    return fix_many(linter, [first or linter.check(source)], level, freely=freely)[0]


def fix_many(
    linter: Linter, reports: Sequence[FileReport], level: Applicability, *, freely: frozenset[str] = frozenset()
) -> list[FixOutcome]:
    """The same for many short sources that were checked: each round for all of them together."""
    menders = [_mend(linter, report, level, freely) for report in reports]
    outcomes: dict[int, FixOutcome] = {}
    answers: dict[int, FileReport | None] = dict.fromkeys(range(len(menders)))
    while answers:
        asked: dict[int, Source] = {}
        for number, answer in answers.items():
            try:
                asked[number] = menders[number].send(answer)
            except StopIteration as end:
                outcomes[number] = end.value
        answers = dict(zip(asked, linter.check_many(list(asked.values())), strict=True))
    return [outcomes[number] for number in range(len(menders))]


def _mend(
    linter: Linter, first: FileReport, level: Applicability, freely: frozenset[str]
) -> Generator[Source, FileReport | None, FixOutcome]:
    """Gives each mended source, is sent its report, and returns what came of it all."""
    source, report = first.source, first
    if not any(diagnostic.fix is not None for diagnostic in report.kept):
        return FixOutcome(source, report)
    named = frozenset(active.id for active in linter.rules_for(source.path) if active.named)
    kind = format_for(source.path, linter.catalogue.formats)
    applied: list[Diagnostic] = []
    rounds: list[tuple[Edit, ...]] = []
    seen = {source.text}
    for _ in range(ROUNDS):
        chosen = choose(report.kept, level, named, freely)
        if not chosen:
            return FixOutcome(report.source, report, tuple(applied), (), tuple(rounds))
        edits = sorted(edit for one in chosen if one.fix for edit in edits_of(one.fix, source.newline))
        mended = edited(kind, report.source, edits)
        if mended.text in seen:
            break
        seen.add(mended.text)
        applied += chosen
        rounds.append(tuple(edits))
        answer = yield mended
        assert answer is not None
        report = answer
    else:
        if not choose(report.kept, level, named, freely):
            return FixOutcome(report.source, report, tuple(applied), (), tuple(rounds))
    return FixOutcome(
        source, first, (), tuple(sorted({diagnostic.rule for diagnostic in choose(report.kept, level, named, freely)}))
    )


def choose(
    found: Iterable[Diagnostic],
    level: Applicability,
    named: frozenset[str] = frozenset(),
    freely: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    """The findings whose fixes go in together: leftmost first, then shortest, then by rule id.

    A fix that touches what is already taken waits for the next round. The fix of a hint is applied only where its rule
    was selected by name; in the families `freely` unsafe fixes are as good as safe ones.
    """
    taken = _Taken()
    return [
        diagnostic
        for diagnostic in sorted(
            (
                diagnostic
                for diagnostic in found
                if diagnostic.fix is not None
                and diagnostic.fix.applies(Applicability.UNSAFE if diagnostic.family in freely else level)
                and (diagnostic.severity > Severity.HINT or diagnostic.rule in named)
            ),
            key=_order,
        )
        if diagnostic.fix is not None and taken.add(diagnostic.fix.edits)
    ]


def edits_of(fix: Fix, newline: str) -> list[Edit]:
    """The edits with the file's own line ends in what they put in."""
    return [
        Edit(span, content.replace("\n", newline) if "\n" in content and newline != "\n" else content)
        for span, content in fix.edits
    ]


def _order(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    assert diagnostic.fix is not None
    start, end = diagnostic.fix.span
    return (start, end, diagnostic.rule, diagnostic.message)


class _Taken:
    """The stretches that chosen edits occupy, sorted and disjoint."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, edits: Iterable[Edit]) -> bool:
        """Whether none of the edits touches what is taken; then they are taken too."""
        edits = tuple(edits)
        if not all(self._free(*edit.span) for edit in edits):
            return False
        for start, end in (edit.span for edit in edits):
            i = bisect_left(self._starts, start)
            self._starts.insert(i, start)
            self._ends.insert(i, end)
        return True

    def _free(self, start: int, end: int) -> bool:
        # Neighbours may touch, unless one is an insertion: then the outcome would depend on which comes first.
        i = bisect_left(self._starts, start)
        if i and (self._ends[i - 1] > start or (self._ends[i - 1] == start and self._starts[i - 1] == start)):
            return False
        if i and start == end == self._ends[i - 1]:
            return False
        if i == len(self._starts) or self._starts[i] > end:
            return True
        return self._starts[i] == end > start and self._ends[i] > self._starts[i]
