"""Compiled words kept between runs: never another result, whatever lies in the folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from speechlint import Config, Linter
from speechlint.engine.compiled import scan_of
from speechlint.lexicon.literals import Literals, Scan

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


def test_our_own_rules_are_known_by_our_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unread() -> list[str]:
        raise AssertionError("read although the scan was kept")

    def sets(words: Callable[[], list[str]]) -> list[Literals]:
        return [Literals(words), Literals(("会员",))]

    scan_of(sets(lambda: ["小编", "下载"]), tmp_path, ["a/b", "c/d"])
    kept = sets(unread)
    assert scan_of(kept, tmp_path, ["a/b", "c/d"]).places(TEXT) == {kept[0]: [(0, 2), (7, 9)], kept[1]: [(13, 15)]}
    for other in (["a/b"], ["a/bc", "/d"], None):
        with pytest.raises(AssertionError):
            scan_of(sets(unread), tmp_path, other)
    monkeypatch.setattr("speechlint.engine.compiled.program", lambda: ("changed.py 1 1",))
    with pytest.raises(AssertionError):
        scan_of(sets(unread), tmp_path, ["a/b", "c/d"])


def test_only_a_run_with_our_own_rules_is_known_by_our_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[object] = []

    def scan(sets: Sequence[Literals], folder: Path | None, shipped: object = None) -> Scan:
        asked.append(shipped)
        return Scan(sets[:1])

    monkeypatch.setattr("speechlint.engine.compiled.scan_of", scan)
    (tmp_path / "pack").mkdir()
    for linter in (
        Linter(),
        Linter(catalogue=Linter().catalogue),
        Linter(Config(rule_packs=("pack",), root=tmp_path)),
    ):
        linter.check_text("好")
    ours, *others = asked
    assert isinstance(ours, list) and "watermark/page-footer" in ours
    assert others == [None, None]
