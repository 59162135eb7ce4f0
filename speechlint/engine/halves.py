"""The part of a report for one large file on two cores: a forked process writes its second half meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from speechlint.engine import forks
from speechlint.findings.report import FileReport
from speechlint.reporters.parts import part_pieces
from speechlint.reporters.portions import encoded
from speechlint.reporters.registry import ByFile, Run

FORMATS = ("json", "jsonl")
MANY = 20_000  # findings: fewer are written before a process has started
LARGE = 2_000  # findings


def is_large(report: FileReport) -> bool:
    """Whether a report is written sooner as it is than by way of a part that can be kept."""
    return len(report.kept) >= LARGE


def part_of_two(reporter: ByFile, report: FileReport, run: Run) -> Iterator[bytes]:
    """What `part_pieces` gives. What the second process does not write, for it was killed, is written here."""
    if len(report.kept) < MANY or report.baselined or run.show_suppressed or not forks.can_fork():
        return part_pieces(reporter, report, run)
    from speechlint.engine.cores import cores
    from speechlint.reporters.json import JsonLines

    if cores() < 2 or not isinstance(reporter, JsonLines):
        return part_pieces(reporter, report, run)
    return _halves(reporter.halves(report))


def _halves(halves: tuple[Iterator[str], Iterator[str]]) -> Iterator[bytes]:
    first, second = map(encoded, halves)
    with contextlib.ExitStack() as stack:
        helper = None
        with contextlib.suppress(OSError):
            helper = stack.enter_context(forks.Helper(lambda: second))
        yield from first
        got = 0
        if helper is not None:
            for piece in helper.pieces():
                got += len(piece)
                yield piece
            if helper.whole:
                return
        for piece in second:
            yield piece[got:]
            got = max(0, got - len(piece))
