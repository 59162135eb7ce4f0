"""A job: what is done, where its results go, and what a later run has to find the same."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import msgspec
import pyarrow as pa
from msgspec import Struct
from msgspec.structs import replace

from speechlint import __version__
from speechlint.config.schema import Config
from speechlint.corpus.errors import CorpusError
from speechlint.corpus.inputs import Input
from speechlint.corpus.json_lines import keys_of
from speechlint.corpus.options import Options
from speechlint.corpus.parquet import schema_of
from speechlint.corpus.schema import check_folders, output_schema
from speechlint.engine.linter import rule_pack_folders
from speechlint.engine.place import digest_of
from speechlint.formats.bounded import RULE, read_bytes

ENOUGH = 20  # files that are looked at before a job begins; one of them should be readable


class Job(Struct, frozen=True, kw_only=True):
    """Pickles. `output` is the folder of the results, `partition_by` the columns that make folders in it."""

    options: Options
    output: str
    partition_by: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The same for jobs whose results may stand side by side: options, rules and version."""
        packed = msgspec.msgpack.encode(
            (__version__, self.options, self.partition_by), enc_hook=os.fsencode, order="deterministic"
        )
        packs = [
            read_bytes(file, RULE)
            for folder in rule_pack_folders(self.options.config)
            for file in sorted(folder.glob("*/*.toml"))  # those that are loaded, and no others
            if file.is_file()
        ]
        return digest_of(packed, *packs).hex()[:32]


def job_of(inputs: Sequence[Input], options: Options, output: str, partition_by: Sequence[str], given_id: bool) -> Job:
    """The job for these inputs; `given_id` says that the user named the id column. Raises CorpusError where the first
    table shows that it cannot be done.
    """
    files = inputs[0].kind == "drafts"
    partition_by = tuple(dict.fromkeys(partition_by))
    options = replace(
        options,
        config=settled(options.config, files=files),
        files=files,
        keep=tuple(dict.fromkeys((*options.keep, *partition_by))),
    )
    if files:
        _check_drafts(inputs, options)
    else:
        _check_table(*_first_readable(inputs), options, partition_by, given_id)
    return Job(options=options, output=os.path.abspath(output), partition_by=partition_by)


def settled(config: Config, *, files: bool) -> Config:
    """The configuration without what says nothing about a corpus, so that a job is the same from any folder."""
    plain: dict[str, Any] = {"exclude": (), "include": (), "baseline": None, "origin": None}
    if not files:
        plain |= {"per_file_ignores": {}, "per_file_select": {}, "encoding": None}
    by_folder = config.rule_packs or (files and (config.per_file_ignores or config.per_file_select))
    return replace(config, **plain, root=config.root if by_folder else None)


def _check_drafts(inputs: Sequence[Input], options: Options) -> None:
    known = {name for name, _ in inputs[0].columns}
    for name in options.keep:
        if name not in known:
            raise CorpusError(
                f"文稿没有列 {name}；只有 名称=值 这样的文件夹才成列。",
                f"drafts have no column {name}; only folders called name=value stand for columns.",
            )


def _first_readable(inputs: Sequence[Input]) -> tuple[Input, pa.Schema | None]:
    """The first table that can be opened, with its columns; None where they are hard to tell. Raises CorpusError where
    none of the first ones can.
    """
    trouble: CorpusError | None = None
    for table in inputs[:ENOUGH]:
        try:
            return table, _columns_of(table)
        except CorpusError as error:
            trouble = trouble or error
    assert trouble is not None
    raise trouble


def _columns_of(table: Input) -> pa.Schema | None:
    if table.kind == "parquet":
        return schema_of(table.path)
    keys = keys_of(table.path)
    return pa.schema([(key, pa.string()) for key in keys]) if keys else None


def _check_table(
    table: Input, schema: pa.Schema | None, options: Options, partition_by: Sequence[str], given_id: bool
) -> None:
    if schema is None:
        return
    present = {name for name, _ in table.columns}
    if table.kind == "jsonl":  # where a key may stand in some lines only
        present |= set(options.keep)
    if options.id is not None and not given_id:
        present.add(options.id)
    for name in sorted(present.difference(schema.names)):
        schema = schema.append(pa.field(name, pa.string()))
    try:
        output_schema(schema, options)
        check_folders(schema, partition_by)
    except CorpusError as error:
        raise CorpusError(f"{table.path}：{error.said.zh}", f"{table.path}: {error.said.en}") from error
