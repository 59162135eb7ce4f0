"""Workflow commands of GitHub Actions: each finding becomes a note at its line in the pull request."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.findings.diagnostic import Severity
from speechlint.reporters.findings import shown
from speechlint.reporters.labels import reason_label
from speechlint.reporters.registry import Run, shown_name
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


class GitHub:
    name = "github"

    def pieces(self, run: Run) -> Iterable[str]:
        for report in run.reports:
            entries = shown(report, run)
            if not entries:
                continue
            lines = Lines(report.source.text)
            file = shown_name(report.path, run.folder)
            for diagnostic, reason in entries:
                row, column, end_row, end_column = lines.area(diagnostic.span)
                command = COMMANDS[diagnostic.severity] if reason is None else "notice"
                place = {"title": f"speechlint ({diagnostic.rule})", "file": file, "line": row, "endLine": end_row}
                if row == end_row:  # GitHub refuses columns of a note that spans lines
                    place |= {"col": column, "endColumn": max(column, end_column)}
                properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
                why = "" if reason is None else f" [{reason_label(reason).into(run.language)}]"
                said = _message(f"{file}:{row}:{column}: {diagnostic.rule} {diagnostic.message}{why}")
                yield f"::{command} {properties}::{said}\n"


GITHUB = GitHub()


def _message(text: str) -> str:
    """The data of a command: what would end it is quoted, what a log would obey is shown as an escape."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    """A value of a command, which a comma or a colon would end too."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
