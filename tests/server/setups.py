"""The set-ups of docs/editors.md, and the programs that try them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "editors.md"
# 𠮷 takes one code point, two units of UTF-16 and four bytes.
TEXT = "𠮷林讲话\n各位领导：\n　　𠮷林近日，我们再接再励，𠮷林收购红荼。\n"
MENDED = "𠮷林讲话\n各位领导：\n　　𠮷林近日，我们再接再励，𠮷林收购红茶。\n"
TIMEOUT = 180  # seconds that an editor may take on a machine under load


def setup_of(editor: str) -> str:
    """The block that the page gives for an editor."""
    found = re.search(rf"<!-- setup: {editor} -->\n```[a-z]+\n(.*?)```\n", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, f"docs/editors.md has no set-up for {editor}"
    return found[1]


def program(name: str) -> str:
    """Where an editor lies, that of this environment first; without it the test is left out, but never where CI is set."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")
    return found


def environment(home: Path) -> dict[str, str]:
    """That of a user whose home is empty, with `speechlint` on the PATH."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NVIM", "VIM", "EMACS"))}
    home.mkdir(exist_ok=True)
    return {
        **kept,
        "HOME": str(home),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }


def run(*command: str, folder: Path, home: Path, **variables: str) -> str:
    """What an editor printed; it must end well."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**environment(home), **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout
