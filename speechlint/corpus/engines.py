"""What the cluster engines have in common: the options of a table that somebody already has, and batches of bounded
size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import Any, TypedDict

import pyarrow as pa

from speechlint.config.schema import Config
from speechlint.corpus.batch import lint_batch
from speechlint.corpus.errors import CorpusError
from speechlint.corpus.job import Job, settled
from speechlint.corpus.ledger import Counts
from speechlint.corpus.options import Options, TextFormat
from speechlint.corpus.reading import ROWS
from speechlint.corpus.run import Finished, do_split
from speechlint.corpus.splits import Split
from speechlint.corpus.utf8 import in_utf8


class Asked(TypedDict, total=False):
    """What `lint` of an engine may be asked for besides the column of the texts, as in `Options`; `config` is a
    configuration or its keys (`{"preset": "zh-hant"}`).
    """

    id: str | None
    keep: Iterable[str]
    clean: bool
    drop_residue: bool
    format: TextFormat
    config: Config | dict[str, Any] | None


def options_for(
    names: Sequence[str],
    text: str,
    *,
    id: str | None = None,
    keep: Iterable[str] = (),
    clean: bool = False,
    drop_residue: bool = False,
    format: TextFormat = "plain",
    config: Config | dict[str, Any] | None = None,
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


def do_apart(job: Job, split: Split) -> Finished:
    """One split as the task of an engine: its counts come back with it when it is done."""
    return do_split(job, split, _uncounted)


def require(package: str) -> None:
    """Raises CorpusError where the package of an engine is not installed."""
    if find_spec(package) is None:
        extra = f"corpus-{package.removeprefix('py')}"
        raise CorpusError(
            f"没有安装 {package}：pip install 'speechlint[{extra}]'",
            f"{package} is not installed: pip install 'speechlint[{extra}]'",
        )


def _uncounted(counts: Counts) -> None:
    """While a task runs, nobody asks how far it is."""
