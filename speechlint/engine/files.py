"""From the paths of a command line to the files to be checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path, PurePath

from speechlint.config.schema import Config
from speechlint.engine.globs import Globs
from speechlint.engine.ignore import IgnoreError, Ignores, ignores_above
from speechlint.engine.opened import is_lock, opened_elsewhere
from speechlint.engine.setting import SettingError
from speechlint.findings.bilingual import Bilingual
from speechlint.formats.foreign import DRAFTS
from speechlint.text.named_tuple import NamedTuple

# Never drafts, and often huge. Hidden folders are left out too.
FOREIGN_FOLDERS = frozenset({"node_modules", "site-packages", "__pycache__"})


class Chosen(NamedTuple):
    """A file to check and the configuration that holds for it; `path` as reports name it."""

    path: str
    config: Config


class Collected(NamedTuple):
    """`files` in the order of their paths; `problems` says which of the paths could not be followed, and `remarks`
    what folders hold besides that may be drafts.
    """

    files: tuple[Chosen, ...]
    problems: tuple[Bilingual, ...]
    remarks: tuple[Bilingual, ...] = ()


class Collector:
    """`config_for` gives the configuration of a file, `suffixes_for` what its drafts end in (lower case, with the dot).

    Both may raise SettingError: it is told once, and the files it concerns are left out.
    """

    def __init__(
        self,
        config_for: Callable[[Path], Config],
        suffixes_for: Callable[[Config], frozenset[str]],
        force_exclude: bool = False,
    ) -> None:
        self.config_for = config_for
        self.suffixes_for = suffixes_for
        self.force_exclude = force_exclude
        self._problems: list[Bilingual] = []
        self._remarks: list[Bilingual] = []

    def collect(self, paths: Sequence[str]) -> Collected:
        """The files below the paths; a file that is named is always among them, but for `force_exclude`."""
        self._problems, self._remarks = [], []
        found: dict[str, Chosen] = {}
        for path in paths:
            for chosen in self._from_folder(path) if os.path.isdir(path) else self._named(path):
                if self._free(chosen.path):
                    found.setdefault(os.path.abspath(chosen.path), chosen)
        files = sorted(found.values(), key=lambda chosen: PurePath(chosen.path).as_posix())
        return Collected(tuple(files), tuple(dict.fromkeys(self._problems)), tuple(dict.fromkeys(self._remarks)))

    def _free(self, path: str) -> bool:
        """Whether no other program has the file open; if one has, that is said."""
        said = opened_elsewhere(path)
        if said is not None:
            self._problems.append(Bilingual(f"{path}：{said.zh}", f"{path}: {said.en}"))
        return said is None

    def _named(self, path: str) -> Iterator[Chosen]:
        config = self._config(os.path.abspath(path))
        if config is None or (self.force_exclude and excluded(os.path.abspath(path), config)) or is_lock(path):
            return
        yield Chosen(_shown(path), config)

    def _from_folder(self, path: str) -> Iterator[Chosen]:
        folder = os.path.abspath(path)
        said = len(self._problems)
        config = self._config(os.path.join(folder, "_"))
        if config is not None and self.force_exclude and excluded(folder, config, folder=True):
            return
        passed = _Passed()
        drafts = 0
        try:
            above = ignores_above(folder)
        except IgnoreError as error:
            self._problems.append(error.said)
            return
        for chosen in self._below(folder, above, passed):
            drafts += 1
            yield chosen
        if passed.foreign:
            kinds = sorted({PurePath(name).suffix.lower() for name in passed.foreign})
            count = len(passed.foreign)
            self._remarks.append(
                Bilingual(
                    f"{path}：有 {count} 个 {'、'.join(kinds)} 文件读不了，没有检查；请另存为 .docx 后再检查",
                    f"{path}: {count} {' '.join(kinds)} files cannot be read and were not checked; save them as .docx",
                )
            )
        if not drafts and not passed.any and len(self._problems) == said:
            suffixes = self._suffixes(config)
            self._problems.append(
                Bilingual(
                    f"{path}：没有可检查的文件。请指明文件，或确认文件夹里有 {'、'.join(suffixes)} 文件。",
                    f"{path}: no files to check. Name a file, or a folder with {' '.join(suffixes)} files.",
                )
            )

    def _below(self, top: str, above: Ignores, passed: _Passed) -> Iterator[Chosen]:
        stack = [(top, above)]
        while stack:
            folder, ignores = stack.pop()
            config = self._config(os.path.join(folder, "_"))
            entries = self._entries(folder)
            if config is None or entries is None:
                continue
            try:
                ignores = ignores.within(folder)
            except IgnoreError as error:  # what it leaves out is not known, and might be mended
                self._problems.append(error.said)
                continue
            suffixes = self.suffixes_for(config)
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    if _foreign(entry):
                        continue
                    if ignores.ignores(entry.path, folder=True) or excluded(entry.path, config, folder=True):
                        passed.any = True
                        continue
                    stack.append((entry.path, ignores))
                elif PurePath(entry.name).suffix.lower() in DRAFTS and not is_lock(entry.name):
                    if not (ignores.ignores(entry.path, folder=False) or excluded(entry.path, config)):
                        passed.foreign.append(entry.name)
                elif wanted(entry.path, config, suffixes) and _is_own(entry):
                    if ignores.ignores(entry.path, folder=False) or excluded(entry.path, config):
                        passed.any = True
                    elif entry.is_file():
                        yield Chosen(_shown(entry.path), config)
                    elif os.path.exists(entry.path):  # else a link without its target
                        self._remarks.append(_no_file(_shown(entry.path)))

    def _entries(self, folder: str) -> list[os.DirEntry[str]] | None:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._problems.append(
                Bilingual(
                    f"{folder}：无法打开文件夹：{error.strerror}", f"{folder}: cannot open the folder: {error.strerror}"
                )
            )
            return None

    def _config(self, path: str) -> Config | None:
        try:
            config = self.config_for(Path(path))
            self.suffixes_for(config)
        except SettingError as error:
            self._problems.append(error.said)
            return None
        return config

    def _suffixes(self, config: Config | None) -> list[str]:
        return sorted(self.suffixes_for(config)) if config is not None else []


class _Passed:
    """Whether something was left out (then a folder without drafts is no mistake of the user), and what cannot be
    read.
    """

    def __init__(self) -> None:
        self.any = False
        self.foreign: list[str] = []


def excluded(path: str, config: Config, *, folder: bool = False) -> bool:
    """Whether the absolute path, or a folder above it, matches `exclude`."""
    if not config.exclude:
        return False
    name = _below_root(path, config)
    return name is not None and _globs(config.exclude).match(name, folder=folder)


def wanted(path: str, config: Config, suffixes: frozenset[str]) -> bool:
    """Whether a file found in a folder is a draft.

    With `include`, it has to match one of its patterns; a pattern that names no suffix says where drafts lie, and what
    lies there still needs the suffix of a draft.
    """
    known = PurePath(path).suffix.lower() in suffixes
    if not config.include:
        return known
    name = _below_root(path, config)
    if name is None:
        return known
    exact = tuple(pattern for pattern in config.include if "." in pattern.rpartition("/")[2])
    where = tuple(pattern for pattern in config.include if pattern not in exact)
    return (bool(exact) and _globs(exact).match(name)) or (known and bool(where) and _globs(where).match(name))


@lru_cache(maxsize=64)
def _globs(patterns: tuple[str, ...]) -> Globs:
    return Globs(patterns)


def _below_root(path: str, config: Config) -> str | None:
    root = str(config.root or Path.cwd())
    try:
        name = os.path.relpath(path, root)
    except ValueError:  # on another drive
        return None
    return None if name.startswith(os.pardir + os.sep) or name in (os.curdir, os.pardir) else name.replace(os.sep, "/")


def _foreign(entry: os.DirEntry[str]) -> bool:
    return (
        entry.name.startswith(".")
        or entry.name in FOREIGN_FOLDERS
        or os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))
    )


def _is_own(entry: os.DirEntry[str]) -> bool:
    """No folder, and no link to one or to a sibling; `._x` holds what macOS keeps beside `x`."""
    if entry.name.startswith("._") or is_lock(entry.name) or entry.is_dir():
        return False
    return not entry.is_symlink() or os.path.dirname(os.path.realpath(entry.path)) != os.path.dirname(entry.path)


def _no_file(path: str) -> Bilingual:
    return Bilingual(
        f"{path}：是管道或设备，不是普通文件，没有检查",
        f"{path}: a pipe or device and no plain file, so it was not checked",
    )


def _shown(path: str) -> str:
    """Relative to the working folder where it lies below it."""
    full, here = os.path.abspath(path), os.getcwd()
    # Windows knows `c:` and `C:` as one.
    if os.path.normcase(full).startswith(os.path.normcase(here).rstrip(os.sep) + os.sep):
        return os.path.relpath(full, here)
    return path
