"""One line a finding: path:row:col: severity code message."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines


@dataclass(frozen=True, slots=True)
class Concise:
    name: str = "concise"

    def pieces(self, run: Run) -> Iterable[str]:
        for report in run.reports:
            lines = Lines(report.source.text)
            for diagnostic in report.kept:
                row, column = lines.location(diagnostic.span.start)
                yield f"{shown_name(report.path, run.folder)}:{row}:{column}: {diagnostic.severity.word} {diagnostic.rule} {diagnostic.message}\n"


CONCISE = Concise()
