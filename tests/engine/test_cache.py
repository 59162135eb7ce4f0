"""The cache: the same results, cold, warm, damaged or read-only."""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from speechlint.engine import cache as module
from speechlint.engine.cache import Cache, Store, pack, tidy, unpack, unpacked
from speechlint.engine.place import cache_root, digest_of
from speechlint.engine.setting import Setting, forget
from speechlint.formats.bounded import Limit
from tests.cli.conftest import DRAFT, Call, call, folder, start

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


def silence(file: Path) -> None:
    rewrite(file, lambda entry: module.Entry(entry.digest, zlib.compress(b"\x92\x90\x90")))


def rewrite(file: Path, change: Callable[[module.Entry], module.Entry]) -> None:
    """Other entries, as a program would write them that knows how."""
    entries = msgspec.msgpack.decode(file.read_bytes()[module.HEAD :], type=module.Entries)
    data = msgspec.msgpack.encode({name: change(entry) for name, entry in entries.items()})
    file.write_bytes(module.MAGIC + digest_of(data) + data)


def with_parts(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def changed(entry: module.Entry) -> module.Entry:
        return module.Entry(entry.digest, entry.packed, tuple((form, change(part)) for form, part in entry.parts))

    return lambda file: rewrite(file, changed)


def with_packed(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A part whose numbers are right, and whose words are not."""

    def changed(data: bytes) -> bytes:
        part = msgspec.msgpack.decode(data, type=module.Part)
        return msgspec.msgpack.encode(module.Part(part.tally, change(part.packed)))

    return changed


DAMAGES: dict[str, Callable[[Path], Any]] = {
    "a bit flipped": flip,
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-3]),
    "emptied": lambda file: file.write_bytes(b""),
    "something else": lambda file: file.write_bytes(b"\x80" * 500),
    "its head alone": lambda file: file.write_bytes(module.MAGIC),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a pipe": lambda file: (file.unlink(), os.mkfifo(file)),
    "a link to nowhere": lambda file: (file.unlink(), file.symlink_to("/nowhere/at all")),
    "without findings, and others may write it": lambda file: (silence(file), file.chmod(0o606)),
    "not to be read": lambda file: file.chmod(0),
    "findings that are none": lambda file: rewrite(file, lambda entry: module.Entry(entry.digest, b"x")),
    "parts that are none": with_parts(lambda _: b"\xc0"),
    "parts cut short": with_parts(lambda part: part[:-9]),
    "words of parts cut short": with_parts(with_packed(lambda packed: packed[:-5])),
    "words of parts garbled": with_parts(with_packed(lambda packed: packed[:9] + b"\xff" * 9 + packed[18:])),
    "parts of another form": lambda file: rewrite(
        file, lambda entry: module.Entry(entry.digest, entry.packed, ((b"x", b"y"), (b"", b"")))
    ),
    "of another run": lambda file: file.write_bytes(module.MAGIC + digest_of(OTHER) + OTHER),
}
OTHER = b"\x81\xa51.txt\x92\xc4\x00\xc4\x00"
REPORT = ("check", "--output-format", "json", "--show-suppressed", "--config", "words.allow=['烟媒']")


@pytest.mark.parametrize("damage", DAMAGES)
def test_results_are_the_same_cold_warm_and_damaged(
    damage: str, drafts: list[Path], call: Call, tmp_path: Path
) -> None:
    cold = call(*REPORT, "--no-cache")
    assert call(*REPORT) == cold
    assert call(*REPORT) == cold
    files = sorted((tmp_path / "cache").glob("*.bin"))
    assert len(files) >= 2
    for file in files:
        DAMAGES[damage](file)
    assert call(*REPORT) == cold
    assert call(*REPORT) == cold


MANNERS: list[tuple[str, ...]] = [
    ("--output-format", "json"),
    ("--output-format", "jsonl", "--show-suppressed"),
    ("--output-format", "concise", "--severity", "error"),
    ("--output-format", "concise", "--color", "always"),
    ("--output-format", "text"),
    ("--output-format", "text", "--quiet"),
    ("--output-format", "text", "--lang", "en"),
    ("--output-format", "text", "--extend-select", "toy/pair"),
    ("--output-format", "sarif"),
    ("--output-format", "json", "--statistics"),
    ("--output-format", "json", "--output-file", "report.json"),
]


def test_each_manner_of_report_has_its_own(
    drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def outcome(*arguments: str) -> object:
        Path("report.json").write_bytes(b"")
        return call("check", *arguments), Path("report.json").read_bytes()

    cold = [outcome(*manner, "--no-cache") for manner in MANNERS]
    assert len(set(map(repr, cold))) == len(MANNERS)
    for _ in range(2):
        assert [outcome(*manner) for manner in MANNERS] == cold
    monkeypatch.setenv("COLUMNS", "40")
    narrow = call("check", "--no-cache")
    assert call("check") == call("check") == narrow
    assert narrow.out != cold[4]
    for file in (tmp_path / "cache").glob("*.bin"):
        entries = msgspec.msgpack.decode(file.read_bytes()[module.HEAD :], type=module.Entries)
        assert all(len(entry.parts) <= module.FORMS for entry in entries.values())


@pytest.mark.parametrize("name", ["concise", "json", "jsonl", "text"])
def test_files_are_called_as_the_user_does(
    name: str, drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = call("check", "--output-format", name, "sub")
    for place, path in (("sub", "."), ("pack", "../sub"), (".", str(Path("sub").resolve()))):
        with monkeypatch.context() as context:
            context.chdir(place)
            asked = "check", "--output-format", name, path
            warm = call(*asked)
            assert warm == call(*asked, "--no-cache")
        assert (warm == here) == (place == ".")


def test_a_long_part_is_looked_through_before_it_is_written(
    drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("speechlint.reporters.parts.STEP", 100)
    cold = call(*REPORT)
    assert call(*REPORT) == cold
    for damage in (lambda packed: packed[:-5], lambda packed: packed[:40] + b"\xff" * 9 + packed[49:]):
        for file in (tmp_path / "cache").glob("*.bin"):
            with_parts(with_packed(damage))(file)
        assert call(*REPORT) == cold


def test_no_more_is_unpacked_than_any_draft_has(
    drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cold = call(*REPORT)
    assert call(*REPORT) == cold
    monkeypatch.setattr("speechlint.reporters.parts.MOST", 4_000_000)
    monkeypatch.setattr("speechlint.engine.cache.MOST_FOUND", 4_000_000)
    bomb = zlib.compress(bytes(5_000_000))
    for damage in (
        with_parts(with_packed(lambda _: bomb)),
        lambda file: rewrite(file, lambda entry: module.Entry(entry.digest, bomb)),
    ):
        for file in (tmp_path / "cache").glob("*.bin"):
            damage(file)
        assert call(*REPORT) == cold
    with pytest.raises(zlib.error, match="too long"):
        unpacked(bomb)


def test_nothing_is_written_anew_where_all_is_known(
    drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = call("check", "--output-format", "json")

    def made(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("speechlint.reporters.json._Writer", made)
    assert call("check", "--output-format", "json") == cold


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_of_a_single_large_report_no_part_is_kept(
    name: str, drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def parts() -> list[int]:
        files = (tmp_path / "cache").glob("*.bin")
        kept = [msgspec.msgpack.decode(file.read_bytes()[module.HEAD :], type=module.Entries) for file in files]
        return [len(entry.parts) for entries in kept for entry in entries.values()]

    for limit in ("MANY", "LARGE"):
        monkeypatch.setattr(f"speechlint.engine.halves.{limit}", 3)
    monkeypatch.setattr("speechlint.engine.forks.can_fork", lambda: True)
    monkeypatch.setattr("speechlint.engine.cores.cores", lambda: 2)
    asked = "check", "--output-format", name, str(drafts[0])
    drafts[0].write_text(DRAFT * 20, encoding="utf-8")
    cold = call(*asked, "--no-cache")
    assert cold.out.count('"code"') > 40
    assert [call(*asked), parts(), call(*asked), parts()] == [cold, [0], cold, [0]]
    with monkeypatch.context() as context:  # what is known needs no check
        context.setattr("speechlint.engine.linter.Linter.check", None)
        assert call(*asked) == cold
    # Among others it has one, as a report of few findings has; and where there is one it is taken.
    everything = "check", "--output-format", name, *map(str, drafts)
    assert call(*everything) == call(*everything, "--no-cache")
    assert max(parts()) == 1
    assert call(*asked) == cold


def test_a_cache_that_cannot_be_written_says_nothing(drafts: list[Path], call: Call, tmp_path: Path) -> None:
    cold = call(*REPORT, "--no-cache")
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert call(*REPORT) == cold


def test_unchanged_files_are_not_checked_again(drafts: list[Path], call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    warm = call(*REPORT)
    drafts[2].write_text(DRAFT, encoding="utf-8")
    checked: list[str] = []
    from speechlint.engine.linter import Linter
    from speechlint.findings.report import FileReport
    from speechlint.formats.source import Source

    plain = Linter.check

    def counted(self: Linter, source: Source, *arguments: Any, **keys: Any) -> FileReport:
        checked.append(str(source.path))
        return plain(self, source, *arguments, **keys)

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


def test_a_store_keeps_what_this_run_saw_and_what_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, entry = tmp_path / "store.bin", zlib.compress(b"\x92\x90\x90")
    (tmp_path / "a").touch()
    store = Store(file, str(tmp_path))
    for name in "abc":
        store.put(name, name.encode() * 32, entry)
    assert store.save()
    assert not store.save()
    later = Store(file, str(tmp_path))
    assert sorted(later.entries) == ["a", "b", "c"]
    assert later.get("b", b"b" * 32) is not None
    assert later.get("b", b"x" * 32) is None
    later.put("d", b"d" * 32, entry)
    assert later.save()
    assert sorted(Store(file, str(tmp_path)).entries) == ["a", "b", "d"]
    monkeypatch.setattr(module, "LARGEST", Limit(module.HEAD + 300, "", ""))
    full = Store(file, str(tmp_path))
    for name in "efghijk":
        full.put(name, name.encode() * 32, entry)
    assert full.save()
    assert 0 < len(Store(file, str(tmp_path)).entries) < 7
    assert file.stat().st_size <= module.HEAD + 300


def test_the_oldest_go_when_there_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    names = [f"{i:064x}.bin" for i in range(6)]
    for i, name in enumerate(names):
        (cache / name).write_bytes(b"\0" * 300_000)
        os.utime(cache / name, (time.time() - 100 * (6 - i),) * 2)
    for name in ("notes.bin", "letter.txt", f"{'g' * 64}.bin"):
        (cache / name).write_bytes(b"\0" * 3_000_000)
    (cache / ".speechlint-0123456789abcdef.tmp").touch()
    monkeypatch.setenv("SPEECHLINT_CACHE_MB", "1")
    tidy(cache)
    kept = {path.name for path in cache.iterdir()}
    assert kept == {*names[3:], "notes.bin", "letter.txt", f"{'g' * 64}.bin"}
    monkeypatch.setenv("SPEECHLINT_CACHE_MB", "none")
    os.utime(cache / names[5], (time.time() - 86400 * 31,) * 2)
    tidy(cache)
    assert names[5] not in {path.name for path in cache.iterdir()}
    monkeypatch.setenv("SPEECHLINT_CACHE_MB", "0")
    tidy(cache)
    assert sorted(path.name for path in cache.iterdir()) == sorted(("notes.bin", "letter.txt", f"{'g' * 64}.bin"))
    tidy(tmp_path / "none")


def test_what_is_read_stays(drafts: list[Path], call: Call, tmp_path: Path) -> None:
    call(*REPORT)
    stores = list((tmp_path / "cache").glob("*.bin"))
    for store in stores:
        os.utime(store, (time.time() - 86400 * 20,) * 2)
    call(*REPORT)
    assert all(store.stat().st_mtime > time.time() - 3600 for store in stores)


def test_a_full_disk_changes_nothing(drafts: list[Path], call: Call, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    cold = call(*REPORT, "--no-cache")
    for _ in range(2):
        process = start(*REPORT, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)))
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out.decode(), err.decode()) == cold
    assert not (tmp_path / "cache").exists() or list((tmp_path / "cache").iterdir()) == []


def test_runs_at_the_same_time_do_not_disturb_each_other(drafts: list[Path], call: Call, tmp_path: Path) -> None:
    cold = call(*REPORT, "--no-cache")
    for _ in range(2):
        processes = [start(*REPORT) for _ in range(4)]
        outcomes = [(*process.communicate(timeout=120), process.returncode) for process in processes]
        assert [(status, out.decode(), err.decode()) for out, err, status in outcomes] == [cold] * 4
    assert [path.name for path in (tmp_path / "cache").iterdir() if path.name.endswith(".tmp")] == []
    assert call(*REPORT) == cold


def test_findings_survive_packing(drafts: list[Path]) -> None:
    from speechlint.engine.linter import Linter

    report = Linter().check_text("会场设在⼯会。\u200b\u200b第3页 共9页", "a.txt")
    assert unpack(unpacked(pack(report)), report.source) == report


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
    from speechlint.findings.report import FileReport

    one, two = Setting(Config(ignore=("typo",))), Setting(Config(ignore=("typo",)))
    assert (one, hash(one)) == (two, hash(two))
    assert one != Setting(Config())
    report = one.linter().check_path("1.txt")
    cache = Cache(tmp_path / "cache")
    cache.put(one, "1.txt", digest_of(Path("1.txt").read_bytes()), report)
    cache.save()
    again = Cache(tmp_path / "cache").found(two, "1.txt")
    assert isinstance(again, FileReport)
    assert again.kept == report.kept
