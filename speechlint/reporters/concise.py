"""One line a finding: `path:row:col: severity code message`."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.reporters.findings import shown
from speechlint.reporters.labels import reason_label
from speechlint.reporters.registry import Run, shown_name
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines


class Concise:
    name = "concise"

    def pieces(self, run: Run) -> Iterable[str]:
        style = Style(run.color)
        for report in run.reports:
            entries = shown(report, run)
            if not entries:
                continue
            name = style.strong(visible(shown_name(report.path, run.folder)))
            lines = Lines(report.source.text)
            for diagnostic, reason in entries:
                row, column = lines.location(diagnostic.span.start)
                level = style.level(diagnostic.severity, diagnostic.severity.word)
                said = visible(diagnostic.message)
                why = "" if reason is None else style.faint(f" [{reason_label(reason).into(run.language)}]")
                yield f"{name}:{row}:{column}: {level} {diagnostic.rule} {said}{why}\n"


CONCISE = Concise()
