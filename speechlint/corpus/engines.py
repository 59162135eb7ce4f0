"""What the cluster engines have in common: the options of a table that somebody already has, and batches of bounded
size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from speechlint.config.schema import Config
from speechlint.corpus.batch import lint_batch
from speechlint.corpus.errors import CorpusError
from speechlint.corpus.job import settled
from speechlint.corpus.options import Options, TextFormat
from speechlint.corpus.reading import ROWS
from speechlint.corpus.utf8 import in_utf8

NAMES = ("local", "spark", "ray")


def options_for(
    names: Sequence[str],
    text: str,
    id: str | None,
    keep: Iterable[str],
    clean: bool,
    drop_residue: bool,
    format: TextFormat,
    config: Config | dict[str, Any] | None,
) -> Options:
    """The options for a table with these columns; a column called `id` names the documents where none is named."""
    given = config if isinstance(config, Config) else Config(**(config or {}))
    if id is None and "id" in names and text != "id":
        id = "id"
    return Options(
        text=text,
        id=id,
        keep=tuple(keep),
        config=settled(given, files=False),
        clean=clean or drop_residue,
        drop_residue=drop_residue,
        format=format,
    )


def small(batch: pa.RecordBatch, options: Options) -> Iterator[pa.RecordBatch]:
    """The results of a batch in smaller ones: engines hand over tens of megabytes, and findings are larger than texts.

    A batch without rows gives one without rows, so that its columns are known.
    """
    for start in range(0, max(1, batch.num_rows), ROWS):
        yield lint_batch(in_utf8(batch.slice(start, ROWS), options), options)


def engine_named(name: str, jobs: int) -> Callable[..., Any]:
    """The engine for splits. Raises CorpusError where its package is missing."""
    if name == "spark":
        from speechlint.corpus.spark import spark_engine

        return spark_engine(jobs)
    if name == "ray":
        from speechlint.corpus.ray import ray_engine

        return ray_engine(jobs)
    from speechlint.corpus.local import local_engine

    return local_engine(jobs)


def missing(package: str, extra: str) -> CorpusError:
    """The engine's package is not installed."""
    return CorpusError(
        f"没有安装 {package}：pip install 'speechlint[{extra}]'",
        f"{package} is not installed: pip install 'speechlint[{extra}]'",
    )
