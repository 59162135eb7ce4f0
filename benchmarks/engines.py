"""The engines of `speechlint corpus` side by side: `python -m benchmarks.engines`.

One table, the same rows through local processes, Spark and Ray, `--jobs` of each at once. What an engine needs to
start (its processes, the first import in each) is measured apart: a first map over a few rows per worker warms it. Then
the map stage, `--rounds` times in turn, so that whatever else the machine does falls on all of them; ratios are those
of the medians. The results are counted, so that nothing is left undone lazily. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.corpus import write_table
from speechlint.corpus import Options, lint_batch
from speechlint.corpus.reading import ROWS

Map = Callable[[pa.Table], int]  # the findings in a table
PIECES = 8  # of the table for each worker, so that none waits long for another


@contextmanager
def local(jobs: int) -> Iterator[Map]:
    """A pool of processes, as the local engine has."""
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield lambda table: sum(pool.map(count_piece, pieces(table, jobs)))


@contextmanager
def spark(jobs: int) -> Iterator[Map]:
    """A Spark of this machine; `mapInArrow` through `speechlint.corpus.spark.lint`."""
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as f

    from speechlint.corpus.spark import LOCAL, lint

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = SparkSession.builder.master(f"local[{jobs}]").config(map=LOCAL).getOrCreate()

    def found(table: pa.Table) -> int:
        df = session.createDataFrame(table).repartition(jobs * PIECES)
        return int(lint(df).select(f.sum(f.size("findings"))).collect()[0][0])

    try:
        yield found
    finally:
        session.stop()


@contextmanager
def ray(jobs: int) -> Iterator[Map]:
    """A Ray of this machine; `map_batches` through `speechlint.corpus.ray.lint`."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray
    from ray.data import DataContext

    from speechlint.corpus.ray import lint

    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp", ignore_cleanup_errors=True) as folder:
        ray.init(
            num_cpus=jobs,
            include_dashboard=False,
            log_to_driver=False,
            logging_level=logging.ERROR,
            _temp_dir=folder,
            object_store_memory=300_000_000,
        )
        DataContext.get_current().enable_progress_bars = False
        logging.getLogger("ray.data").setLevel(logging.ERROR)

        def found(table: pa.Table) -> int:
            ds = lint(ray.data.from_arrow(pieces(table, jobs)))
            return sum(count(each) for each in ray.get(ds.to_arrow_refs()))

        try:
            yield found
        finally:
            ray.shutdown()


ENGINES = {"local": local, "spark": spark, "ray": ray}


def pieces(table: pa.Table, jobs: int) -> list[pa.Table]:
    """The table in parts of nearly one size."""
    rows = max(1, -(-table.num_rows // (jobs * PIECES)))
    return [table.slice(start, rows) for start in range(0, table.num_rows, rows)]


def count_piece(table: pa.Table) -> int:
    """The findings in a part; the columns travel back no further than here, as in the other engines."""
    return sum(count(pa.Table.from_batches([lint_batch(batch, Options())])) for batch in table.to_batches(ROWS))


def count(found: pa.Table) -> int:
    """The findings in a table of results."""
    return sum(len(chunk.flatten()) for chunk in found.column("findings").chunks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=4000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engines", default="local,spark,ray")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "in.parquet")
        write_table(path, arguments.documents)
        table = pq.read_table(path)
    measure(table, arguments.engines.split(","), arguments.jobs, arguments.rounds)


def measure(table: pa.Table, names: list[str], jobs: int, rounds: int) -> None:
    """Each engine's start and map stage, printed as it becomes known."""
    maps: dict[str, Map] = {}
    opened: list[Any] = []
    times: dict[str, list[float]] = {name: [] for name in names}
    results: set[int] = set()
    try:
        for name in names:
            started = time.monotonic()
            engine = ENGINES[name](jobs)
            opened.append(engine)
            maps[name] = engine.__enter__()
            maps[name](table.slice(0, 32 * jobs))
            print(f"{name:<6} start {time.monotonic() - started:6.1f} s", flush=True)
        for _ in range(rounds):
            for name in names:
                started = time.monotonic()
                results.add(maps[name](table))
                times[name].append(time.monotonic() - started)
    finally:
        for engine in reversed(opened):
            engine.__exit__(None, None, None)
    assert len(results) == 1, results
    first = statistics.median(times[names[0]])
    for name in names:
        took = statistics.median(times[name])
        print(
            f"{name:<6} map   {took:6.1f} s  {table.num_rows / took:6.0f} documents/s  {took / first:5.2f} x {names[0]}"
        )


if __name__ == "__main__":
    main()
