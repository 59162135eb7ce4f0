"""Files that are read together: what comes of each is what comes of it alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.engine.pool import Task, groups
from speechlint.engine.setting import Setting
from speechlint.engine.work import Wish, do_file, do_files
from speechlint.findings.fix import Applicability

SLIP = "各渔村要防范化解重大风脸，守住安全底线。\n"
TEXTS = {
    "a.txt": SLIP.encode(),
    "b.txt": b"",
    "c.md": f"# 渔港\n\n{SLIP}`{SLIP}`".encode(),
    "d.txt": b"\xff\xfe\x00",
    "e.txt": ("会场设在⼯会。\u200b\n" + SLIP * 40).encode("gb18030"),
    "f.docx": b"PK",
}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    for name, data in TEXTS.items():
        (tmp_path / name).write_bytes(data)
    return [str(tmp_path / name) for name in (*TEXTS, "missing.txt", "a.txt")]


@pytest.mark.parametrize("wish", [Wish(), Wish(Applicability.UNSAFE, write=False)], ids=["look", "mend"])
def test_neighbours_change_nothing(wish: Wish, paths: list[str]) -> None:
    linter = Linter(Config())
    alone = [do_file(linter, path, wish) for path in paths]
    assert list(do_files(linter, paths, wish)) == alone
    assert [bool(done.report.kept) for done in alone[:2]] == [wish.fix is None, False]


def test_one_that_cannot_be_gathered_spoils_no_other(paths: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    linter = Linter(Config())
    alone = [do_file(linter, path, Wish()) for path in paths]

    def fails(_documents: object) -> None:
        raise MemoryError

    monkeypatch.setattr("speechlint.document.evidence.gather", fails)
    assert list(do_files(linter, paths, Wish())) == alone


def test_groups_are_neighbours_of_one_setting() -> None:
    one, other = Setting(Config()), Setting(Config(preset="strict"))
    settings = [one, one, one, other, other, one]
    tasks = [Task(f"{size}.txt", size, setting) for size, setting in zip((5, 5, 1, 1, 20, 1), settings, strict=True)]
    assert list(groups(tasks, range(6), 10, 16)) == [[0, 1], [2], [3], [4], [5]]
    assert list(groups(tasks, range(6), 100, 2)) == [[0, 1], [2], [3, 4], [5]]
    assert list(groups(tasks, (), 10, 16)) == []
