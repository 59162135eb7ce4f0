"""What a language server would push: one PublishDiagnosticsParams a file and line, positions in UTF-16."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Fix
from speechlint.findings.report import FileReport
from speechlint.reporters.findings import Shown, portable_ways, shown
from speechlint.reporters.json import filled
from speechlint.reporters.labels import reason_label
from speechlint.reporters.registry import Run
from speechlint.text.lines import Lines
from speechlint.text.span import Span
from speechlint.text.units import Units

SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.HINT: 3}
SUPPRESSED = 4
UNNECESSARY = 1  # the tag that fades text out
FOREIGN = "watermark"  # the family whose words belong to no draft


class Lsp:
    name = "lsp"

    def pieces(self, run: Run) -> Iterable[str]:
        for report in run.reports:
            yield from filled({"uri": _uri(report.path, run), "diagnostics": []}, _diagnostics(report, run))


LSP = Lsp()


def _diagnostics(report: FileReport, run: Run) -> Iterator[dict[str, Any]]:
    """The findings of one file; none for a clean one, as that takes old ones away."""
    lines, units = Lines(report.source.text), Units(report.source.text, "utf-16-le")

    def of_span(span: Span) -> dict[str, dict[str, int]]:
        start, end = (units.location(offset, lines) for offset in span)
        return {
            "start": {"line": start[0], "character": start[1]},
            "end": {"line": end[0], "character": end[1]},
        }

    def of_fix(fix: Fix) -> dict[str, Any]:
        edits = [{"range": of_span(edit.span), "newText": edit.content} for edit in fix.edits]
        return {"title": fix.title, "applicability": fix.applicability.word, "edits": edits}

    def said(note: str) -> str:
        return Bilingual(f"注：{note}", f"note: {note}").into(run.language)

    def of_entry(entry: Shown) -> dict[str, Any]:
        diagnostic, reason = entry
        why = "" if reason is None else f" [{reason_label(reason).into(run.language)}]"
        value: dict[str, Any] = {
            "range": of_span(diagnostic.span),
            "severity": SEVERITIES[diagnostic.severity] if reason is None else SUPPRESSED,
            "code": diagnostic.rule,
            "source": "speechlint",
            "message": "\n".join((diagnostic.message + why, *map(said, diagnostic.notes))),
        }
        if diagnostic.family == FOREIGN:
            value["tags"] = [UNNECESSARY]
        fixes = portable_ways(diagnostic, report.source)
        if fixes:
            value["data"] = {"fixes": [of_fix(fix) for fix in fixes]}
        return value

    return map(of_entry, shown(report, run))


def _uri(path: str | None, run: Run) -> str:
    """The file's address; a draft from standard input has none, and is called as editors call what is not saved."""
    return "untitled:stdin" if path in (None, "-") else (run.folder / Path(path or "")).as_uri()
