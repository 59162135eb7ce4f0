"""Which paths `.gitignore` files leave out."""

from __future__ import annotations

import os
from pathlib import Path

from speechlint.engine.globs import Globs
from speechlint.findings.bilingual import Bilingual
from speechlint.formats.bounded import IGNORED, RefusedFileError, read_bytes
from speechlint.text.named_tuple import NamedTuple

NAME = ".gitignore"


class IgnoreError(Exception):
    """A `.gitignore` that cannot be read, so that nobody knows what it leaves out; `said` names it and says why."""

    def __init__(self, said: Bilingual) -> None:
        super().__init__(said.zh)
        self.said = said


class Ignores(NamedTuple):
    """The ignore files that hold in one folder, the nearest first: as in git, it has the last word."""

    globs: tuple[tuple[str, Globs], ...] = ()

    def ignores(self, path: str, *, folder: bool) -> bool:
        """Whether the absolute path is left out."""
        for root, globs in self.globs:
            verdict = globs.verdict(os.path.relpath(path, root).replace(os.sep, "/"), folder=folder)
            if verdict is not None:
                return verdict
        return False

    def within(self, folder: str) -> Ignores:
        """Those that hold below the folder: its own `.gitignore` comes first. Raises IgnoreError."""
        file = Path(folder, NAME)
        return self if file.is_symlink() else self._with(file, folder)  # git follows no link here either

    def _with(self, file: Path, folder: str) -> Ignores:
        if not os.path.exists(file):  # Path.exists() raises in a folder that may not be entered
            return self
        try:
            text = read_bytes(file, IGNORED).decode("utf-8-sig", "surrogateescape")
        except RefusedFileError as refusal:
            raise IgnoreError(Bilingual(f"{file}：{refusal.zh}", f"{file}: {refusal.en}")) from refusal
        except OSError as error:
            said = Bilingual(f"{file}：无法读取：{error.strerror}", f"{file}: cannot be read: {error.strerror}")
            raise IgnoreError(said) from error
        lines = [line.removesuffix("\r") for line in text.split("\n")]
        return Ignores(((folder, Globs(lines)), *self.globs))


def ignores_above(folder: str) -> Ignores:
    """Those that hold in a folder named by the user, without its own file.

    They are looked for from the repository's root down, outside a repository from the working folder. A folder that is
    itself left out was named on purpose: then nothing above it counts. Raises IgnoreError.
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


def _root(folder: str) -> str:
    for above in (Path(folder), *Path(folder).parents):
        if (above / ".git").exists():
            return str(above)
    here = os.getcwd()
    return here if Path(folder).is_relative_to(here) else folder
