"""Which paths `.gitignore` files leave out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class Ignores(NamedTuple):
    """The ignore files that hold in one folder, the nearest first: as in git, it has the last word."""

    specs: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def ignores(self, path: str, *, folder: bool) -> bool:
        """Whether the absolute path is left out."""
        for root, spec in self.specs:
            name = os.path.relpath(path, root).replace(os.sep, "/")
            verdict = spec.check_file(f"{name}/" if folder else name).include
            if verdict is not None:
                return verdict
        return False

    def within(self, folder: str) -> Ignores:
        """Those that hold below the folder: its own `.gitignore` comes first."""
        file = Path(folder, NAME)
        return self if file.is_symlink() else self._with(file, folder)  # git follows no link here either

    def _with(self, file: Path, folder: str) -> Ignores:
        if not os.path.isfile(file):  # a pipe would be waited for; Path.is_file() raises in a closed folder
            return self
        try:
            lines = file.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
        except OSError:
            return self
        return Ignores(((folder, ignore_spec(lines)), *self.specs))


def ignores_above(folder: str) -> Ignores:
    """Those that hold in a folder named by the user, without its own file.

    They are looked for from the repository's root down, outside a repository from the working folder. A folder that is
    itself left out was named on purpose: then nothing above it counts.
    """
    root = _root(folder)
    ignores = Ignores()._with(Path(root, ".git", "info", "exclude"), root)
    here = root
    for part in Path(folder).relative_to(root).parts:
        ignores = ignores.within(here)
        here = os.path.join(here, part)
        if ignores.ignores(here, folder=True):
            return Ignores()
    return ignores


def ignore_spec(lines: Iterable[str]) -> GitIgnoreSpec:
    """The matcher of some patterns; like git, one that makes no sense matches nothing."""
    from pathspec import GitIgnoreSpec

    lines = list(lines)
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _makes_sense(line))


def _makes_sense(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _root(folder: str) -> str:
    for above in (Path(folder), *Path(folder).parents):
        if (above / ".git").exists():
            return str(above)
    here = os.getcwd()
    return here if Path(folder).is_relative_to(here) else folder
