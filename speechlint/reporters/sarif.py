"""SARIF 2.1.0 (OASIS, 2020), for GitHub code scanning and other viewers."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from speechlint.findings.bilingual import Language
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Fix
from speechlint.findings.report import FileReport
from speechlint.reporters.findings import Shown, named, portable_ways, shown
from speechlint.reporters.json import filled, of_block
from speechlint.reporters.labels import family_label, reason_label
from speechlint.reporters.pages import rule_page
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines
from speechlint.text.span import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
ROOT = "SRCROOT"
# Suppressed by a comment in the draft; everything else stands elsewhere.
_OUTSIDE = frozenset({"baseline", "known", "quiet", "residue", "words"})


class Sarif:
    name = "sarif"

    def pieces(self, run: Run) -> Iterable[str]:
        rules = dict.fromkeys(entry.diagnostic.rule for report in run.reports for entry in shown(report, run))
        places = {name: place for place, name in enumerate(rules)}
        log = {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "speechlint",
                            "version": run.version,
                            "rules": [_rule(name, run) for name in places],
                        }
                    },
                    "invocations": [{"executionSuccessful": not any(report.failures for report in run.reports)}],
                    "originalUriBaseIds": {ROOT: {"uri": run.folder.as_uri().rstrip("/") + "/"}},
                    "columnKind": "unicodeCodePoints",
                    "newlineSequences": ["\r\n", "\n", "\r"],
                    "results": [],  # below
                }
            ],
        }
        results = (result for report in run.reports for result in _results(report, run, places))
        return filled(log, results, indent=2, depth=8)


SARIF = Sarif()


def _results(report: FileReport, run: Run, places: dict[str, int]) -> Iterable[dict[str, Any]]:
    file, lines = _file(report.path, run), Lines(report.source.text)
    for entry, fingerprint in named(report, run):
        yield _result(entry, places[entry.diagnostic.rule], fingerprint, report, file, lines, run.language)


def _result(
    entry: Shown,
    place: int,
    fingerprint: str,
    report: FileReport,
    file: dict[str, str],
    lines: Lines,
    language: Language,
) -> dict[str, Any]:
    diagnostic = entry.diagnostic
    region = _region(diagnostic.span, lines)
    words = diagnostic.span.of(report.source.text)
    if words:
        region["snippet"] = {"text": words}
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": place,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": "\n".join((diagnostic.message, *diagnostic.notes))},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        "partialFingerprints": {"speechlint/v1": fingerprint},
    }
    fixes = portable_ways(diagnostic, report.source)
    if fixes:
        result["fixes"] = [_fix(fix, file, lines) for fix in fixes]
    block = report.source.block_at(diagnostic.span.start)
    if block is not None:
        result["properties"] = of_block(block)
    if entry.reason is not None:
        kind = "external" if entry.reason in _OUTSIDE else "inSource"
        result["suppressions"] = [{"kind": kind, "justification": reason_label(entry.reason).into(language)}]
    return result


def _file(path: str | None, run: Run) -> dict[str, str]:
    """Where a file is: relative to the folder of the run where it lies below it."""
    name = shown_name(path, run.folder)
    if Path(name).is_absolute():
        return {"uri": Path(name).as_uri()}
    # A name may hold bytes that no encoding explains; they are quoted as they are. `./`: a colon makes no scheme.
    quoted = quote(os.fsencode(name))
    return {"uri": f"./{quoted}" if ":" in name.split("/")[0] else quoted, "uriBaseId": ROOT}


def _region(span: Span, lines: Lines) -> dict[str, Any]:
    row, column, end_row, end_column = lines.area(span)
    return {"startLine": row, "startColumn": column, "endLine": end_row, "endColumn": end_column}


def _fix(fix: Fix, file: dict[str, str], lines: Lines) -> dict[str, Any]:
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": file,
                "replacements": [
                    {"deletedRegion": _region(edit.span, lines), "insertedContent": {"text": edit.content}}
                    for edit in fix.edits
                ],
            }
        ],
        "properties": {"applicability": fix.applicability.word},
    }


def _rule(name: str, run: Run) -> dict[str, Any]:
    """What a viewer shows beside the results; our own notices (an unreadable file) have no page."""
    family = family_label(name.partition("/")[0]).into(run.language)
    rule = run.rules.get(name)
    if rule is None:
        return {"id": name, "shortDescription": {"text": family}, "properties": {"tags": [name.partition("/")[0]]}}
    page = rule_page(rule, run.language)
    return {
        "id": name,
        "shortDescription": {"text": rule.title.into(run.language)},
        "fullDescription": {"text": rule.why.into(run.language)},
        "help": {"text": rule.why.into(run.language), "markdown": page},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }
