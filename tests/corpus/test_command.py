"""speechlint corpus, as users call it."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from speechlint.cli.corpus_progress import line, time_left
from speechlint.corpus.ledger import Counts
from speechlint.corpus.run import Meter
from tests.cli.conftest import Call, Terminal, start
from tests.corpus.conftest import bytes_of, json_lines, parquet, results, rows

FILES, EACH = 20, 2000  # documents that take some seconds, each file a split


def test_a_job(call: Call) -> None:
    parquet("in/a.parquet", rows(30))
    status, out, err = call("corpus", "in", "--output", "out", "--jobs", "1", "--keep", "year,source", "--clean")
    assert (status, out) == (0, "")
    assert err.startswith("检查了 30 篇（204 字），36 处问题；")
    row = results("out")[0]
    assert (row["clean_text"], row["year"], row["source"]) == ("收购红茶。", 2020, "甲")
    status, _, err = call(
        "corpus", "in", "-o", "out", "--jobs", "1", "--keep", "year,source", "--clean", "--lang", "zh"
    )
    assert (status, err.splitlines()[0]) == (0, "上次已经做完的 30 篇没有重做。")


def test_findings_are_no_failure_and_faults_are_told(call: Call) -> None:
    Path("in.jsonl").write_bytes(json_lines(rows(3)) + b"{\n")
    status, _, err = call("corpus", "in.jsonl", "-o", "out", "--jobs", "1", "--lang", "en")
    assert status == 0
    assert "\nwarning: 1 document could not be linted (see the column error).\n" in err
    assert results("out")[3]["error"] == "in.jsonl:4: not a valid JSON object"


def test_drafts(call: Call) -> None:
    for name in ("a/一.txt", "二.md"):
        Path("in", name).parent.mkdir(parents=True, exist_ok=True)
        Path("in", name).write_text("收购红荼。`红荼`", encoding="utf-8")
    assert call("corpus", "in", "-o", "out", "--jobs", "1").status == 0
    assert [(row["id"], row["errors"]) for row in results("out")] == [("a/一.txt", 2), ("二.md", 1)]


def test_what_cannot_be_done_is_2(call: Call) -> None:
    parquet("in/a.parquet", rows(3))
    for arguments, wanted in (
        (("in", "-o", "out", "--text", "body"), "没有列 body"),
        (("in", "-o", "out", "--id", "name"), "没有列 name"),
        (("in", "-o", "in"), "与输入是同一个文件夹"),
        (("nothing", "-o", "out"), "没有这个文件或文件夹"),
        (("in", "-o", "pack"), "已有别的东西"),
        (("in", "-o", "out", "--select", "toy/nothing"), "toy/nothing"),
        (("in",), "--output"),
        (("in", "-o", "out", "--summary", "no/where.html"), "没有文件夹"),
    ):
        status, out, err = call("corpus", *arguments, "--jobs", "1")
        assert (status, out) == (2, ""), arguments
        assert wanted in err
    Path("in/b.parquet").write_bytes(b"PAR1")
    status, _, err = call("corpus", "in", "-o", "out", "--jobs", "1")
    assert status == 2
    assert "b.parquet" in err
    assert len(results("out")) == 3


def test_a_later_table_is_told_with_all_its_columns(call: Call) -> None:
    Path("in").mkdir()
    Path("in/a.jsonl").write_bytes(json_lines({**row, "meta": {"a": 1}} for row in rows(3)))
    parquet("in/b.parquet", rows(3))
    status, _, err = call("corpus", "in", "-o", "out", "--jobs", "1", "--keep", "meta", "--lang", "en")
    assert status == 2
    assert "b.parquet: there is no column meta; there are: id, text, source, year. Change --id, --keep" in err
    assert len(results("out")) == 3


def test_results_that_do_not_fit_together_are_told(call: Call) -> None:
    parquet("in/a.parquet", rows(3))
    parquet("in/b.parquet", [{"id": 1, "text": "红荼"}])
    status, _, err = call("corpus", "in", "-o", "out", "--jobs", "1", "--lang", "en")
    assert status == 0
    assert "warning: column id is of type " in err
    assert "so the results cannot be read as one table" in err
    assert "cannot be read" not in call("corpus", "in/a.parquet", "-o", "one", "--jobs", "1", "--lang", "en").err


def test_columns_that_make_no_folders(call: Call) -> None:
    parquet("in/a.parquet", [{**row, "meta": {"a": [1]}} for row in rows(3)])
    status, _, err = call("corpus", "in", "-o", "out", "--partition-by", "meta", "--jobs", "1", "--lang", "en")
    assert status == 2
    assert "--partition-by meta: the column is of type struct<a: list<element: int64>>" in err
    assert not Path("out").exists()
    assert call("corpus", "in", "-o", "out", "--partition-by", "year,year", "--jobs", "1").status == 0
    assert sorted(path.name for path in Path("out").glob("*=*/*")) == sorted(
        path.name for path in Path("out").rglob("part-*")
    )


@pytest.mark.parametrize("arguments", [("in", "-o", "out"), ("learn", "in", "-o", "x.toml"), ("summary", "out")])
def test_without_pyarrow_it_says_what_to_install(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    status, _, err = call("corpus", *arguments)
    assert (status, "pip install 'speechlint[corpus]'" in err) == (2, True)


def test_killed_and_started_again_it_gives_the_same(folder: Path) -> None:
    _many()
    arguments = ("corpus", "in", "--partition-by", "source", "--jobs", "2", "--quiet")
    assert start(*arguments, "-o", "whole").wait(300) == 0
    process = start(*arguments, "-o", "out", start_new_session=True)
    _until(lambda: bool(list(Path("out").glob("_speechlint/done/*.json"))))
    process.kill()
    process.wait()
    done = len(list(Path("out").glob("_speechlint/done/*.json")))
    assert 0 < done < FILES
    _until(lambda: not _group_of(process.pid))  # the workers do not outlive it
    again = start(*arguments, "-o", "out")
    assert again.wait(300) == 0
    assert bytes_of("out") == bytes_of("whole")


def test_a_killed_worker_is_made_up_for(folder: Path) -> None:
    _many()
    process = start("corpus", "in", "-o", "out", "--jobs", "2", "--quiet", start_new_session=True)
    _until(lambda: bool(list(Path("out").glob("_speechlint/tmp/*/"))))
    worker = int(next(Path("out").glob("_speechlint/tmp/*/")).name.rpartition("-")[2])
    os.kill(worker, signal.SIGKILL)
    assert process.wait(300) == 0
    assert len(results("out")) == FILES * EACH


def test_ctrl_c_leaves_nothing_half_done(folder: Path) -> None:
    _many()
    terminal = Terminal("corpus", "in", "-o", "out", "--jobs", "2", "--lang", "en", columns=120)
    terminal.until("documents,")
    terminal.process.send_signal(signal.SIGINT)
    shown = terminal.rest()
    assert terminal.process.returncode == 130
    assert "Traceback" not in shown
    assert not Path("out/_speechlint/tmp").exists()
    done = list(Path("out/_speechlint/done").iterdir())
    assert len(list(Path("out").glob("part-*"))) == len(done) < FILES


def test_ctrl_c_while_workers_start_is_silent(folder: Path) -> None:
    _many()
    process = start("corpus", "in", "-o", "out", "--jobs", "2", "--quiet", start_new_session=True)
    _until(lambda: any(b"spawn_main" in _command_of(each) for each in _group_of(process.pid)))
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=300)[1]
    assert (process.returncode, "Traceback" in str(said)) == (130, False)


def test_progress() -> None:
    meter = Meter(())
    meter.total, meter.now = 1000, Counts(500, 0, 40, 0)
    assert line(meter, 10, "en") == "500 documents, 50 a second, 40 findings"
    meter.read, meter.whole = 250, 250
    assert time_left(meter, 50) == 10
    assert line(meter, 10, "zh") == "500 篇，每秒 50 篇，40 处问题，还要 0:10"
    meter.read = 1000
    assert time_left(meter, 50) == 0


def _many() -> None:
    for number in range(FILES):
        parquet(f"in/{number:02}.parquet", [{**row, "id": f"{number:02}{row['id']}"} for row in rows(EACH)])


def _until(come: object, seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not come():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def _group_of(leader: int) -> list[str]:
    """The processes that are still alive in a process group."""
    alive = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            alive.append(stat.parent.name)
    return alive


def _command_of(process: str) -> bytes:
    try:
        return Path("/proc", process, "cmdline").read_bytes()
    except OSError:
        return b""
