"""The cache: the same results, cold, warm, damaged or read-only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from speechlint.engine import cache as module
from speechlint.engine.cache import Cache, Store, pack, unpack
from speechlint.engine.place import cache_root, digest_of
from speechlint.engine.setting import Setting, forget
from tests.cli.conftest import DRAFT, Call, call, folder

__all__ = ["call", "folder"]


@pytest.fixture
def drafts() -> list[Path]:
    paths = [Path(f"{i}.txt") for i in range(4)] + [Path("sub") / "x.md"]
    Path("sub").mkdir()
    for i, path in enumerate(paths):
        path.write_text(DRAFT * i + "入库。\n", encoding="utf-8")
    return paths


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "a bit flipped": flip,
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-3]),
    "emptied": lambda file: file.write_bytes(b""),
    "something else": lambda file: file.write_bytes(b"\x80" * 500),
    "its head alone": lambda file: file.write_bytes(module.MAGIC),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
}
REPORT = ("check", "--output-format", "json", "--show-suppressed", "--config", "words.allow=['烟媒']")


@pytest.mark.parametrize("damage", DAMAGES)
def test_results_are_the_same_cold_warm_and_damaged(
    damage: str, drafts: list[Path], call: Call, tmp_path: Path
) -> None:
    cold = call(*REPORT, "--no-cache")
    assert call(*REPORT) == cold
    assert call(*REPORT) == cold
    files = sorted((tmp_path / "cache").iterdir())
    assert [file.suffix for file in files] == [".bin"] * 2
    for file in files:
        DAMAGES[damage](file)
    assert call(*REPORT) == cold
    assert call(*REPORT) == cold


def test_a_cache_that_cannot_be_written_says_nothing(drafts: list[Path], call: Call, tmp_path: Path) -> None:
    cold = call(*REPORT, "--no-cache")
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert call(*REPORT) == cold


def test_unchanged_files_are_not_checked_again(drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    warm = call(*REPORT)
    drafts[2].write_text(DRAFT, encoding="utf-8")
    checked: list[str] = []
    from speechlint.engine.linter import Linter

    plain = Linter.check

    def counted(self: Linter, source: object) -> object:
        checked.append(str(source.path))  # type: ignore[attr-defined]
        return plain(self, source)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "check", counted)
    again = call(*REPORT)
    assert checked == ["2.txt"]
    assert again != warm
    assert call(*REPORT, "--no-cache") == again


def test_other_rules_and_settings_have_other_results(drafts: list[Path], call: Call) -> None:
    first = call("check", "--output-format", "concise")
    assert call("check", "--output-format", "concise", "--ignore", "toy/tea").out != first.out
    rule = Path("pack/toy/tea.toml")
    rule.write_text(rule.read_text(encoding="utf-8").replace('"error"', '"hint"'), encoding="utf-8")
    forget()
    second = call("check", "--output-format", "concise")
    assert second.out == first.out.replace("error", "hint")


def test_the_baseline_is_applied_after_the_cache(drafts: list[Path], call: Call) -> None:
    call("check")
    call("baseline", ".")
    assert call("check", "--output-format", "concise") == (0, "", "")
    Path("3.txt").rename("moved.txt")
    assert call("check", "--output-format", "concise") == (0, "", "")


def test_a_store_forgets_the_files_it_has_not_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 2)
    file = tmp_path / "store.bin"
    store = Store(file)
    for name in "abc":
        store.put(name, name.encode() * 32, b"\x92\x90\x90")
    store.save()
    later = Store(file)
    assert sorted(later.entries) == ["a", "b"]
    later.put("d", b"d" * 32, b"\x92\x90\x90")
    later.save()
    assert "d" in Store(file).entries


def test_findings_survive_packing(drafts: list[Path]) -> None:
    from speechlint.engine.linter import Linter

    report = Linter().check_text("会场设在⼯会。\u200b\u200b第3页 共9页", "a.txt")
    import msgspec

    found = msgspec.msgpack.decode(pack(report), type=module.Found)
    assert unpack(found, report.source) == report


def test_where_it_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    assert cache_root() == tmp_path
    monkeypatch.delenv("SPEECHLINT_CACHE_DIR")
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/tmp/mine")
    assert cache_root() == Path("/var/tmp/mine/speechlint")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_root() == Path("/home/somebody/.cache/speechlint")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache_root() == Path("/home/somebody/Library/Caches/speechlint")


def test_drafts_have_no_cache_beside_them(drafts: list[Path], call: Call) -> None:
    before = sorted(Path().rglob("*"))
    call("check")
    assert sorted(Path().rglob("*")) == before


def test_equal_settings_share_their_results(drafts: list[Path], tmp_path: Path) -> None:
    from speechlint.config.schema import Config

    one, two = Setting(Config(ignore=("typo",))), Setting(Config(ignore=("typo",)))
    assert (one, hash(one)) == (two, hash(two))
    assert one != Setting(Config())
    report = one.linter().check_path("1.txt")
    cache = Cache(tmp_path / "cache")
    cache.put(one, "1.txt", digest_of(Path("1.txt").read_bytes()), report)
    cache.save()
    again = Cache(tmp_path / "cache").report(two, "1.txt")
    assert again is not None
    assert again.kept == report.kept
