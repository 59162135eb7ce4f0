"""JUnit's XML: a suite a file, a case a finding. Hints pass, since they change no exit status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.findings.diagnostic import Severity
from speechlint.findings.report import FileReport
from speechlint.reporters.findings import Shown, shown
from speechlint.reporters.labels import reason_label
from speechlint.reporters.markup import attributes, content
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines


class JUnit:
    name = "junit"

    def pieces(self, run: Run) -> Iterable[str]:
        suites = [shown(report, run) for report in run.reports]
        counts = _counts([entry for entries in suites for entry in entries], len(suites) - sum(map(bool, suites)))
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{attributes(name="speechlint", **counts)}>\n'
        for report, entries in zip(run.reports, suites, strict=True):
            yield from _suite(report, entries, run)
        yield "</testsuites>\n"


JUNIT = JUnit()


def _suite(report: FileReport, entries: list[Shown], run: Run) -> Iterator[str]:
    name = shown_name(report.path, run.folder)
    yield f"  <testsuite{attributes(name=name, **_counts(entries, not entries))}>\n"
    if not entries:
        yield f"    <testcase{attributes(name='speechlint', classname=name, file=name)}/>\n"
    lines = Lines(report.source.text)
    for entry in entries:
        row, column = lines.location(entry.diagnostic.span.start)
        case = attributes(name=entry.diagnostic.rule, classname=name, file=name, line=row, column=column)
        yield f"    <testcase{case}>{_outcome(entry, row, column, run)}</testcase>\n"
    yield "  </testsuite>\n"


def _outcome(entry: Shown, row: int, column: int, run: Run) -> str:
    said = f"{row}:{column}: {entry.diagnostic.message}"
    if entry.reason is not None:
        return f"<skipped{attributes(message=reason_label(entry.reason).into(run.language))}/>"
    if entry.diagnostic.severity is Severity.HINT:
        return f"<system-out>{content(said)}</system-out>"
    kind = attributes(message=entry.diagnostic.message, type=entry.diagnostic.severity.word)
    return f"<failure{kind}>{content(said)}</failure>"


def _counts(entries: list[Shown], clean: int) -> dict[str, int]:
    """What a suite sums up; a file without findings is one case that passes."""
    counted = [entry for entry in entries if entry.reason is None]
    failures = sum(entry.diagnostic.severity > Severity.HINT for entry in counted)
    return {
        "tests": len(entries) + int(clean),
        "failures": failures,
        "errors": 0,
        "skipped": len(entries) - len(counted),
    }
