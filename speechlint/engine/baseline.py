"""Findings that were there before: only new ones are reported."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePath

from msgspec.structs import replace

from speechlint.config.discover import boundary_of, is_inside
from speechlint.config.schema import Config
from speechlint.engine.place import BASELINE_NAME
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.fingerprint import fingerprints, halves
from speechlint.findings.report import FileReport
from speechlint.formats.bounded import BASELINE, RefusedFileError, read_text

VERSION = 1
ENGINE = "speechlint"  # the family of findings about the check itself


class BaselineError(Exception):
    """A baseline file that cannot be used; `zh` and `en` each name it and the remedy."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


def place_of_baseline(config: Config) -> Path:
    """Where the known findings of a configuration stand, or would stand.

    Raises BaselineError where the default name is a link that leads out of the repository; the configured one was
    looked at with the configuration.
    """
    root = config.root or Path.cwd()
    if config.baseline is not None:
        return root / config.baseline
    file = root / BASELINE_NAME
    if file.is_symlink() and not is_inside(file, boundary_of(root)):
        raise BaselineError(
            f"{file}：是指向 {boundary_of(root)} 之外的链接，不读也不写。请删去它。",
            f"{file}: a link that leads outside {boundary_of(root)}, neither read nor written. Delete it.",
        )
    return file


class Baseline:
    """Known findings: for each path (relative to `root`, with `/`) the fingerprints that were there.

    `outside` are the paths of its file that do not count, for they lead out of the repository.
    """

    def __init__(self, root: Path, known: Mapping[str, tuple[str, ...]], outside: Sequence[str] = ()) -> None:
        self.root = root
        self.known = known
        self.outside = outside

    def apply(self, report: FileReport) -> FileReport:
        """The report without the findings that are known for its path, or for the one it had before it was moved."""
        if not report.path or not report.kept:
            return report
        path = self.entry_for(report)
        return report if path is None else self.without(report, path)

    def entry_for(self, report: FileReport) -> str | None:
        """The path whose entries hold for the report: its own, or a path that is gone and had these findings.

        The findings of a file that was moved may have become more meanwhile, but all those that it had must be there.
        """
        assert report.path is not None
        name = relative_name(report.path, self.root)
        if name is None or name in self.known:
            return name
        here = Counter(fingerprints(report.source.text, report.kept))
        gone = {path for fingerprint in here for path in self._gone.get(fingerprint, ())}
        moved = [path for path in gone if Counter(self.known[path]) <= here]
        return min(moved, key=lambda path: (-len(self.known[path]), path), default=None)

    def without(self, report: FileReport, path: str) -> FileReport:
        """The report without the findings that are known for `path`.

        A finding is known by its fingerprint, or else by one half of that of an entry which is not there any more: then
        something was edited right beside it. Each entry stands for one finding.
        """
        names = fingerprints(report.source.text, report.kept)
        left = Counter(self.known[path])
        ours = [diagnostic.family == ENGINE for diagnostic in report.kept]
        known = [not own and _take(left, [name]) for own, name in zip(ours, names, strict=True)]
        edited: dict[str, list[str]] = {}
        for entry in left.elements():
            for half in halves(entry):
                edited.setdefault(half, []).append(entry)
        for i, name in enumerate(names):
            if not known[i] and not ours[i]:
                known[i] = any(_take(left, edited.get(half, [])) for half in halves(name))
        return replace(
            report,
            kept=tuple(one for one, old in zip(report.kept, known, strict=True) if not old),
            baselined=tuple(one for one, old in zip(report.kept, known, strict=True) if old),
        )

    def unneeded(self, reports: Sequence[FileReport], *, complete: bool) -> dict[str, int]:
        """By path, how many entries stand for nothing in these reports, which it was applied to.

        If they are `complete`, there is no other file that may have inherited the entries of one that is gone.
        """
        found: dict[str, int] = {}
        heirs: list[Counter[str]] = []
        for report in reports:
            name = relative_name(report.path, self.root) if report.path else None
            if name is None:
                continue
            if name not in self.known:
                every = sorted((*report.kept, *report.baselined), key=lambda diagnostic: diagnostic.sort_key)
                heirs += [Counter(fingerprints(report.source.text, every))] if report.baselined else []
            elif not report.failures:
                found[name] = len(self.known[name]) - len(report.baselined)
        for name in {path for paths in self._gone.values() for path in paths} if complete else ():
            if name not in found and not any(Counter(self.known[name]) <= heir for heir in heirs):
                found[name] = len(self.known[name])
        return {name: count for name, count in sorted(found.items()) if count > 0}

    @cached_property
    def _gone(self) -> dict[str, list[str]]:
        """By fingerprint, the known paths under which there is no file any more."""
        found: dict[str, list[str]] = {}
        for path, names in self.known.items():
            if not os.path.exists(self.root / path):  # Path.exists() raises for a name that is too long
                for name in set(names):
                    found.setdefault(name, []).append(path)
        return found


