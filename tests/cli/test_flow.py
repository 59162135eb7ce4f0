"""Reports that are written while files are still being checked."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

import pytest

from speechlint.cli.order import do_in_order
from speechlint.cli.selection import Selection
from speechlint.cli.settings import Settings
from speechlint.engine.files import Chosen
from speechlint.engine.linter import Linter
from speechlint.engine.work import Wish
from speechlint.findings.report import FileReport
from speechlint.formats.source import Source
from speechlint.reporters.registry import Manner
from tests.cli.conftest import DRAFT, Call, call, folder, start

__all__ = ["call", "folder"]


@pytest.fixture
def files(folder: Path) -> list[Chosen]:
    config = Settings(Selection()).config_for(folder / "_")
    for i in range(5):
        (folder / f"{i}.txt").write_text(DRAFT * (i + 1), encoding="utf-8")
    return [Chosen(f"{i}.txt", config) for i in range(5)]


@pytest.mark.parametrize("wish", [Wish(), Wish(manner=Manner("json"))], ids=["findings", "parts"])
def test_a_file_is_given_out_before_the_next_few_are_opened(
    wish: Wish, files: list[Chosen], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are checked a few together."""
    opened: list[str] = []
    plain = Linter.decode

    def counted(self: Linter, data: bytes, name: str) -> Source | FileReport:
        opened.append(name)
        return plain(self, data, name)

    monkeypatch.setattr(Linter, "decode", counted)
    monkeypatch.setattr("speechlint.engine.pool.FILES_IN_BATCH", 2)
    found = do_in_order(files, wish, Settings(Selection()), no_cache=True, jobs=1, language="zh")
    with closing(found):
        for i, (chosen, done) in enumerate(found):
            assert opened == [f"{j}.txt" for j in range(min(i // 2 * 2 + 2, len(files)))]
            assert chosen == files[i]
            assert (done.part is None) == (wish.manner is None)
            assert done.tally.total == 3 * (i + 1)


def test_what_goes_wrong_where_a_kept_part_is_damaged_is_told(
    files: list[Chosen], call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("check", *(chosen.path for chosen in files))

    def damaged(_: object) -> None:
        Path("3.txt").unlink(missing_ok=True)  # before it is checked again

    monkeypatch.setattr("speechlint.cli.flow.spread", damaged)
    said = call("check", *(chosen.path for chosen in files))
    assert said.status == 2
    assert "3.txt：没有这个文件" in said.err
    assert said.err.count("3.txt") == 1


def test_what_was_done_is_kept_when_nobody_reads_on(files: list[Chosen], call: Call, tmp_path: Path) -> None:
    cold = call("check", "--no-cache", "--output-format", "json")
    read, write = os.pipe()
    os.close(read)
    process = start("check", "--jobs", "1", "--output-format", "json", stdout=write)
    os.close(write)
    _, err = process.communicate(timeout=60)
    assert (process.returncode != 0, err) == (True, b"")
    assert list((tmp_path / "cache").glob("*.bin"))
    assert call("check", "--output-format", "json") == cold


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/full")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_report_that_cannot_be_written_ends_the_run(jobs: str, files: list[Chosen], call: Call) -> None:
    asked = "check", "--output-format", "json", "--jobs", jobs, "--output-file"
    assert call(*asked, "/dev/full").status == 2
    assert call(*asked, "none/report.json").status == 2
    assert call(*asked, "report.json").status == 1
    assert Path("report.json").read_text(encoding="utf-8") == call("check", "--output-format", "json").out
    assert [path.name for path in Path().iterdir() if path.name.endswith(".tmp")] == []


def test_counts_need_no_findings(files: list[Chosen], call: Call) -> None:
    for name in ("text", "json", "jsonl", "concise"):
        asked = "check", "--statistics", "--output-format", name
        cold = call(*asked, "--no-cache", "--jobs", "1")
        assert cold.status == 1
        assert call(*asked, "--no-cache", "--jobs", "2") == call(*asked) == call(*asked) == cold
