"""The other set-ups of docs/editors.md: Vim's is run, the rest is read as the editors read it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.server.setups import TEXT, program, run, setup_of

TELL = "call writefile([json_encode(map(getqflist(), {_, one -> [bufname(one.bufnr), one.lnum, one.type, one.text]}))], $TOLD)"


def test_vim_lists_what_is_found(folder: Path, tmp_path: Path) -> None:
    vim = program("vim")
    (tmp_path / "vimrc").write_text("filetype on\n" + setup_of("vim"), encoding="utf-8")
    draft = folder / "讲话 稿.txt"
    draft.write_text(TEXT + "运走烟媒，俩个仓库。\n", encoding="utf-8")
    run(
        *(vim, "-N", "-u", str(tmp_path / "vimrc"), "-es", str(draft)),
        *("-c", "silent make", "-c", TELL, "-c", "qall!"),
        folder=folder,
        home=tmp_path / "home",
        TOLD=str(tmp_path / "told.json"),
    )
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert [(Path(name).name, row, kind, text) for name, row, kind, text in told] == [
        ("讲话 稿.txt", 3, "e", "toy/tea “红荼”应为“红茶”"),
        ("讲话 稿.txt", 4, "w", "toy/coal “烟媒”应为“烟煤”"),
        ("讲话 稿.txt", 4, "", "hint toy/pair “俩个”应为“两个”"),
    ]


def test_helix_is_told_of_the_server() -> None:
    languages = tomllib.loads(setup_of("helix"))
    server = languages["language-server"]["speechlint"]
    assert [server["command"], *server["args"]] == ["speechlint", "server"]
    assert server["config"] == {"trusted": True}
    assert all(language["language-servers"] == ["speechlint"] for language in languages["language"])
    assert [language["name"] for language in languages["language"]] == ["markdown", "text"]


def test_coc_is_told_of_the_server() -> None:
    server = json.loads(setup_of("coc"))["languageserver"]["speechlint"]
    assert [server["command"], *server["args"]] == ["speechlint", "server"]
    assert server["initializationOptions"] == {"trusted": True}


def test_zeds_task_checks_a_file(folder: Path, tmp_path: Path) -> None:
    (task,) = json.loads(setup_of("zed"))
    (folder / "a.txt").write_text("红茶。\n", encoding="utf-8")
    arguments = [argument.replace("$ZED_FILE", "a.txt") for argument in task["args"]]
    assert "没有" in run(program(task["command"]), *arguments, folder=folder, home=tmp_path / "home")


@pytest.mark.parametrize("editor", ["vscode", "neovim", "emacs", "helix", "vim", "coc", "zed"])
def test_every_editor_has_its_set_up(editor: str) -> None:
    assert setup_of(editor).strip()
