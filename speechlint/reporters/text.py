"""The report for a writer: what there is, where it stands in the draft's own words, and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.report import FileReport
from speechlint.findings.tally import Tally
from speechlint.reporters.entry import Page
from speechlint.reporters.findings import UNREADABLE, Shown, shown
from speechlint.reporters.overview import overview
from speechlint.reporters.parts import pieces_of
from speechlint.reporters.registry import NAME, Run
from speechlint.reporters.style import Style
from speechlint.reporters.summary import summary
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines

FOLD = 3  # of one rule in one file, errors excepted


class Text:
    name = "text"

    form = "text"

    def pieces(self, run: Run) -> Iterable[str]:
        return pieces_of(self, run)

    def part(self, report: FileReport, run: Run) -> Iterator[str]:
        return _file(report, run)

    def called(self, name: str) -> str:
        return visible(name)

    def joined(self, parts: Iterable[bytes]) -> Iterable[bytes]:
        return parts

    def end(self, tallies: Sequence[Tally], run: Run, /) -> Iterable[str]:
        return summary(tallies, run) if tallies and not run.quiet else ()


def _file(report: FileReport, run: Run) -> Iterator[str]:
    # A file that could not be read has no place to show: it is named at the end.
    entries = [entry for entry in shown(report, run) if entry.diagnostic.rule != UNREADABLE]
    mended = run.applied.get(report.path or "", ())
    if not entries and (not mended or run.quiet):
        return
    style = Style(run.color)
    yield style.name(NAME) + "\n"
    if not run.quiet:
        yield from overview(report, mended, run)
    page = Page(run, Lines(report.source.text), report.source, entries)
    for entry, folded in _folded(entries):
        yield from page.entry(entry)
        if folded:
            said = Bilingual(
                f"… 另有 {folded} 处，--output-format concise 可列全",
                f"… {folded} more; --output-format concise lists all",
            )
            yield page.indent + style.faint(said.into(run.language)) + "\n"
    yield "\n"


def _folded(entries: list[Shown]) -> Iterator[tuple[Shown, int]]:
    """The entries to show, and with the last one shown of a rule how many more of it there are."""
    total = Counter(_kind(entry) for entry in entries)
    seen: Counter[object] = Counter()
    for entry in entries:
        kind = _kind(entry)
        seen[kind] += 1
        if entry.diagnostic.severity is Severity.ERROR and entry.reason is None:
            yield entry, 0
        elif seen[kind] <= FOLD:
            yield entry, total[kind] - FOLD if seen[kind] == FOLD else 0


def _kind(entry: Shown) -> object:
    return entry.diagnostic.rule, entry.diagnostic.severity, entry.reason


TEXT = Text()
