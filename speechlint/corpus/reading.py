"""A split into batches of documents that lint_batch takes."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from speechlint.corpus.inputs import Input
from speechlint.corpus.json_lines import read_lines
from speechlint.corpus.options import Options
from speechlint.corpus.parquet import read_rows
from speechlint.corpus.schema import FAULT, carried_columns, holds_bytes
from speechlint.corpus.splits import Split
from speechlint.corpus.utf8 import in_utf8
from speechlint.engine.work import unreadable
from speechlint.formats.bounded import DRAFT, read_bytes

ROWS = 250
VIEWS = {pa.string_view(): pa.large_string(), pa.binary_view(): pa.large_binary()}
BYTES = 1_000_000  # of text in a batch; a longer document has a batch of its own


def read(split: Split, options: Options) -> Iterator[pa.RecordBatch]:
    """The documents of a split in their order, in batches that stay small whatever the file is like.

    Where the table has no id column, one is made: `name:row`, 1-based. Columns that folders stand for are added.
    """
    if split.inputs[0].kind == "drafts":
        yield from _drafts(split, options)
        return
    reader = read_rows if split.inputs[0].kind == "parquet" else read_lines
    row = split.row
    for large in reader(split, options, ROWS, BYTES):
        for batch in _small(in_utf8(_simple(large), options), options.text):
            yield with_columns(batch, split.inputs[0], options, row)
            row += batch.num_rows


def with_columns(batch: pa.RecordBatch, table: Input, options: Options, row: int) -> pa.RecordBatch:
    """The batch with the columns that stand in no file; `row` is the 0-based number of its first row."""
    for name, value in table.columns:
        batch = batch.append_column(name, pa.array([value] * batch.num_rows, pa.string()))
    if options.id is not None and options.id not in batch.schema.names:
        names = [f"{table.name}:{row + i + 1}" for i in range(batch.num_rows)]
        batch = batch.append_column(options.id, pa.array(names, pa.string()))
    return batch


def _simple(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The batch without dictionaries and views."""
    for i, field in enumerate(batch.schema):
        column = batch.column(i)
        if pa.types.is_dictionary(field.type):
            column = column.dictionary_decode()
        if column.type in VIEWS:
            column = column.cast(VIEWS[column.type])
        if column.type != field.type:
            batch = batch.set_column(i, pa.field(field.name, column.type), column)
    return batch


def _small(batch: pa.RecordBatch, text: str) -> Iterator[pa.RecordBatch]:
    """The same rows in batches of no more bytes of text than fit."""
    start = size = 0
    for i, length in enumerate(_lengths(batch, text)):
        if i > start and size + length > BYTES:
            yield batch.slice(start, i - start)
            start, size = i, 0
        size += length
    if batch.num_rows > start:
        yield batch.slice(start)


def _lengths(batch: pa.RecordBatch, text: str) -> list[int]:
    if text not in batch.schema.names:
        return []  # lint_batch says so
    column = batch.column(text)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type) or holds_bytes(column.type)):
        return []
    lengths: list[int] = pc.fill_null(pc.binary_length(column), 0).to_pylist()
    return lengths


def _drafts(split: Split, options: Options) -> Iterator[pa.RecordBatch]:
    rows: list[dict[str, object]] = []
    size = 0
    for draft in split.inputs:
        row = _draft(draft, options)
        data = row.get(options.text)
        size += len(data) if isinstance(data, bytes) else 0
        rows.append(row)
        if len(rows) == ROWS or size > BYTES:
            yield _table_of(rows, options)
            rows, size = [], 0
    if rows:
        yield _table_of(rows, options)


def _draft(draft: Input, options: Options) -> dict[str, object]:
    row: dict[str, object] = {**dict(draft.columns), options.id or "": draft.name}
    try:
        row[options.text] = read_bytes(draft.path, DRAFT)
    except (OSError, MemoryError) as error:
        row[FAULT] = unreadable(error).into(options.config.lang)
    return row


def _table_of(rows: list[dict[str, object]], options: Options) -> pa.RecordBatch:
    strings = dict.fromkeys(name for name in (*carried_columns(options), FAULT) if name != options.text)
    schema = pa.schema([(options.text, pa.binary()), *((name, pa.string()) for name in strings)])
    return pa.RecordBatch.from_pylist(rows, schema=schema)
