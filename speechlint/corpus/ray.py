"""Corpora on Ray: a data set that somebody has, or the splits of a job as its tasks."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Unpack

import pyarrow as pa

from speechlint.corpus.engines import Asked, do_apart, options_for, require, small
from speechlint.corpus.job import Job
from speechlint.corpus.options import Options
from speechlint.corpus.run import Engine, Finished, Meter, killed
from speechlint.corpus.schema import carried_columns, output_schema
from speechlint.corpus.splits import Split

if TYPE_CHECKING:
    from ray.data import Dataset

AHEAD = 2  # splits that wait for a core, so that none is idle


def lint(ds: Dataset, text: str = "text", **asked: Unpack[Asked]) -> Dataset:
    """The findings of every row of a data set: its id, the columns to `keep`, and the columns of `output_schema`.

    `asked` is what `Asked` says, each by its name. Nothing runs before the result is asked for.
    Stateless tasks; Ray keeps their processes, and each makes its linter once. Raises CorpusError where the columns,
    as far as they are known, do not fit.
    """
    known = ds.schema()
    columns = list(known.names) if known is not None else [text]
    options = options_for(columns, text, **asked)
    if known is not None:
        output_schema(pa.schema(list(zip(known.names, known.types, strict=True))), options)
        ds = ds.select_columns(list(dict.fromkeys((*carried_columns(options), text))))
    lint_table: Any = _lint_table
    return ds.map_batches(
        lint_table, batch_format="pyarrow", batch_size=None, zero_copy_batch=True, fn_kwargs={"options": options}
    )


def ray_engine(jobs: int) -> Engine:
    """An engine whose splits are tasks of Ray; without a cluster it starts one of this machine, with `jobs` cores.

    Every machine has to see the inputs and the output under the same paths. Raises CorpusError without ray.
    """
    require("ray")
    return partial(_on_ray, jobs)


@contextmanager
def cluster(jobs: int) -> Iterator[None]:
    """The cluster that there is (RAY_ADDRESS names one), or one of this machine, which ends afterwards.

    Raises CorpusError without ray.
    """
    require("ray")
    import ray

    if ray.is_initialized():
        yield
        return
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    own: dict[str, Any] = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": jobs, "include_dashboard": False}
    ray.init(log_to_driver=False, logging_level=logging.ERROR, **own)
    try:
        yield
    finally:
        ray.shutdown()


def _lint_table(table: pa.Table, options: Options) -> Iterator[pa.Table]:
    for batch in table.to_batches():
        for found in small(batch, options):
            yield pa.Table.from_batches([found])


def _on_ray(jobs: int, job: Job, splits: Iterator[Split], meter: Meter) -> Iterator[Finished]:
    """The splits as tasks; each is noted as soon as it is done."""
    first = next(splits, None)
    if first is None:
        return
    import ray
    from ray.exceptions import NodeDiedError, OutOfMemoryError, WorkerCrashedError

    with cluster(jobs):
        do = ray.remote(do_apart).options(max_retries=1)
        shared = ray.put(job)
        most = _cores() + AHEAD
        running = {do.remote(shared, first): first}
        while running:
            while len(running) < most and (more := next(splits, None)) is not None:
                running[do.remote(shared, more)] = more
            done, _ = ray.wait(list(running))
            for task in done:
                split = running.pop(task)
                try:
                    finished: Finished = ray.get(task)
                except (
                    NodeDiedError,
                    OutOfMemoryError,
                    WorkerCrashedError,
                ):  # at the second try too
                    finished = killed(split)
                meter.count(finished.counts)
                yield finished


def _cores() -> int:
    import ray

    resources: Any = ray.cluster_resources  # untyped
    return int(resources().get("CPU", 1))
