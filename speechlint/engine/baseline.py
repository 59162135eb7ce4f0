"""Findings that were there before: only new ones are reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from speechlint.findings.fingerprint import fingerprints
from speechlint.findings.report import FileReport

NAME = ".speechlint-baseline.json"
VERSION = 1


class BaselineError(Exception):
    """A baseline file that cannot be used; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings: for each path (relative to `root`, with `/`) the fingerprints that were there."""

    root: Path
    known: Mapping[str, tuple[str, ...]]

    def apply(self, report: FileReport) -> FileReport:
        """The report without the findings that are known for its path."""
        entries = self.known.get(relative_name(report.path, self.root)) if report.path else None
        if not entries:
            return report
        left = Counter(entries)
        kept, old = [], []
        for diagnostic, name in zip(report.kept, fingerprints(report.source.text, report.kept), strict=True):
            if left[name] > 0 and diagnostic.family != "speechlint":
                left[name] -= 1
                old.append(diagnostic)
            else:
                kept.append(diagnostic)
        return replace(report, kept=tuple(kept), baselined=tuple(old))


def relative_name(path: str, root: Path) -> str:
    """The path below `root` with `/`; a path outside it stays absolute."""
    full = Path(path).absolute()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.as_posix()


def baseline_of(reports: Iterable[FileReport], root: Path) -> Baseline:
    """What a run found, as the baseline of later runs."""
    known = {
        relative_name(report.path, root): tuple(sorted(fingerprints(report.source.text, report.kept)))
        for report in reports
        if report.path and report.kept and not report.failures
    }
    return Baseline(root, known)


def read_baseline(file: Path) -> Baseline:
    """The baseline that a file holds. Raises BaselineError."""
    import json

    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise BaselineError(f"{file}：版本 {data['version']!r} 不认识。用 speechlint baseline 重写。")
        known = {path: tuple(names) for path, names in data["findings"].items()}
    except FileNotFoundError as error:
        raise BaselineError(f"{file}：没有这个文件。用 speechlint baseline 生成，或从配置中删去 baseline。") from error
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BaselineError(
            f"{file}：不是基线文件（{type(error).__name__}: {error}）。用 speechlint baseline 重写。"
        ) from error
    return Baseline(file.resolve().parent, known)


def baseline_text(baseline: Baseline) -> str:
    """The baseline as the text of its file: sorted, a fingerprint a line, so that merges are easy."""
    import json

    data = {"version": VERSION, "findings": {path: list(baseline.known[path]) for path in sorted(baseline.known)}}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
