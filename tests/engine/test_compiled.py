"""Compiled words kept between runs: never another result, whatever lies in the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from speechlint.engine.compiled import scan_of
from speechlint.lexicon.literals import Literals

TEXT = "小编整理，歡迎下載，市里的会员群"
SETS = [Literals(("小编", "下载")), Literals(("会员",)), Literals(("里的",), both_scripts=False)]


def shown(folder: Path | None) -> list[list[tuple[int, int]]]:
    scan = scan_of(SETS, folder)
    return [scan.places(TEXT).get(literals, []) for literals in SETS]


WANTED = [[(0, 2), (7, 9)], [(13, 15)], [(11, 13)]]


def test_cold_warm_and_without(tmp_path: Path) -> None:
    assert shown(None) == shown(tmp_path) == shown(tmp_path) == WANTED
    assert len(list(tmp_path.glob("*.words"))) == 1


def test_nothing_is_written_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown(None)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:40],
        lambda data: data[:-1],
        lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
        lambda data: b"something else",
    ],
    ids=["empty", "head only", "cut short", "one bit", "foreign"],
)
def test_a_damaged_file_is_built_anew(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    shown(tmp_path)
    (file,) = tmp_path.glob("*.words")
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert shown(tmp_path) == WANTED
    assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert shown(tmp_path / "file" / "below") == WANTED


def test_other_words_are_another_file(tmp_path: Path) -> None:
    shown(tmp_path)
    scan_of([Literals(("小编", "下载")), Literals(("会员", "里的"))], tmp_path)
    assert len(list(tmp_path.glob("*.words"))) == 2
