"""A folder of drafts that --fix rewrites, each one known before and after."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from speechlint.config.schema import Config, Placeholders
from speechlint.engine.linter import Linter
from speechlint.engine.work import Wish, do_bytes
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import DOCX
from tests.formats.docx.making import document, paragraph

PACE = 400  # paragraphs a draft: long enough for a process to be killed in the midst of it
MASKED = "第{i}站：X乡长带队查看了泵房，并对值守作了安排。\n"
SETTLED = "第{i}站：白乡长带队查看了泵房，并对值守作了安排。\n"
CONFIGURATION = '[placeholders.values]\n"X乡长" = "白乡长"\n'


class Folder(NamedTuple):
    """Drafts by name, as bytes before and after mending."""

    path: Path
    before: dict[str, bytes]
    after: dict[str, bytes]

    def lay_out(self) -> None:
        for name, data in self.before.items():
            (self.path / name).write_bytes(data)

    def states(self) -> dict[str, str]:
        """What each draft holds: `old`, `new`, or what was lost."""
        return {name: self._state(name) for name in self.before}

    def strangers(self) -> list[str]:
        """Names of files that nobody put there."""
        return sorted({entry.name for entry in self.path.iterdir()} - set(self.before) - {"speechlint.toml"})

    def _state(self, name: str) -> str:
        try:
            data = (self.path / name).read_bytes()
        except FileNotFoundError:
            return "gone"
        return {self.before[name]: "old", self.after[name]: "new"}.get(data, "harmed")


def folder_of(path: Path, count: int, paragraphs: int = PACE, *, words: bool = False) -> Folder:
    """A folder of so many text files; with `words` every fourth is a Word file."""
    path.mkdir()
    (path / "speechlint.toml").write_text(CONFIGURATION, encoding="utf-8")
    before, after = {}, {}
    for number in range(count):
        name = f"稿 {number:03}.txt"
        stops = range(number * paragraphs, (number + 1) * paragraphs)
        before[name] = "".join(MASKED.format(i=i) for i in stops).encode()
        after[name] = "".join(SETTLED.format(i=i) for i in stops).encode()
        if words and number % 4 == 3:
            name, text = f"稿 {number:03}.docx", before.pop(name).decode()
            before[name] = document("".join(map(paragraph, text.removesuffix("\n").split("\n"))))
            after[name] = settled(before[name])
    return Folder(path, before, after)


def settled(data: bytes) -> bytes:
    """A Word file mended in this process; its text is compared, its bytes have to be the same in every other."""
    config = Config(select=("placeholder",), placeholders=Placeholders(values={"X乡长": "白乡长"}))
    found = do_bytes(Linter(config), data, "a.docx", Wish(Applicability.SAFE, write=False)).mended
    assert found is not None
    old, new = (DOCX.read(each, "a.docx", None).text for each in (data, found))
    assert new == old.replace("X乡长", "白乡长") != old
    return found


def mending(folder: Path, *more: str) -> list[str]:
    """The command that mends a folder; rules about masks alone, for the tests are about files."""
    chosen = ("--select", "placeholder", "--quiet")
    return [sys.executable, "-m", "speechlint", "check", "--fix", *chosen, *more, str(folder)]


def mend(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(mending(folder, *more), capture_output=True, text=True, encoding="utf-8", check=False)
