"""The same rows from every engine, on a real Spark and a real Ray."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

REQUIRED = os.environ.get("CI") == "true"  # there nothing may be left out
pa = importlib.import_module("pyarrow") if REQUIRED else pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from speechlint.corpus import CorpusError, Options, lint_batch  # noqa: E402
from speechlint.corpus.engines import engine_named  # noqa: E402
from speechlint.corpus.inputs import find_inputs  # noqa: E402
from speechlint.corpus.job import Job, job_of  # noqa: E402
from speechlint.corpus.local import local_engine  # noqa: E402
from speechlint.corpus.run import Engine, Finished, Meter, run  # noqa: E402
from speechlint.corpus.splits import Split  # noqa: E402
from tests.corpus.conftest import Poison  # noqa: E402
from tests.corpus.speeches import corpus  # noqa: E402

SLIPS = ("今年，XX县修了渠.", "他说：“一定要修好。", "《麦浪公文网》www.mailang.com 欢迎转载", "再接再励，修好路。", "")
pytestmark = pytest.mark.xdist_group("engines")


def rows() -> list[dict[str, Any]]:
    """Speeches with slips, and what is no speech."""
    texts = [f"{text}\n{SLIPS[number % len(SLIPS)]}" for number, text in enumerate(corpus(60))]
    odd = [None, "", "\r\n", "𠮷" * 30, "𠮷\r\n同志们:\r\n\u3000\u3000XX年，\x00好。", "好" * 5000]
    return [
        {"id": f"d{number}", "place": f"folder{number % 3}", "year": 2000 + number % 5, "text": text}
        for number, text in enumerate([*texts, *odd])
    ]


TABLE = pa.Table.from_pylist(rows())
LARGE = {"keep": ("place", "year"), "clean": True, "drop_residue": True}


def wanted(**keys: Any) -> list[dict[str, Any]]:
    """What the one function says, all rows in one batch."""
    from speechlint.corpus.engines import options_for

    settings = {"id": None, "keep": (), "clean": False, "drop_residue": False, "format": "plain", "config": None}
    options = options_for(TABLE.column_names, "text", **{**settings, **keys})
    (batch,) = TABLE.combine_chunks().to_batches()
    return sorted(lint_batch(batch, options).to_pylist(), key=lambda row: row["id"])


def found(table: pa.Table) -> list[dict[str, Any]]:
    return sorted(table.to_pylist(), key=lambda row: row["id"])


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if not REQUIRED:
        pytest.importorskip("pyspark")
        if shutil.which("java") is None:
            pytest.skip("no Java")
    from pyspark.sql import SparkSession

    from speechlint.corpus.spark import LOCAL

    os.environ["PYSPARK_PYTHON"] = sys.executable
    folder = tmp_path_factory.mktemp("spark")
    builder = SparkSession.builder.master("local[2]").config(map=LOCAL)
    builder = builder.config("spark.sql.warehouse.dir", str(folder)).config("spark.local.dir", str(folder))
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def ray() -> Iterator[Any]:
    if not REQUIRED:
        pytest.importorskip("ray")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray
    from ray.data import DataContext

    folder = tempfile.mkdtemp(prefix="ray", dir="/tmp")  # sockets lie in it: its name has to be short
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        logging_level="ERROR",
        _temp_dir=folder,
        object_store_memory=200_000_000,
    )
    DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize(("engine", "package"), [("spark", "pyspark"), ("ray", "ray")])
def test_a_missing_engine_says_what_to_install(monkeypatch: pytest.MonkeyPatch, engine: str, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(CorpusError, match=rf"没有安装 {package}：pip install 'speechlint\[corpus-{engine}\]'"):
        engine_named(engine, 1)


def test_spark_table(spark: Any) -> None:
    from speechlint.corpus.spark import lint

    df = spark.createDataFrame(TABLE).repartition(3)
    assert found(lint(df, "text").toArrow()) == wanted()
    assert found(lint(df, **LARGE, config={"preset": "strict", "lang": "en"}).toArrow()) == wanted(
        **LARGE, config={"preset": "strict", "lang": "en"}
    )


def test_spark_through_its_own_files(spark: Any, tmp_path: Path) -> None:
    """Read and written by Spark, with its own commit; the result is what a Parquet reader gives."""
    from speechlint.corpus.spark import lint

    pq.write_table(TABLE, tmp_path / "in.parquet")
    df = spark.read.parquet(str(tmp_path / "in.parquet"))
    lint(df, keep=["place"], clean=True).write.partitionBy("place").parquet(str(tmp_path / "out"))
    assert (tmp_path / "out/_SUCCESS").exists()
    assert found(spark.read.parquet(str(tmp_path / "out")).toArrow().select(list(wanted(clean=True)[0]))) == wanted(
        clean=True
    )


def test_spark_says_what_is_wrong_before_it_runs(spark: Any) -> None:
    from speechlint.corpus.spark import lint

    df = spark.createDataFrame(TABLE)
    with pytest.raises(CorpusError, match="没有列 body；有：id、place、year、words"):
        lint(df.withColumnRenamed("text", "words"), "words", keep=["body"])
    with pytest.raises(CorpusError, match="不是文字"):
        lint(df, "year")


def test_ray_table(ray: Any) -> None:
    from speechlint.corpus.ray import lint

    ds = ray.data.from_arrow(TABLE).repartition(3)
    assert found(collected(ray, lint(ds, "text"))) == wanted()
    assert found(collected(ray, lint(ds, **LARGE, config={"preset": "strict", "lang": "en"}))) == wanted(
        **LARGE, config={"preset": "strict", "lang": "en"}
    )


def test_ray_says_what_is_wrong_before_it_runs(ray: Any) -> None:
    from speechlint.corpus.ray import lint

    with pytest.raises(CorpusError, match="不是文字"):
        lint(ray.data.from_arrow(TABLE), "year")


def collected(ray: Any, ds: Any) -> pa.Table:
    return pa.concat_tables(ray.get(ds.to_arrow_refs()))


def job_run(folder: Path, name: str, engine: Engine) -> dict[str, bytes]:
    """The files that a job writes, by their names."""
    inputs, _ = find_inputs([str(folder / "in")], [".txt"])
    job = job_of(inputs, Options(keep=("year",)), str(folder / name), ("place",), given_id=True)
    meter = Meter(inputs)
    outcome = run(job, inputs, engine, meter)
    assert not outcome.trouble
    assert meter.now.documents == TABLE.num_rows
    again = run(job, inputs, engine, Meter(inputs))
    assert (again.now.documents, again.before.documents) == (0, TABLE.num_rows)
    return {str(path.relative_to(folder / name)): path.read_bytes() for path in sorted((folder / name).rglob("part-*"))}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    pq.write_table(TABLE.slice(0, 40), tmp_path / "in/a.parquet", row_group_size=10)
    lines = "".join(f"{row}\n" for row in map(encoded, TABLE.slice(40).to_pylist()))
    (tmp_path / "in/b.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def encoded(row: dict[str, Any]) -> str:
    import json

    return json.dumps(row, ensure_ascii=False)


@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_addresses_are_read_and_written_by_the_engine(engine: str, tmp_path: Path, request: Any) -> None:
    from speechlint.corpus.stores import Order, lint_store

    request.getfixturevalue(engine)
    pq.write_table(TABLE, tmp_path / "in.parquet")
    order = Order(
        paths=(f"file://{tmp_path}/in.parquet",),
        output=f"file://{tmp_path}/out",
        kind=None,
        options=Options(id=None),
        partition_by=("place",),
    )
    lint_store(order, engine, 2)
    table = pq.read_table(tmp_path / "out")
    assert found(table.select(list(wanted()[0]))) == wanted()
    assert set(table["place"].to_pylist()) == {"folder0", "folder1", "folder2"}


def test_a_job_writes_the_same_files_on_spark(spark: Any, tables: Path) -> None:
    from speechlint.corpus.spark import spark_engine

    assert job_run(tables, "spark", spark_engine(2)) == job_run(tables, "local", local_engine(1))


def test_a_job_writes_the_same_files_on_ray(ray: Any, tables: Path) -> None:
    from speechlint.corpus.ray import ray_engine

    assert job_run(tables, "ray", ray_engine(2)) == job_run(tables, "local", local_engine(1))


@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_a_split_that_ends_its_process_costs_itself_alone(
    engine: str, tables: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(engine)
    engines = importlib.import_module(f"speechlint.corpus.{engine}")
    do: Engine = getattr(engines, f"{engine}_engine")(2)
    inputs = find_inputs([str(tables / "in")], []).inputs
    job = job_of(inputs, Options(), str(tables / engine), (), given_id=False)

    def poisoned(job: Job, given: Iterator[Split], meter: Meter) -> Iterator[Finished]:
        return do(job, (Poison.of(split) if split.inputs[0].name == "b.jsonl" else split for split in given), meter)

    outcome = run(job, inputs, poisoned, Meter(inputs))
    assert [("was killed" in said.en) for said in outcome.trouble] == [True]
    missing = len(TABLE) - outcome.now.documents
    assert missing > 0
    assert run(job, inputs, local_engine(1), Meter(inputs)).now.documents == missing
