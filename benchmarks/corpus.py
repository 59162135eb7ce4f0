"""How fast a corpus is linted, and how much memory it takes: `python -m benchmarks.corpus`.

It builds its own documents of some 800 characters, every second one damaged. First the one function behind all engines
on one core; then whole jobs of `speechlint corpus`, from Parquet to Parquet, of growing size: processor time, wall time
and the peak memory of the largest process, which must not grow. `--sizes 10000,100000,1000000` for more. Nothing here
is a test.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.processes import floor
from benchmarks.texts import RESIDUE, sentence, with_mask
from speechlint.cli.collector import spare_collector
from speechlint.config.schema import Config
from speechlint.corpus import Options, lint_batch
from speechlint.corpus.batch import linter_for

LENGTH = 760  # characters before the closing formula
ROUNDS = 5
GROUP = 10_000  # rows
SOURCES = ("web", "office", "school")


def document(stock: random.Random) -> str:
    """A short speech; one in two has masks, and some of these a line that a site left."""
    damaged = stock.random() < 0.5
    lines, size = ["在全县职工服务工作推进会上的讲话", "同志们："], 0
    while size < LENGTH:
        text = "".join(sentence(stock) for _ in range(3))
        if damaged:
            text = "。".join(with_mask(part, stock) for part in text.split("。"))
        lines.append(f"　　{text}")
        size += len(lines[-1]) + 1
    if damaged and stock.random() < 0.3:
        lines.append(stock.choice(RESIDUE))
    return "\n".join([*lines, "　　谢谢大家！", ""])


def documents(seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows without end, the same for the same seed."""
    stock = random.Random(seed)
    number = 0
    while True:
        yield {"id": f"d{number:08}", "text": document(stock), "source": stock.choice(SOURCES)}
        number += 1


def write_table(path: Path, count: int) -> None:
    """A Parquet file of so many documents, written piece by piece."""
    given = documents()
    schema = pa.schema([(name, pa.string()) for name in ("id", "text", "source")])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for start in range(0, count, GROUP):
            rows = list(islice(given, min(GROUP, count - start)))
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def one_core(count: int) -> None:
    """The function itself: processor time of this process, the best of a few rounds."""
    spare_collector()
    batch = pa.RecordBatch.from_pylist(list(islice(documents(2), count)))
    characters = sum(map(len, batch.column("text").to_pylist())) / count
    inferring = tuple(active.card.id for active in linter_for(Options()).active if active.card.infers)
    settings = {
        "every default rule": Options(),
        "with the clean text": Options(clean=True, drop_residue=True),
        "without rules that infer": Options(config=Config(ignore=inferring)),
    }
    print(f"lint_batch, {count} documents of {characters:.0f} characters, one core")
    for name, options in settings.items():
        found = lint_batch(batch, options)
        total = sum(len(row) for row in found.column("findings").to_pylist())
        took = min(_cpu_seconds(batch, options) for _ in range(ROUNDS))
        print(f"  {name:<26} {count / took:6.0f} documents/s  {1000 * took / count:5.2f} ms each  {total:6} findings")


def apart(function: Callable[..., None], *arguments: Any) -> None:
    """Call it in a process of its own: no child seems to take less memory than the process that starts it has taken."""
    process = get_context("spawn").Process(target=function, args=arguments)
    process.start()
    process.join()
    assert process.exitcode == 0, process.exitcode


def _cpu_seconds(batch: pa.RecordBatch, options: Options) -> float:
    start = time.process_time()
    lint_batch(batch, options)
    return time.process_time() - start


def jobs(sizes: list[int], workers: int, folder: Path, more: list[str]) -> None:
    """Whole jobs in processes of their own."""
    print(f"speechlint corpus, {workers} process(es), Parquet to Parquet {' '.join(more)}")
    for size in sizes:
        table = folder / f"{size}.parquet"
        apart(write_table, table, size)
        command = [sys.executable, "-m", "speechlint", "corpus", str(table), "-o", str(folder / f"out{size}")]
        command += ["--partition-by", "source", "--jobs", str(workers), "--isolated", "--quiet", *more]
        start = time.monotonic()
        process = subprocess.Popen(command)
        _, status, used = os.wait4(process.pid, 0)
        wall, cpu = time.monotonic() - start, used.ru_utime + used.ru_stime
        assert status == 0, status
        print(
            f"  {size:>9,} documents  {wall:7.1f} s wall  {cpu:7.1f} s CPU  {size / cpu:6.0f} documents/s a core"
            f"  peak {used.ru_maxrss / 1024:.0f} MB"
        )
        table.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000", help="documents of each job")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--batch", type=int, default=1000, help="documents for the function alone")
    arguments, more = parser.parse_known_args()
    apart(one_core, arguments.batch)
    print(f"a child seems to take {floor():.0f} MB at least")
    with tempfile.TemporaryDirectory() as folder:
        jobs([int(size) for size in arguments.sizes.split(",") if size], arguments.jobs, Path(folder), more)


if __name__ == "__main__":
    main()
