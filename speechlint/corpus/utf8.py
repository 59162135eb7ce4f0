"""Columns of strings that hold something else: not all who write Parquet look at what they write."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from speechlint.corpus.options import Options
from speechlint.corpus.schema import FAULT
from speechlint.findings.bilingual import Bilingual

NO_UTF8 = Bilingual("正文不是 UTF-8 编码", "the text is not UTF-8")


def in_utf8(batch: pa.RecordBatch, options: Options) -> pa.RecordBatch:
    """The batch with strings that can be read: a text that is no UTF-8 is null and has a fault, in other columns the
    bytes that are none become `�`.
    """
    for i, field in enumerate(batch.schema):
        if not (pa.types.is_string(field.type) or pa.types.is_large_string(field.type)) or _is_sound(batch.column(i)):
            continue
        raw: Sequence[bytes | None] = batch.column(i).cast(pa.large_binary()).to_pylist()
        values = [None if data is None else data.decode("utf-8", "replace") for data in raw]
        if field.name == options.text:
            broken = [data is not None and not _is_utf8(data) for data in raw]
            values = [None if bad else value for value, bad in zip(values, broken, strict=True)]
            said = NO_UTF8.into(options.config.lang)
            batch = batch.append_column(FAULT, pa.array([said if bad else None for bad in broken], pa.string()))
        batch = batch.set_column(i, field, pa.array(values, field.type))
    return batch


def _is_sound(column: pa.Array) -> bool:
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
