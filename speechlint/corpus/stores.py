"""Tables that only an engine can reach (`hdfs://`, `s3a://`): read, linted and written by Spark or Ray themselves.

Spark commits the results as it commits any table (`_SUCCESS` is written last); Ray writes file by file. Neither goes on
with what an earlier run left: such a job is done as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from speechlint.corpus.errors import CorpusError
from speechlint.corpus.inputs import LINES, PARQUET
from speechlint.corpus.options import Options


class Order(Struct, frozen=True, kw_only=True):
    """What is asked for: addresses of tables and of the results; `overwrite` drops results that stand there."""

    paths: tuple[str, ...]
    output: str
    kind: str | None
    options: Options
    partition_by: tuple[str, ...] = ()
    overwrite: bool = False


def is_address(path: str) -> bool:
    """Whether a path names a place on some store."""
    return "://" in path


def lint_store(order: Order, engine: str, jobs: int) -> None:
    """Carry it out. Raises CorpusError, and what the engine raises for addresses that it cannot reach."""
    kind = order.kind or _kind(order.paths)
    if kind not in ("parquet", "jsonl"):
        raise CorpusError("这样的地址只能读 Parquet 和 JSON Lines。", "Of such addresses only tables can be read.")
    if engine == "spark":
        _by_spark(order, kind, jobs)
    elif engine == "ray":
        _by_ray(order, kind, jobs)
    else:
        raise CorpusError(
            f"{order.paths[0]}：本机的进程只读本机的路径；请用 --engine spark 或 ray。",
            f"{order.paths[0]}: the local engine reads local paths; use --engine spark or ray.",
        )


def _kind(paths: Sequence[str]) -> str:
    """By the name; a folder is one of Parquet."""
    low = paths[0].rstrip("/").lower()
    return "jsonl" if low.endswith(LINES) and not low.endswith(PARQUET) else "parquet"


def _keys(options: Options) -> dict[str, Any]:
    return {
        "id": options.id,
        "clean": options.clean,
        "drop_residue": options.drop_residue,
        "format": options.format,
        "config": options.config,
    }


def _keep(order: Order) -> list[str]:
    return list(dict.fromkeys((*order.options.keep, *order.partition_by)))


def _by_spark(order: Order, kind: str, jobs: int) -> None:
    from speechlint.corpus.spark import lint, session

    with session(jobs) as spark:
        if kind == "parquet":
            df = spark.read.parquet(*order.paths)
        else:
            df = spark.read.option("primitivesAsString", True).json(list(order.paths))
        found = lint(df, order.options.text, keep=_keep(order), **_keys(order.options))
        writer = found.write.mode("overwrite" if order.overwrite else "errorifexists")
        if order.partition_by:
            writer = writer.partitionBy(*order.partition_by)
        writer.option("compression", "zstd").parquet(order.output)


def _by_ray(order: Order, kind: str, jobs: int) -> None:
    from speechlint.corpus.ray import cluster, lint

    with cluster(jobs):
        import ray.data
        from ray.data import SaveMode

        paths = list(order.paths)
        ds = ray.data.read_parquet(paths) if kind == "parquet" else ray.data.read_json(paths, lines=True)
        found = lint(ds, order.options.text, keep=_keep(order), **_keys(order.options))
        found.write_parquet(
            order.output,
            partition_cols=list(order.partition_by) or None,
            mode=SaveMode.OVERWRITE if order.overwrite else SaveMode.ERROR,
        )
