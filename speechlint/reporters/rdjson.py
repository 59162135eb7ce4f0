"""reviewdog's Diagnostic Format: one object, whose columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Fix, apply_edits
from speechlint.findings.report import FileReport
from speechlint.reporters.findings import portable_ways, shown
from speechlint.reporters.json import filled
from speechlint.reporters.labels import reason_label
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines
from speechlint.text.span import Span
from speechlint.text.units import Units

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


class Rdjson:
    name = "rdjson"

    def pieces(self, run: Run) -> Iterable[str]:
        found = (diagnostic for report in run.reports for diagnostic in _diagnostics(report, run))
        return filled({"source": {"name": "speechlint"}, "diagnostics": []}, found, indent=2, depth=4)


RDJSON = Rdjson()


def _diagnostics(report: FileReport, run: Run) -> Iterator[dict[str, Any]]:
    entries = shown(report, run)
    if not entries:
        return
    place = _Places(report.source.text)
    path = shown_name(report.path, run.folder)
    for diagnostic, reason in entries:
        why = "" if reason is None else f" [{reason_label(reason).into(run.language)}]"
        fixes = portable_ways(diagnostic, report.source)
        yield {
            "message": diagnostic.message + why,
            "location": {"path": path, "range": place.of(diagnostic.span)},
            "severity": LEVELS[diagnostic.severity] if reason is None else "INFO",
            "code": {"value": diagnostic.rule},
            "suggestions": [{"range": place.of(fix.span), "text": place.mended(fix)} for fix in fixes],
        }


class _Places:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._units = Units(text, "utf-8")

    def of(self, span: Span) -> dict[str, dict[str, int]]:
        (row, column), (end_row, end_column) = (self._units.location(offset, self._lines) for offset in span)
        return {
            "start": {"line": row + 1, "column": column + 1},
            "end": {"line": end_row + 1, "column": end_column + 1},
        }

    def mended(self, fix: Fix) -> str:
        """What stands from the first edit to the last afterwards: a suggestion is one stretch of text."""
        start, end = fix.span
        edits = (edit._replace(span=Span(edit.span.start - start, edit.span.end - start)) for edit in fix.edits)
        return apply_edits(self._text[start:end], edits)
