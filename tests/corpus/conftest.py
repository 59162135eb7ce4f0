"""A working folder with the toy rules of the command line's tests, and corpora in it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as dataset
import pyarrow.parquet as pq
import pytest

from speechlint.config.schema import Config
from speechlint.corpus.inputs import find_inputs
from speechlint.corpus.job import Job, job_of
from speechlint.corpus.options import Options
from speechlint.corpus.run import Meter
from speechlint.corpus.splits import Split
from tests.cli.conftest import call, folder

__all__ = ["call", "folder"]

Row = Mapping[str, Any]
TEXTS = ("收购红荼。", "运走烟媒。", "俩个仓库都满了。", "一切都好。", "红荼、红荼，还有烟媒。")


def rows(count: int) -> list[dict[str, Any]]:
    """So many documents, with what else a table has."""
    return [
        {"id": f"d{i:05}", "text": TEXTS[i % 5], "source": "甲乙丙"[i % 3], "year": 2020 + i % 2} for i in range(count)
    ]


def parquet(path: Path | str, given: Sequence[Row], **keys: Any) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(list(given)), path, **keys)
    return Path(path)


def json_lines(given: Iterable[Row]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in given)


def results(path: Path | str) -> list[dict[str, Any]]:
    """The rows of a folder of results, sorted by id."""
    table = dataset.dataset(path, partitioning="hive").to_table()
    return sorted(table.to_pylist(), key=lambda row: str(row["id"]))


def bytes_of(path: Path | str) -> dict[str, bytes]:
    """Every part of the results with what is in it."""
    found = Path(path).rglob("part-*.parquet")
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in sorted(found)}


@pytest.fixture
def toys(folder: Path) -> Config:
    """The configuration of the working folder."""
    return Config(rule_packs=("pack",), select=("toy",), root=folder)


def job_for(
    path: Path | str, output: Path | str, options: Options, partition_by: Sequence[str] = ()
) -> tuple[Job, Meter, tuple[Any, ...]]:
    """What `run` needs for the inputs below a path."""
    inputs = find_inputs([str(path)], [".txt", ".md", ".docx"]).inputs
    return job_of(inputs, options, str(output), partition_by, given_id=False), Meter(inputs), inputs


class Poison(Split, frozen=True):
    """A split that ends the process which takes it."""

    @classmethod
    def of(cls, split: Split) -> Poison:
        return cls(split.inputs, split.number, split.start, split.end, split.row, split.weight)

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return os.abort, ()
