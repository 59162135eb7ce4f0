"""JSON: one array, or one object a line. The keys follow ruff's where ruff has one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Fix
from speechlint.findings.report import FileReport
from speechlint.formats.source import Block
from speechlint.reporters.findings import names_of, shown
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines
from speechlint.text.span import Span


class JsonArray:
    name = "json"

    def pieces(self, run: Run) -> Iterable[str]:
        between = "["
        for finding in findings(run):
            yield f"{between}\n  {encode(finding)}"
            between = ","
        yield "[]\n" if between == "[" else "\n]\n"


class JsonLines:
    name = "jsonl"

    def pieces(self, run: Run) -> Iterable[str]:
        for finding in findings(run):
            yield encode(finding) + "\n"


# json.dumps escapes C0 itself; these stand only within strings, where an escape means the same.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

JSON = JsonArray()
JSON_LINES = JsonLines()


def encode(value: object, indent: int | None = None) -> str:
    """The value on one line, unless it is to be indented. Escaped: what a terminal would obey, and lone surrogates."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))


def findings(run: Run) -> Iterator[dict[str, Any]]:
    """Every finding of the run as plain values, in path order."""
    for report in run.reports:
        yield from of_file(report, run)


def of_file(report: FileReport, run: Run) -> Iterator[dict[str, Any]]:
    entries = shown(report, run)
    if not entries:
        return
    lines = Lines(report.source.text)
    names = names_of(report)
    for diagnostic, reason in entries:
        value = of_diagnostic(diagnostic, report, lines, run)
        value["fingerprint"] = names[id(diagnostic)]
        value["url"] = None
        if reason is not None:
            value["suppressed"] = reason
        yield value


def of_diagnostic(diagnostic: Diagnostic, report: FileReport, lines: Lines, run: Run) -> dict[str, Any]:
    return {
        "code": diagnostic.rule,
        "family": diagnostic.family,
        "severity": diagnostic.severity.word,
        "message": diagnostic.message,
        "filename": shown_name(report.path, run.folder),
        **of_block(report.source.block_at(diagnostic.span.start)),
        **of_span(diagnostic.span, lines),
        "text": diagnostic.span.of(report.source.text),
        "fix": of_fix(diagnostic.fix, lines) if diagnostic.fix else None,
        "suggestions": [of_fix(fix, lines) for fix in diagnostic.suggestions],
        "notes": list(diagnostic.notes),
    }


def of_block(block: Block | None) -> dict[str, Any]:
    """Which paragraph of a Word file it is, and of what beside the body; nothing for text files."""
    if block is None:
        return {}
    return {"paragraph": block.number} | ({} if block.place == "body" else {"part": block.place})


def of_fix(fix: Fix, lines: Lines) -> dict[str, Any]:
    return {
        "applicability": fix.applicability.word,
        "message": fix.title,
        "edits": [{**of_span(edit.span, lines), "content": edit.content} for edit in fix.edits],
    }


def of_span(span: Span, lines: Lines) -> dict[str, Any]:
    row, column = lines.location(span.start)
    end_row, end_column = lines.location(span.end)
    return {"location": {"row": row, "column": column}, "end_location": {"row": end_row, "column": end_column}}
