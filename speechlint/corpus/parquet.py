"""Documents from Parquet files: the columns that are needed, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from speechlint.corpus.errors import CorpusError
from speechlint.corpus.options import Options
from speechlint.corpus.schema import carried_columns, check_columns
from speechlint.corpus.splits import Split, piece_size

READ_AHEAD = 1 << 20


def row_ranges(path: str) -> tuple[int, Iterator[tuple[int, int, int]]]:
    """The rows of the file, and `(start, end, start)` of its parts: whole row groups, and pieces of those that are
    large. Raises CorpusError.
    """
    metadata = _opened(path).metadata
    return metadata.num_rows, _ranges(metadata)


def schema_of(path: str) -> pa.Schema:
    """The columns of a file. Raises CorpusError."""
    return _opened(path).schema_arrow


def read_rows(split: Split, options: Options, most_rows: int, most_bytes: int) -> Iterator[pa.RecordBatch]:
    """The rows of a split, so many at a time; the rows of a row group before it are passed over."""
    path = split.inputs[0].path
    file = _opened(path)
    folders = {name for name, _ in split.inputs[0].columns}
    made = [name for name in (*folders, options.id) if name is not None and name not in file.schema_arrow.names]
    check_columns(pa.schema([*file.schema_arrow, *(pa.field(name, pa.string()) for name in made)]), options)
    present = set(file.schema_arrow.names) - folders
    wanted = [name for name in dict.fromkeys((options.text, *carried_columns(options))) if name in present]
    first = 0
    for i in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(i)
        low, high = max(first, split.start), min(first + group.num_rows, split.end)
        if low < high:
            rows = max(1, min(most_rows, most_bytes * group.num_rows // max(1, group.total_byte_size)))
            yield from _group(file, i, wanted, rows, low - first, high - first, path)
        first += group.num_rows


def _ranges(metadata: pq.FileMetaData) -> Iterator[tuple[int, int, int]]:
    groups = [metadata.row_group(i) for i in range(metadata.num_row_groups)]
    step = piece_size(sum(group.total_byte_size for group in groups))
    start = at = size = 0
    for group in groups:
        pieces = max(1, -(-group.total_byte_size // step))
        rows = group.num_rows
        if pieces > 1 or size + group.total_byte_size > step:
            if at > start:
                yield start, at, start
            start, size = at, 0
        for piece in range(1, pieces):
            end = at + rows * piece // pieces
            if end > start:
                yield start, end, start
            start = end
        at += rows
        size += group.total_byte_size // pieces
    if at > start:
        yield start, at, start


def _group(
    file: pq.ParquetFile, number: int, columns: list[str], rows: int, low: int, high: int, path: str
) -> Iterator[pa.RecordBatch]:
    at = 0
    try:
        for batch in file.iter_batches(rows, [number], columns, use_threads=False):
            begin, end = max(low - at, 0), min(high - at, batch.num_rows)
            if begin < end:
                yield batch.slice(begin, end - begin)
            at += batch.num_rows
            if at >= high:
                return
    except (OSError, pa.ArrowException) as error:
        raise _damaged(path, error) from error


def _opened(path: str) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path, buffer_size=READ_AHEAD)
    except (OSError, UnicodeEncodeError, pa.ArrowException) as error:  # the second: of a name that is no UTF-8
        raise _damaged(path, error) from error


def _damaged(path: str, error: Exception) -> CorpusError:
    return CorpusError(
        f"{path}：Parquet 文件无法读取：{error}。请换一份完好的再运行，其余的不重做。",
        f"{path}: the Parquet file cannot be read: {error}. Fetch or write it anew and run again; the rest is not done"
        " again.",
    )
