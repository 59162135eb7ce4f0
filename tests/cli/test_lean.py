"""What the program does not import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import speechlint


def imported(*arguments: str) -> set[str]:
    """The modules that a run of the program has imported at its end."""
    code = "import sys; from speechlint.cli.main import main; main(); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_every_public_name_is_found() -> None:
    assert all(hasattr(speechlint, name) for name in speechlint.__all__)
    assert set(speechlint.__all__) <= set(dir(speechlint))


def test_typing_extensions_is_spared(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("各乡镇仓储点运转平稳。\n", encoding="utf-8")
    found = imported("check", "--no-cache", "--isolated", str(draft))
    assert "msgspec" in found
    assert not {"typing_extensions", "importlib.resources", "rich", "pygls", "jinja2", "pathspec"} & found
    assert not {"click", "pluggy"} & found
