"""Jobs from their inputs to their results: what is done, done again, and left alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from speechlint.config.schema import Config
from speechlint.corpus import CorpusError, Options, ledger, splits, writing
from speechlint.corpus.errors import OutputError
from speechlint.corpus.job import Job
from speechlint.corpus.ledger import Counts, open_ledger
from speechlint.corpus.local import local_engine
from speechlint.corpus.run import Finished, Meter, Outcome, do_split, run
from speechlint.corpus.splits import Split
from speechlint.engine.write import write_new
from tests.corpus.conftest import Poison, bytes_of, job_for, json_lines, parquet, results, rows


@pytest.fixture(autouse=True)
def small_splits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splits, "LEAST", 500)


def do(
    path: Path | str, output: Path | str, options: Options, *, by: tuple[str, ...] = (), jobs: int = 1, **keys: bool
) -> Outcome:
    job, meter, inputs = job_for(path, output, options, by)
    return run(job, inputs, local_engine(jobs), meter, **keys)


def half(job: Job, splits: Iterator[Split], meter: Meter) -> Iterator[Finished]:
    """An engine that ends in the middle."""
    for i, split in enumerate(splits):
        if i == 3:
            raise KeyboardInterrupt
        yield do_split(job, split, meter.count)


def test_a_table_in_and_out(toys: Config) -> None:
    parquet("in/a.parquet", rows(100), row_group_size=9)
    Path("in/b.jsonl").write_bytes(json_lines({**row, "id": f"e{i:05}"} for i, row in enumerate(rows(50))))
    outcome = do("in", "out", Options(config=toys, keep=("source",)), by=("source",))
    assert outcome == Outcome(Counts(150, 1020, 180, 0), Counts(), 0, (), ())
    found = results("out")
    assert [row["id"] for row in found] == [row["id"] for row in rows(100)] + [f"e{i:05}" for i in range(50)]
    assert {row["source"] for row in found} == set("甲乙丙")
    assert sorted(path.name for path in Path("out").iterdir()) == ["_speechlint", "source=丙", "source=乙", "source=甲"]
    part = next(Path("out").rglob("part-*.parquet"))
    assert "source" not in pq.read_schema(part).names


def test_results_are_the_same_with_one_worker_and_many(toys: Config) -> None:
    parquet("in/a.parquet", rows(100), row_group_size=9)
    options = Options(config=toys, clean=True, keep=("year",))
    for jobs in (1, 2):
        do("in", f"out{jobs}", options, by=("source",), jobs=jobs)
    assert bytes_of("out1") == bytes_of("out2") != {}


def test_what_is_done_is_not_done_again(toys: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet("in/a.parquet", rows(100), row_group_size=9)
    options = Options(config=toys)
    do("in", "whole", options)
    job, meter, inputs = job_for("in", "out", options)
    with pytest.raises(KeyboardInterrupt):
        run(job, inputs, half, meter)
    before = {path: path.stat().st_mtime_ns for path in Path("out").glob("part-*")}
    assert len(before) == 3
    second = do("in", "out", options)
    assert second.before.documents > 0
    assert second.now + second.before == Counts(100, 680, 120, 0)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert bytes_of("out") == bytes_of("whole")
    monkeypatch.chdir("in")
    third = do(".", "../out", options)
    assert (third.now, third.before.documents) == (Counts(), 100)


def test_a_crash_leaves_no_half_file(toys: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet("in/a.parquet", rows(20))
    options, moved = Options(config=toys), []

    def replace(source: str, target: str) -> None:
        if moved and "part-" in target:
            raise OSError(28, "No space left on device", target)
        moved.append(target)
        rename(source, target)

    rename = os.replace
    with monkeypatch.context() as patch:
        patch.setattr(writing.os, "replace", replace)
        with pytest.raises(CorpusError, match=r"--output .*out：无法写入：No space left on device。"):
            do("in", "out", options, by=("source",))
    assert not list(Path("out/_speechlint/done").iterdir())
    assert not Path("out/_speechlint/tmp").exists()
    assert do("in", "out", options, by=("source",)).trouble == ()
    do("in", "whole", options, by=("source",))
    assert bytes_of("out") == bytes_of("whole")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_ends_the_job_at_once(toys: Config, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    parquet("in/a.parquet", rows(100), row_group_size=9)
    job, meter, inputs = job_for("in", "out", Options(config=toys))
    begun = []

    def engine(job: Job, given: Iterator[Split], meter: Meter) -> Iterator[Finished]:
        return local_engine(jobs)(job, (begun.append(split) or split for split in given), meter)  # type: ignore[func-returns-value]

    def full(path: str, data: bytes) -> None:
        if "done" in path:
            raise OSError(errno.ENOSPC, "No space left on device", path)
        write_new(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "write_new", full)
        with pytest.raises(OutputError, match="No space left"):
            run(job, inputs, engine, meter)
    assert len(begun) <= 2 * jobs
    assert do("in", "out", Options(config=toys)).now.documents == 100


def test_a_folder_that_cannot_be_written_is_named(toys: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    parquet("in/a.parquet", rows(5))

    def refuse(path: str, **_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", path)

    monkeypatch.setattr(ledger.os, "makedirs", refuse)
    with pytest.raises(CorpusError, match=r"--output .*out：无法写入：Read-only file system"):
        do("in", "out", Options(config=toys))


def test_an_interrupted_run_leaves_no_part_that_is_not_noted(toys: Config) -> None:
    def interrupted(job: Job, splits: Iterator[Split], meter: Meter) -> Iterator[Finished]:
        yield do_split(job, next(splits), meter.count)
        do_split(job, next(splits), meter.count)
        raise KeyboardInterrupt

    parquet("in/a.parquet", rows(100), row_group_size=9)
    job, meter, inputs = job_for("in", "out", Options(config=toys))
    with pytest.raises(KeyboardInterrupt):
        run(job, inputs, interrupted, meter)
    assert len(list(Path("out").glob("part-*"))) == len(list(Path("out/_speechlint/done").iterdir())) == 1


def test_leftovers_of_a_killed_run_go(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    options = Options(config=toys)
    do("in", "out", options)
    stray = Path("out/source=x/part-0123456789ab-00007.parquet")
    stray.parent.mkdir()
    stray.write_bytes(b"of a split that no entry names")
    Path("out/_speechlint/tmp/x").mkdir(parents=True)
    kept = Path("out/summary.html")
    kept.write_text("somebody's")
    do("in", "out", options)
    assert not stray.exists()
    assert not Path("out/_speechlint/tmp").exists()
    assert kept.exists()


def test_a_changed_input_is_done_again_and_told(toys: Config) -> None:
    parquet("in/a.parquet", rows(60), row_group_size=9)
    parquet("in/b.parquet", rows(30))
    options = Options(config=toys)
    do("in", "out", options)
    parquet("in/a.parquet", rows(20), row_group_size=9)
    os.utime("in/a.parquet", ns=(1, 1))
    outcome = do("in", "out", options)
    assert ["changed" in remark.en for remark in outcome.remarks] == [True]
    assert (outcome.now.documents, outcome.before.documents) == (20, 30)
    assert len(results("out")) == 50


def test_new_inputs_join_and_missing_ones_are_told(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    do("in", "out", Options(config=toys))
    parquet("in/b.parquet", rows(20))
    outcome = do("in", "out", Options(config=toys))
    assert (outcome.now.documents, outcome.before.documents, outcome.strange) == (20, 20, 0)
    Path("in/a.parquet").unlink()
    assert do("in", "out", Options(config=toys)).strange == 1
    assert len(results("out")) == 40
    assert do("in", "out", Options(config=toys), overwrite=True).strange == 0
    assert len(results("out")) == 20


@pytest.mark.parametrize(
    ("options", "by", "wanted"),
    [
        ({"clean": True}, (), "another clean"),
        ({"keep": ("year",)}, (), "another keep"),
        ({}, ("source",), "another --partition-by"),
        ({"config": Config(preset="zh-hant")}, (), "another preset"),
    ],
)
def test_another_job_is_refused(toys: Config, options: dict[str, object], by: tuple[str, ...], wanted: str) -> None:
    parquet("in/a.parquet", rows(20))
    do("in", "out", Options(config=toys))
    before = bytes_of("out")
    other = Options(**{"config": toys, **options})  # type: ignore[arg-type]
    with pytest.raises(CorpusError) as caught:
        do("in", "out", other, by=by)
    assert wanted in caught.value.said.en
    assert bytes_of("out") == before
    assert do("in", "out", other, by=by, overwrite=True).now.documents == 20
    assert len(results("out")) == 20


def test_a_changed_rule_file_is_another_job(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    do("in", "out", Options(config=toys))
    rule = Path("pack/toy/tea.toml")
    rule.write_text(rule.read_text(encoding="utf-8").replace("错误茶", "错误的茶"), encoding="utf-8")
    with pytest.raises(CorpusError, match="规则文件变了"):
        do("in", "out", Options(config=toys))


def test_a_part_that_somebody_deleted_is_made_again(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    do("in", "out", Options(config=toys))
    whole = bytes_of("out")
    (Path("out") / next(iter(whole))).unlink()
    do("in", "out", Options(config=toys))
    assert bytes_of("out") == whole


def test_folders_of_others_are_left_alone(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    Path("out").mkdir()
    Path("out/thesis.txt").write_text("years of work")
    for overwrite in (False, True):
        with pytest.raises(CorpusError, match="别的东西"):
            do("in", "out", Options(config=toys), overwrite=overwrite)
    with pytest.raises(CorpusError, match="不是文件夹"):
        do("in", "out/thesis.txt", Options(config=toys))
    assert [path.name for path in Path("out").iterdir()] == ["thesis.txt"]


def test_one_run_at_a_time(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    job, _, _ = job_for("in", "out", Options(config=toys))
    with open_ledger(job), pytest.raises(CorpusError, match="另一个"):
        do("in", "out", Options(config=toys))


def test_one_bad_file_does_not_stop_the_others(toys: Config) -> None:
    parquet("in/a.parquet", rows(20))
    Path("in/0.parquet").symlink_to("nowhere")
    Path("in/b.parquet").write_bytes(b"PAR1")
    parquet("in/c.parquet", [{"id": 1, "words": "好"}])
    Path("in/d.json").write_bytes(b"[1]")
    outcome = do("in", "out", Options(config=toys))
    assert outcome.now.documents == 21
    assert outcome.now.failed == 1
    assert [Path(said.en.partition(":")[0]).name for said in outcome.trouble] == [
        "0.parquet",
        "b.parquet",
        "c.parquet",
    ]


def test_values_that_make_folders(toys: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(splits, "LEAST", 10**6)
    values = ["a/b=c", "", None, "甲 乙", "%", "."]
    parquet("in/a.parquet", [{"id": i, "text": "好", "source": value} for i, value in enumerate(values)])
    do("in", "out", Options(config=toys), by=("source",))
    assert [row["source"] for row in results("out")] == ["a/b=c", None, None, "甲 乙", "%", "."]
    parquet("in/a.parquet", [{"id": 1, "text": "好", "source": "长" * 100}])
    assert "too long" in do("in", "out", Options(config=toys), by=("source",)).trouble[0].en
    many = [{"id": i, "text": "好", "source": str(i)} for i in range(300)]
    parquet("in/a.parquet", many)
    assert "256 values" in do("in", "out2", Options(config=toys), by=("id",)).trouble[0].en


def test_rows_wait_for_their_row_group_and_none_is_lost(toys: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "PENDING", 2000)
    monkeypatch.setattr(splits, "LEAST", 10**6)
    monkeypatch.setattr("speechlint.corpus.reading.ROWS", 7)
    parquet("in/a.parquet", rows(200))
    do("in", "out", Options(config=toys), by=("source",))
    assert [row["id"] for row in results("out")] == [row["id"] for row in rows(200)]
    part = next(Path("out").rglob("part-*.parquet"))
    assert pq.ParquetFile(part).num_row_groups > 1


def test_a_worker_that_dies_costs_its_split_alone(toys: Config) -> None:
    parquet("in/a.parquet", rows(100), row_group_size=9)
    job, meter, inputs = job_for("in", "out", Options(config=toys))
    engine = local_engine(2)

    def poisoned(job: Job, given: Iterator[Split], meter: Meter) -> Iterator[Finished]:
        return engine(job, (Poison.of(split) if split.number == 4 else split for split in given), meter)

    outcome = run(job, inputs, poisoned, meter)
    assert len(outcome.trouble) == 1
    assert "was killed" in outcome.trouble[0].en
    missing = 100 - outcome.now.documents
    assert 0 < missing < 30
    assert do("in", "out", Options(config=toys)).now.documents == missing
    assert len(results("out")) == 100
