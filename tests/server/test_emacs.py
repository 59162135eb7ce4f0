"""Emacs with eglot, set up as docs/editors.md says."""

from __future__ import annotations

import json
from pathlib import Path

from tests.server.setups import MENDED, TEXT, program, run, setup_of

DRIVE = Path(__file__).with_name("drive.el")


def test_emacs_marks_and_mends(folder: Path, tmp_path: Path) -> None:
    emacs = program("emacs")
    (tmp_path / "init.el").write_text(setup_of("emacs"), encoding="utf-8")
    draft = folder / "讲话 稿.txt"
    draft.write_text(TEXT, encoding="utf-8")
    # -q leaves out the user's own init file; packages are found as in any session.
    run(
        *(emacs, "--batch", "-q", "-l", "package", "-f", "package-initialize"),
        *("-l", str(tmp_path / "init.el"), "-l", str(DRIVE), str(draft)),
        folder=folder,
        home=tmp_path / "home",
        TOLD=str(tmp_path / "told.json"),
    )
    out = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    (found,) = out["found"]
    assert (found["words"], found["line"]) == ("红荼", 3)
    assert "“红荼”应为“红茶”" in found["text"] and "toy/tea" in found["text"]
    assert out["fixed"] == MENDED
    assert out["undone"] == TEXT
    assert out["formatted"] == MENDED
    assert draft.read_text(encoding="utf-8") == TEXT, "nothing is written that was not saved"
