"""Corpora on Spark: a table of its own session, or the splits of a job as its tasks.

Spark 3.5 or later, and Java 17.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Unpack

import pyarrow as pa

from speechlint.corpus.engines import Asked, do_apart, options_for, require, small
from speechlint.corpus.job import Job
from speechlint.corpus.options import Options
from speechlint.corpus.run import Engine, Finished, Meter, killed
from speechlint.corpus.schema import carried_columns, output_schema, results
from speechlint.corpus.splits import Split

if TYPE_CHECKING:
    from pyspark import SparkContext
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

WAVE = 8  # splits for each core between two entries in the ledger; a run that is killed does so many again
TRIES = 4  # of a task whose process was killed, as on a cluster; Spark's own default for one machine is 1
# For a session of our own: nothing listens but on this machine.
LOCAL: dict[str, Any] = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "1g",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def lint(df: DataFrame, text: str = "text", **asked: Unpack[Asked]) -> DataFrame:
    """The findings of every row of a table: its id, the columns to `keep`, and the columns of `output_schema`.

    `asked` is what `Asked` says, each by its name. Nothing runs before the result is asked for. One
    linter is made in each of Spark's Python workers and serves all its batches. Raises CorpusError where the table's
    columns do not fit.
    """
    options = options_for(df.columns, text, **asked)
    wanted = list(dict.fromkeys((*carried_columns(options), text)))
    output_schema(_as_arrow(df, wanted), options)
    chosen = df.select(*map(_column, wanted))
    return chosen.mapInArrow(partial(_lint_batches, options), _schema(chosen, options))


def spark_engine(jobs: int) -> Engine:
    """An engine whose splits are tasks of Spark; without a cluster it starts one of this machine, with `jobs` cores.

    Every machine has to see the inputs and the output under the same paths. Raises CorpusError without pyspark.
    """
    require("pyspark")
    return partial(_on_spark, jobs)


@contextmanager
def session(jobs: int) -> Iterator[SparkSession]:
    """The session that there is, or one of this machine, which ends afterwards. Raises CorpusError without pyspark."""
    require("pyspark")
    from pyspark.sql import SparkSession

    active = SparkSession.getActiveSession()
    if active is not None:
        yield active
        return
    builder = SparkSession.builder.appName("speechlint corpus")
    if "PYSPARK_GATEWAY_PORT" not in os.environ:  # else spark-submit has said where to run
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(f"local[{jobs},{TRIES}]").config(map=LOCAL)
    own = builder.getOrCreate()
    try:
        yield own
    finally:
        own.stop()


def _as_arrow(df: DataFrame, wanted: Collection[str]) -> pa.Schema:
    """The table's columns as Arrow has them; those that nobody wants may be of types that Arrow does not know."""
    from pyspark.sql.pandas.types import to_arrow_type

    fields = [(each.name, to_arrow_type(each.dataType) if each.name in wanted else pa.null()) for each in df.schema]
    return pa.schema(fields)


def _column(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _schema(df: DataFrame, options: Options) -> StructType:
    """The columns of the result as Spark has them; those that are carried keep their types."""
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

    made = from_arrow_schema(pa.schema(results(options)))
    return StructType([*(df.schema[name] for name in carried_columns(options)), *made.fields])


def _lint_batches(options: Options, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from small(batch, options)


def _on_spark(jobs: int, job: Job, splits: Iterator[Split], meter: Meter) -> Iterator[Finished]:
    """The splits in waves, because results come when a job of Spark's is through; what is done is noted then."""
    first = next(splits, None)
    if first is None:
        return
    with session(jobs) as spark:
        context = spark.sparkContext
        most = WAVE * context.defaultParallelism
        wave = [first, *islice(splits, most - 1)]
        while wave:
            for finished in _wave(context, job, wave):
                meter.count(finished.counts)
                yield finished
            wave = list(islice(splits, most))


def _wave(context: SparkContext, job: Job, wave: Sequence[Split]) -> Iterator[Finished]:
    """Spark gives a wave up when one of its tasks has ended its process again and again; then each is tried alone."""
    from py4j.protocol import Py4JError  # type: ignore[import-untyped]

    do = partial(do_apart, job)
    try:
        yield from context.parallelize(wave, len(wave)).map(do).collect()
        return
    except Py4JError as error:
        if not _is_of_one_task(context, error):
            raise
    for split in wave:
        try:
            yield from context.parallelize([split], 1).map(do).collect()
        except Py4JError as error:
            if not _is_of_one_task(context, error):
                raise
            yield killed(split)


def _is_of_one_task(context: SparkContext, error: Exception) -> bool:
    """Whether others may do better: not where Spark has ended, or Python could not even begin."""
    private: Any = context
    return "PythonException" not in str(error) and not private._jsc.sc().isStopped()