def _take(left: Counter[str], entries: list[str]) -> bool:
    """Whether one of the entries is left, which then is so no more. The list is used up to that one."""
    while entries:
        entry = entries.pop()
        if left[entry] > 0:
            left[entry] -= 1
            return True
    return False


def apply_to_all(baselines: Sequence[Baseline | None], reports: Sequence[FileReport]) -> list[FileReport]:
    """Each report after its baseline; of several files that may be one that was moved, only the first inherits."""
    inherited: set[tuple[Path, str]] = set()
    found: list[FileReport] = []
    for baseline, report in zip(baselines, reports, strict=True):
        path = baseline.entry_for(report) if baseline is not None and report.path and report.kept else None
        if baseline is None or path is None or (baseline.root, path) in inherited:
            found.append(report)
            continue
        inherited.add((baseline.root, path))
        found.append(baseline.without(report, path))
    return found


def relative_name(path: str, root: Path) -> str | None:
    """The path from `root` on, with `/`; None for one outside of the repository that `root` lies in.

    A baseline that lies in a folder of its own may speak of drafts beside it.
    """
    full = Path(os.path.abspath(path))
    if full.is_relative_to(root):
        return full.relative_to(root).as_posix()
    return Path(os.path.relpath(full, root)).as_posix() if is_inside(full, boundary_of(root)) else None


def baseline_of(reports: Iterable[FileReport], root: Path) -> Baseline:
    """What a run found, as the baseline of later runs; findings of the check itself are never known."""
    known = {}
    outside = []
    for report in reports:
        names = zip(report.kept, fingerprints(report.source.text, report.kept), strict=True)
        entries = sorted(name for diagnostic, name in names if diagnostic.family != ENGINE)
        if report.path and entries and not report.failures:
            name = relative_name(report.path, root)
            if name is None:
                outside.append(report.path)
            else:
                known[name] = tuple(entries)
    return Baseline(root, known, outside)


def outside_of(file: Path, paths: Sequence[str]) -> Bilingual:
    """What is said of paths that the baseline in `file` does not speak for."""
    more = Bilingual(" 等", " and more") if len(paths) > 3 else Bilingual("", "")
    boundary = boundary_of(file.parent)
    return Bilingual(
        f"{file}：{len(paths)} 个文件在 {boundary} 之外，基线不管它们：{'、'.join(paths[:3])}{more.zh}。",
        f"{file}: does not speak for {len(paths)} files outside {boundary}: {', '.join(paths[:3])}{more.en}.",
    )


def read_baseline(file: Path) -> Baseline:
    """The baseline that a file holds. Raises BaselineError."""
    import json

    try:
        data = json.loads(read_text(file, BASELINE))
        if data["version"] != VERSION:
            raise BaselineError(
                f"{file}：版本 {data['version']!r} 不认识。用 speechlint baseline 重写。",
                f"{file}: version {data['version']!r} is unknown. Write it anew with speechlint baseline.",
            )
        known = {path: tuple(names) for path, names in data["findings"].items()}
        if not all(isinstance(names, list) and set(map(type, names)) <= {str} for names in data["findings"].values()):
            raise TypeError("findings")
    except FileNotFoundError as error:
        raise BaselineError(
            f"{file}：没有这个文件。用 speechlint baseline 生成，或从配置中删去 baseline。",
            f"{file}: no such file. Write it with speechlint baseline, or take baseline out of the configuration.",
        ) from error
    except RefusedFileError as refusal:
        raise BaselineError(f"{file}：{refusal.zh}。", f"{file}: {refusal.en}.") from refusal
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        said = f"{type(error).__name__}: {error}"
        raise BaselineError(
            f"{file}：不是基线文件（{said}）。用 speechlint baseline 重写。",
            f"{file}: not a baseline file ({said}). Write it anew with speechlint baseline.",
        ) from error
    root = Path(os.path.abspath(file)).parent
    outside = [path for path in known if _leads_out(path, root)]
    return Baseline(root, {path: names for path, names in known.items() if path not in set(outside)}, outside)


def _leads_out(path: str, root: Path) -> bool:
    """Whether a path that somebody wrote leads out of the repository of `root`."""
    if os.path.isabs(path) or path.startswith("/"):
        return True
    return ".." in PurePath(path).parts and not is_inside(root / path, boundary_of(root))


def baseline_text(baseline: Baseline) -> str:
    """The baseline as the text of its file: sorted, a fingerprint a line, so that merges are easy."""
    import json

    data = {"version": VERSION, "findings": {path: list(baseline.known[path]) for path in sorted(baseline.known)}}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
