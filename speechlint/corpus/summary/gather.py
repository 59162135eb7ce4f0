"""The sums of a folder of results, read part by part."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.parquet as pq

from speechlint.corpus.errors import CorpusError
from speechlint.corpus.inputs import NO_VALUE
from speechlint.corpus.schema import CLEANED, FOUND
from speechlint.corpus.summary.sums import COLUMNS, OF_FINDINGS, Sums
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple

ROWS = 2000
_OURS = frozenset(field.name for field in (*FOUND, *CLEANED))
LIKELY = ("source", "site", "domain", "host", "publisher", "来源", "网站")


class Gathered(NamedTuple):
    """The sums of results, and the column that they are told by source of. `mixed` says where parts do not fit,
    because a column that was carried is of several types.
    """

    sums: Sums
    column: str | None
    mixed: Bilingual | None


def gather(folder: str, source: str | None = None) -> Gathered:
    """What is told of all results below a folder, whoever wrote them.

    Without `source` that is a column with a usual name, or else the first one that folders are made by. Raises
    CorpusError where there are no results, or no such column.
    """
    sums, carried, parts = Sums(), _Carried(), list(_parts(folder))
    if not parts:
        raise CorpusError(f"{folder}：没有结果（*.parquet）。", f"{folder}: no results (*.parquet).")
    chosen = source or _likely(parts[0], folder)
    for path in parts:
        for batch, sources in _batches(path, folder, chosen, carried):
            sums.add(batch, sources)
    return Gathered(sums, chosen, carried.mixed)


class _Carried:
    """The types of the columns that are none of ours, and where each was met first."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[pa.DataType, str]] = {}
        self.mixed: Bilingual | None = None

    def see(self, schema: pa.Schema, path: str) -> None:
        for field in schema:
            if field.name in _OURS or pa.types.is_null(field.type):
                continue
            kind, where = self._first.setdefault(field.name, (field.type, path))
            if field.type != kind and self.mixed is None:
                self.mixed = Bilingual(
                    f"列 {field.name} 在 {where} 里是 {kind}，在 {path} 里是 {field.type}，结果不能当作一张表读；"
                    "请先统一输入里的类型，或分开检查，各用一个 --output。",
                    f"column {field.name} is of type {kind} in {where} and of type {field.type} in {path}, so the"
                    " results cannot be read as one table. Convert it in the inputs, or lint them into folders of"
                    " their own.",
                )


def _parts(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        chosen = (name for name in sorted(names) if name.endswith(".parquet") and not name.startswith((".", "_")))
        yield from (os.path.join(place, name) for name in chosen)


def _batches(
    path: str, folder: str, source: str | None, carried: _Carried
) -> Iterator[tuple[pa.RecordBatch, Sequence[Any] | None]]:
    try:
        with pq.ParquetFile(path) as file:
            known = file.schema_arrow.names
            missing = [name for name in COLUMNS[:4] if name not in known]
            if missing:
                raise CorpusError(
                    f"{path}：没有列 {missing[0]}，不是 speechlint corpus 的结果。",
                    f"{path}: no column {missing[0]}: not a result of speechlint corpus.",
                )
            carried.see(file.schema_arrow, path)
            values = _columns(path, folder)
            if source is not None and source not in known and source not in values:
                raise CorpusError(f"{path}：没有列 {source}。", f"{path}: there is no column {source}.")
            for batch in file.iter_batches(ROWS, columns=_wanted(file, source)):
                if source is None:
                    yield batch, None
                elif source in known:
                    yield batch, batch.column(source).to_pylist()
                else:
                    yield batch, [values[source]] * batch.num_rows
    except (OSError, pa.ArrowException) as error:
        raise CorpusError(f"{path}：无法读取：{error}", f"{path}: cannot be read: {error}") from error


def _wanted(file: pq.ParquetFile, source: str | None) -> list[str]:
    """The paths of what is summed up. Of findings that is a few small columns; the others are most of a part."""
    paths = [file.schema.column(i).path for i in range(len(file.schema))]
    return [path for path in paths if f"{path}.".startswith(f"{source}.") or _is_wanted(*path.split("."))]


def _is_wanted(name: str, *inner: str) -> bool:
    return name in COLUMNS and (name != "findings" or inner[-1] in OF_FINDINGS)


def _likely(path: str, folder: str) -> str | None:
    values = _columns(path, folder)
    try:
        known = [*pq.read_schema(path).names, *values]
    except (OSError, pa.ArrowException):
        known = []
    return next((name for name in (*LIKELY, *values) if name in known), None)


def _columns(path: str, folder: str) -> dict[str, str | None]:
    """What the folders above a part stand for: `source=web/`."""
    pairs = [part.partition("=") for part in os.path.relpath(path, folder).split(os.sep)[:-1] if "=" in part]
    return {unquote(name): None if value == NO_VALUE else unquote(value) for name, _, value in pairs}
