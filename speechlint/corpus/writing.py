"""The results of a split into files, so that there is never half a file under a name that readers see."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from speechlint.corpus.errors import CorpusError, writing_to
from speechlint.corpus.inputs import NO_VALUE
from speechlint.corpus.job import Job
from speechlint.corpus.ledger import Entry, Tally, temporary_folder
from speechlint.corpus.schema import check_folders
from speechlint.corpus.splits import Split

COMPRESSION = "zstd"
PENDING = 32_000_000  # bytes of results that wait for their row group
MOST_FOLDERS = 256  # for one split: each has an open file
LONGEST_NAME = 200  # bytes
# What Hive escapes in the names of folders; other characters stand for themselves.
_ESCAPED = frozenset("\"#%'*/:=?\\\x7f{[]^" + "".join(map(chr, range(32))))


def write(job: Job, split: Split, batches: Iterable[pa.RecordBatch]) -> Entry:
    """Write the results of a split and put them in their places; what it gives is for the ledger.

    Raises CorpusError where they cannot be written, and what the batches raise; then no part of the split counts.
    """
    with writing_to(job.output), _workplace(job, split) as folder:
        writers = _Writers(job, folder)
        tally = Tally()
        for batch in batches:
            tally.add(batch)
            writers.add(batch)
        parts = []
        for place, file in writers.finished():
            part = f"{place}part-{split.name}.parquet"
            target = os.path.join(job.output, part)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(file, target)
            parts.append(part)
    return Entry(split.name, split.key, tuple(each.place for each in split.inputs), tuple(sorted(parts)), tally.counts)


def folder_of(columns: Iterable[str], values: Iterable[Any]) -> str:
    """`source=web/year=2024/` for these columns and values, escaped as Hive does. Raises CorpusError."""
    return "".join(f"{_segment(name, value)}/" for name, value in zip(columns, values, strict=True))


def _segment(name: str, value: Any) -> str:
    shown = NO_VALUE if value is None or value == "" else _escaped(str(value))
    if len(os.fsencode(shown)) > LONGEST_NAME:
        raise CorpusError(
            f"--partition-by {name}：值“{str(value)[:20]}……”太长，不能作文件夹名；请换一列。",
            f"--partition-by {name}: the value '{str(value)[:20]}...' is too long to name a folder; take another"
            " column.",
        )
    return f"{_escaped(name)}={shown}"


def _escaped(text: str) -> str:
    return "".join(f"%{ord(char):02X}" if char in _ESCAPED else char for char in text)


@contextlib.contextmanager
def _workplace(job: Job, split: Split) -> Iterator[str]:
    """A folder for files that are being written, on the file system of the output; gone afterwards."""
    folder = os.path.join(temporary_folder(job.output), f"{split.name}-{os.getpid()}")
    os.makedirs(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Writers:
    """One open file for each folder of the output; rows wait until there are enough for a row group."""

    def __init__(self, job: Job, folder: str) -> None:
        self._columns = job.partition_by
        self._folder = folder
        self._files: dict[str, str] = {}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._waiting: dict[str, list[pa.RecordBatch]] = {}
        self._sizes: Counter[str] = Counter()

    def add(self, batch: pa.RecordBatch) -> None:
        for place, part in self._parts(batch):
            self._waiting.setdefault(place, []).append(part)
            self._sizes[place] += part.nbytes
            if len({*self._waiting, *self._writers}) > MOST_FOLDERS:
                shown = ", ".join(self._columns)
                raise CorpusError(
                    f"--partition-by {shown}：一段输入里就有超过 {MOST_FOLDERS} 个不同的值；请换一列。",
                    f"--partition-by {shown}: more than {MOST_FOLDERS} values in one split; take another column.",
                )
        while self._sizes.total() > PENDING:
            self._flush(max(self._sizes, key=lambda place: (self._sizes[place], place)))

    def finished(self) -> Iterator[tuple[str, str]]:
        """Every folder and the file that belongs in it, whole and on the disk."""
        for place in sorted({*self._waiting, *self._writers}):
            self._flush(place)
            self._writers[place].close()
            file = self._files[place]
            with open(file, "rb") as written:
                os.fsync(written.fileno())
            yield place, file

    def _parts(self, batch: pa.RecordBatch) -> Iterator[tuple[str, pa.RecordBatch]]:
        """The rows of each folder, in their order, without the columns that the folder stands for."""
        if not self._columns:
            yield "", batch
            return
        check_folders(batch.schema, self._columns)
        rows = zip(*(batch.column(name).to_pylist() for name in self._columns), strict=True)
        places: dict[str, list[int]] = {}
        known: dict[tuple[Any, ...], str] = {}
        for i, values in enumerate(rows):
            if values not in known:
                known[values] = folder_of(self._columns, values)
            places.setdefault(known[values], []).append(i)
        rest = batch.drop_columns(list(self._columns))
        for place, indices in places.items():
            whole = len(indices) == batch.num_rows
            yield place, rest if whole else pc.take(rest, pa.array(indices, pa.int64()))

    def _flush(self, place: str) -> None:
        batches = self._waiting.pop(place, [])
        self._sizes.pop(place, None)
        if not batches:
            return
        if place not in self._writers:
            self._files[place] = os.path.join(self._folder, f"{len(self._files):04d}.tmp")
            self._writers[place] = pq.ParquetWriter(self._files[place], batches[0].schema, compression=COMPRESSION)
        self._writers[place].write_table(pa.Table.from_batches(batches))
