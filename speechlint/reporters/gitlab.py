"""GitLab's Code Quality report: Code Climate's issues, with what GitLab reads of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from speechlint.findings.diagnostic import Severity
from speechlint.findings.report import FileReport
from speechlint.reporters.findings import named
from speechlint.reporters.json import filled
from speechlint.reporters.labels import reason_label
from speechlint.reporters.registry import Run, shown_name
from speechlint.text.lines import Lines

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


class GitLab:
    name = "gitlab"

    def pieces(self, run: Run) -> Iterable[str]:
        return filled([], (issue for report in run.reports for issue in _issues(report, run)), indent=2, depth=2)


GITLAB = GitLab()


def _issues(report: FileReport, run: Run) -> Iterator[dict[str, Any]]:
    lines, path = Lines(report.source.text), shown_name(report.path, run.folder)
    for (diagnostic, reason), name in named(report, run):
        row, _, end_row, _ = lines.area(diagnostic.span)
        why = "" if reason is None else f" [{reason_label(reason).into(run.language)}]"
        yield {
            "description": f"{diagnostic.rule}: {diagnostic.message}{why}",
            "check_name": diagnostic.rule,
            "fingerprint": _fingerprint(path, name, reason or ""),
            "severity": SEVERITIES[diagnostic.severity] if reason is None else "info",
            "location": {
                "path": path,
                "lines": {"begin": row, "end": end_row},
            },
        }


def _fingerprint(path: str, name: str, reason: str) -> str:
    """Our names are a file's own, and repeat among the suppressed; GitLab wants no name twice in a report."""
    return blake2b(f"{path}\0{name}\0{reason}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
