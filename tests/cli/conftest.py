"""A working folder with a rule pack of its own, and the program called in it."""

from __future__ import annotations

import os
import subprocess
import sys
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
