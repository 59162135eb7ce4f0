"""The programs that speechlint is measured beside: how each is installed, called and understood.

Every one comes from PyPI or npm by its name, into a folder of its own. What a program reports is only counted; a
program that prints the mended text is counted by the places where that differs.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

RULE_PART = Path(__file__).with_name("pycorrector_rules.py")


class Peer(NamedTuple):
    """A program, and what one has to know to measure it."""

    name: str
    what: str
    python: tuple[str, ...]  # distributions
    node: tuple[str, ...]  # packages
    command: tuple[str, ...]  # {bin}, {node} and {python} are filled in; the files follow
    count: Callable[[str, str], int]  # (what it printed, the text it read) -> how many places it reports
    many: bool = True  # whether it takes several files
    markdown: bool = False  # whether it reads nothing but .md, in the folder where it is started


def _lines(pattern: str) -> Callable[[str, str], int]:
    found = re.compile(pattern, re.MULTILINE)
    return lambda printed, _: len(found.findall(printed))


def _mended(printed: str, text: str) -> int:
    """Places where a mended text differs."""
    steps = difflib.SequenceMatcher(None, text.strip(), printed.strip(), autojunk=False).get_opcodes()
    return sum(tag != "equal" for tag, *_ in steps)


def _autocorrect(printed: str, _: str) -> int:
    files = json.loads(printed)["messages"]
    return sum(_mended(line["new"], line["old"]) for file in files for line in file["lines"])


PEERS = [
    Peer(
        "AutoCorrect",
        "width and spacing; Rust, called from node",
        (),
        ("autocorrect-node",),
        ("node", "{node}/autocorrect-node/cli.js", "--lint", "--format", "json"),
        _autocorrect,
    ),
    Peer("limae", "width and spacing; Rust", ("limae",), (), ("{bin}/limae",), _lines(r": (?:error|warning): ")),
    Peer(
        "zhlint",
        "width, spacing, pairs; JavaScript",
        (),
        ("zhlint",),
        ("node", "{node}/zhlint/bin/index.js"),
        _lines(r":[0-9]+:[0-9]+ - "),
        markdown=True,
    ),
    Peer(
        "textlint",
        "one rule, about brackets; JavaScript",
        (),
        ("textlint", "textlint-rule-zh-half-and-full-width-bracket"),
        ("node", "{node}/textlint/bin/textlint.js", "--rule", "zh-half-and-full-width-bracket", "--format", "unix"),
        _lines(r":[0-9]+:[0-9]+: "),
    ),
    Peer(
        "cjk-text-formatter",
        "width and spacing; Python",
        ("cjk-text-formatter",),
        (),
        ("{bin}/ctf",),
        _mended,
        many=False,
    ),
    Peer("codespell", "English words; Python", ("codespell",), (), ("{bin}/codespell",), _lines(r" ==> ")),
    Peer("typos", "English words; Rust", ("typos",), (), ("{bin}/typos", "--format", "brief"), _lines(r" -> ")),
    Peer(
        "pycorrector, rule part",
        "proper names and idioms; Python",
        ("pycorrector", "jieba", "pypinyin", "loguru", "numpy"),
        (),
        ("{python}", str(RULE_PART)),
        _lines(r"^slip "),
    ),
]


class Tools:
    """The programs in a folder; installed there where they are missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._python = folder / "python"

    def install(self, peer: Peer) -> str | None:
        """Install one; what went wrong, in a line, or None."""
        try:
            if peer.python and not (self._python / "bin" / "python").exists():
                venv.create(self._python, with_pip=True)
            missing = [name for name in peer.python if not self._version(name)]
            if missing:
                # Without what they require: one of them requires models of gigabytes, which its rules do not use.
                plain = [name for name in missing if name != "pycorrector"]
                for names, option in ((plain, []), ([*(set(missing) - set(plain))], ["--no-deps"])):
                    if names:
                        self._run([str(self._python / "bin" / "pip"), "install", "-q", *option, *names])
            absent = [name for name in peer.node if not (self._folder / "node_modules" / name).exists()]
            if absent:
                self._run(["npm", "install", "--silent", "--prefix", str(self._folder), *absent])
        except (OSError, subprocess.CalledProcessError) as error:
            return str(error)
        return None

    def version(self, peer: Peer) -> str:
        """The version that is measured."""
        if peer.node:
            package = self._folder / "node_modules" / peer.node[0] / "package.json"
            return str(json.loads(package.read_text(encoding="utf-8"))["version"])
        return self._version(peer.python[0])

    def command(self, peer: Peer, files: Sequence[str]) -> list[str]:
        """The command that checks these files, which lie in one folder."""
        places = {
            "bin": self._python / "bin",
            "python": self._python / "bin" / "python",
            "node": self._folder / "node_modules",
        }
        command = [part.format_map({name: str(place) for name, place in places.items()}) for part in peer.command]
        if not peer.markdown:
            return [*command, *files]
        copies = [_as_markdown(Path(file)) for file in files]
        # Such a program takes one pattern, and only of the folder that it is started in.
        pattern = copies[0].name if len(copies) == 1 else "*.md"
        return ["env", "-C", str(copies[0].parent), *command, pattern]

    def _version(self, name: str) -> str:
        site = self._python / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
        found = list(metadata.distributions(name=name, path=[str(site)]))
        return found[0].version if found else ""

    def _run(self, command: Sequence[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _as_markdown(file: Path) -> Path:
    """The same text under a name that ends in .md, in a folder beside the text's own."""
    copy = file.parent.with_name(f"{file.parent.name}-md") / f"{file.stem}.md"
    copy.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, copy)
    return copy
