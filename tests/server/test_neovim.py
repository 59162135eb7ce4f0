"""Neovim, set up as docs/editors.md says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.server.setups import MENDED, TEXT, program, run, setup_of

DRIVE = Path(__file__).with_name("drive.lua")
ONLY_UTF16 = "\nvim.lsp.config('speechlint', { capabilities = { general = { positionEncodings = { 'utf-16' } } } })\n"


@pytest.mark.parametrize(("encoding", "more"), [("utf-8", ""), ("utf-16", ONLY_UTF16)])
def test_neovim_marks_and_mends(folder: Path, tmp_path: Path, encoding: str, more: str) -> None:
    nvim = program("nvim")
    (tmp_path / "init.lua").write_text(setup_of("neovim") + more, encoding="utf-8")
    draft = folder / "讲话 稿.txt"
    draft.write_text(TEXT, encoding="utf-8")
    told = run(
        *(nvim, "--headless", "-u", str(tmp_path / "init.lua"), str(draft), "-c", f"luafile {DRIVE}"),
        folder=folder,
        home=tmp_path / "home",
    )
    out = json.loads(told)
    assert out["encoding"] == encoding
    assert out["found"] == [{"code": "toy/tea", "severity": 1, "words": "红荼", "line": 2}]
    assert out["fixed"] == MENDED
    assert out["formatted"] == MENDED
    assert draft.read_text(encoding="utf-8") == TEXT, "nothing is written that was not saved"
