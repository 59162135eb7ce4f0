"""A working folder with a rule pack of its own, and the program called in it."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from speechlint.cli.main import main
from speechlint.engine.setting import forget

# Rules of the tests' own, so that what the program's rules say may change freely.
RULE = """\
id = "toy/{name}"
kind = "swap"
severity = "{severity}"
title = {{ zh = "{title}", en = "{name}" }}
why = {{ zh = "试验用。", en = "For tests." }}
message = {{ zh = "“{{text}}”应为“{{right}}”", en = "'{{text}}' should be '{{right}}'" }}
[match]
swaps = {{ "{wrong}" = "{right}" }}
[fix]
applicability = "{applicability}"
because = {{ zh = "只是试验。", en = "Only a test." }}
title = {{ zh = "改为“{{right}}”", en = "use '{{right}}'" }}
[[example]]
bad = "这是⟦{wrong}⟧。"
fixed = "这是{right}。"
[[example]]
good = "这是{right}。"
"""
RULES = {
    "tea": ("错误茶", "error", "红荼", "红茶", "safe"),
    "coal": ("错误煤", "warning", "烟媒", "烟煤", "unsafe"),
    "pair": ("错误俩", "hint", "俩个", "两个", "safe"),
}
CONFIG = 'rule-packs = ["pack"]\nselect = ["toy"]\n'
DRAFT = "收购红荼，运走烟媒。\n　　俩个仓库都满了。\n"
MENDED = "收购红茶，运走烟媒。\n　　俩个仓库都满了。\n"
MENDED_UNSAFE = "收购红茶，运走烟煤。\n　　俩个仓库都满了。\n"
MENDED_HINT = "收购红荼，运走烟媒。\n　　两个仓库都满了。\n"


class Outcome(NamedTuple):
    """What the program gave."""

    status: int
    out: str
    err: str


Call = Callable[..., Outcome]


def write_pack(folder: Path) -> None:
    """The rules of the tests, as a pack."""
    pack = folder / "toy"
    pack.mkdir(parents=True)
    for name, (title, severity, wrong, right, applicability) in RULES.items():
        text = RULE.format(
            name=name, title=title, severity=severity, wrong=wrong, right=right, applicability=applicability
        )
        (pack / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a configuration and no draft; the cache is the test's own, and so is the terminal."""
    work = tmp_path / "work"
    write_pack(work / "pack")
    (work / "speechlint.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(work)
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "SPEECHLINT_AMBIGUOUS_WIDTH"):
        monkeypatch.delenv(name, raising=False)
    forget()
    return work


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """The program, called in this process."""

    def run(*arguments: str) -> Outcome:
        capfdbinary.readouterr()
        status = main(arguments)
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run


def start(*arguments: str, **keys: Any) -> subprocess.Popen[bytes]:
    """The program in a process of its own, in the working folder."""
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path, **keys.pop("variables", {})}
    command = [sys.executable, "-m", "speechlint", *arguments]
    keys = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | keys
    return subprocess.Popen(command, env=environment, **keys)


def install(tmp_path: Path, name: str, source: str) -> str:
    """A distribution with one plugin, which the configuration names; the module path on which it is found."""
    info = tmp_path / "site" / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[speechlint]\n{name} = {name}_plugin\n", encoding="utf-8")
    (tmp_path / "site" / f"{name}_plugin.py").write_text(source, encoding="utf-8")
    with Path("speechlint.toml").open("a", encoding="utf-8") as file:
        file.write(f'plugins = ["{name}"]\n')
    return os.pathsep.join(filter(None, [str(tmp_path / "site"), os.environ.get("PYTHONPATH")]))


class Terminal:
    """A program whose output goes to a terminal of the given size; stdout and stderr alike."""

    def __init__(self, *arguments: str, columns: int = 80, **variables: str) -> None:
        import fcntl
        import struct
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.process = start(
            *arguments, stdin=theirs, stdout=theirs, stderr=theirs, variables={"TERM": "xterm", **variables}
        )
        os.close(theirs)
        self.shown = ""

    def until(self, wanted: str, seconds: float = 30) -> str:
        """What was shown since, up to the wanted words."""
        end = time.monotonic() + seconds
        while wanted not in self.shown:
            assert time.monotonic() < end, f"{wanted!r} never came: {self.shown!r}"
            self._read()
        before, after = self.shown.split(wanted, 1)
        self.shown = after
        return before + wanted

    def rest(self) -> str:
        while self._read():
            pass
        self.process.wait(30)
        return self.shown

    def _read(self) -> bool:
        if not select.select([self._ours], [], [], 0.2)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.shown += data.decode()
        return bool(data)
