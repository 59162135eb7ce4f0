"""Checkstyle's XML, which Jenkins and many review tools read."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.findings.diagnostic import Severity
from speechlint.reporters.findings import shown
from speechlint.reporters.markup import attributes
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines

VERSION = "4.3"  # of Checkstyle: the oldest whose reports look like this, as other programs write too
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}


class Checkstyle:
    name = "checkstyle"

    def pieces(self, run: Run) -> Iterable[str]:
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{VERSION}">\n'
        for report in run.reports:
            entries = shown(report, run)
            if not entries:
                continue
            lines = Lines(report.source.text)
            yield f"  <file{attributes(name=shown_name(report.path, run.folder))}>\n"
            for diagnostic, reason in entries:
                row, column = lines.location(diagnostic.span.start)
                values = attributes(
                    line=row,
                    column=column,
                    severity=LEVELS[diagnostic.severity] if reason is None else "ignore",
                    message=diagnostic.message,
                    source=f"speechlint.{diagnostic.rule}",
                )
                yield f"    <error{values}/>\n"
            yield "  </file>\n"
        yield "</checkstyle>\n"


CHECKSTYLE = Checkstyle()
