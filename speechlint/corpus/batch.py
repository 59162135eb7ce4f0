"""The one function behind every engine: a batch of documents in, a batch of results out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from speechlint.corpus.document import check_documents, read_document, unreadable
from speechlint.corpus.options import Options
from speechlint.corpus.schema import FAULT, carried_columns, output_schema, results
from speechlint.engine.linter import Linter
from speechlint.engine.setting import Setting
from speechlint.formats.source import Source


def lint_batch(batch: pa.RecordBatch, options: Options) -> pa.RecordBatch:
    """One row for each row of the batch, in its order; the columns are those of `output_schema`.

    Pure: the same batch and options give the same result in any process, however the rows are put into batches. A
    document that cannot be checked says so in the column `error`; it never stops the others. Raises CorpusError where
    the columns do not fit the options, and what `Linter` raises where the configuration cannot be carried out.
    """
    schema = output_schema(batch.schema, options)
    linter = linter_for(options)
    read = [
        unreadable(fault) if fault is not None else read_document(linter, text, name, options)
        for text, name, fault in zip(_texts(batch, options), _names(batch, options), _faults(batch), strict=True)
    ]
    checked = iter(check_documents(linter, [one for one in read if isinstance(one, Source)], options))
    rows = [next(checked) if isinstance(one, Source) else one for one in read]
    made = [pa.array([row.get(field.name) for row in rows], field.type) for field in results(options)]
    return pa.RecordBatch.from_arrays(
        [*(batch.column(name) for name in carried_columns(options)), *made], schema=schema
    )


def linter_for(options: Options) -> Linter:
    """The linter of these options, made once a process. Baselines hold for files that people keep, not for corpora."""
    return Setting(options.config).linter()


def _texts(batch: pa.RecordBatch, options: Options) -> Iterator[str | bytes | None]:
    column = batch.column(options.text)
    for value in column:
        yield value.as_py()


def _names(batch: pa.RecordBatch, options: Options) -> Sequence[Any]:
    """The names of files, which say how each is read; nothing where the documents are no files."""
    if not options.files or options.id is None:
        return [None] * batch.num_rows
    names: list[Any] = batch.column(options.id).to_pylist()
    return names


def _faults(batch: pa.RecordBatch) -> Sequence[str | None]:
    if FAULT not in batch.schema.names:
        return [None] * batch.num_rows
    faults: list[str | None] = batch.column(FAULT).to_pylist()
    return faults
