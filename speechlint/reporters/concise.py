"""One line a finding: `path:row:col: severity code message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from speechlint.findings.report import FileReport
from speechlint.findings.tally import Tally
from speechlint.reporters.findings import shown
from speechlint.reporters.labels import reason_label
from speechlint.reporters.parts import pieces_of
from speechlint.reporters.registry import NAME, Run
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines


class Concise:
    name = "concise"

    form = "concise"

    def pieces(self, run: Run) -> Iterable[str]:
        return pieces_of(self, run)

    def part(self, report: FileReport, run: Run) -> Iterator[str]:
        style, lines = Style(run.color), Lines(report.source.text)
        name = style.strong(NAME)
        for diagnostic, reason in shown(report, run):
            row, column = lines.location(diagnostic.span.start)
            level = style.level(diagnostic.severity, diagnostic.severity.word)
            said = visible(diagnostic.message)
            why = "" if reason is None else style.faint(f" [{reason_label(reason).into(run.language)}]")
            yield f"{name}:{row}:{column}: {level} {diagnostic.rule} {said}{why}\n"

    def called(self, name: str) -> str:
        return visible(name)

    def joined(self, parts: Iterable[bytes]) -> Iterable[bytes]:
        return parts

    def end(self, _tallies: Sequence[Tally], _run: Run, /) -> Iterable[str]:
        return ()


CONCISE = Concise()
