"""What a folder of results knows of itself: the job it belongs to, and the splits that are done.

`_speechlint/job.json` says which job; `_speechlint/done/` holds an entry for each finished split, written after its
parts stand in their places. Names that begin with an underscore are passed over by what reads tables.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct

from speechlint import __version__
from speechlint.corpus.errors import CorpusError, writing_to
from speechlint.corpus.inputs import NOTES
from speechlint.corpus.job import Job
from speechlint.corpus.splits import Split
from speechlint.engine.write import write_new

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

LAYOUT = 1


class Counts(Struct, frozen=True):
    """Sums over documents."""

    documents: int = 0
    characters: int = 0
    findings: int = 0
    failed: int = 0  # documents with an error

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(*(one + more for one, more in pairs))


class Entry(Struct, frozen=True):
    """A finished split: its name and key, the files it was read from, and its parts, relative to the output."""

    name: str
    key: str
    inputs: tuple[str, ...]
    parts: tuple[str, ...]
    counts: Counts


class Tally:
    """Counts what goes by."""

    def __init__(self) -> None:
        self.counts = Counts()

    def add(self, batch: pa.RecordBatch) -> None:
        """Count a batch of results."""
        self.counts += counts_of(batch)


def counts_of(batch: pa.RecordBatch) -> Counts:
    """The sums over one batch of results."""
    sums = [pc.sum(batch.column(name)).as_py() or 0 for name in ("characters", "errors", "warnings", "hints")]
    failed = batch.num_rows - batch.column("error").null_count
    return Counts(batch.num_rows, sums[0], sum(sums[1:]), failed)


class _Note(Struct, frozen=True):
    """The file that makes a folder ours."""

    layout: int
    version: str
    digest: str
    partition_by: tuple[str, ...]
    options: dict[str, Any]


class Ledger:
    """The notes of one output folder. Only `open_ledger` makes one."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._folder = os.path.join(job.output, NOTES, "done")
        self._entries = {entry.name: entry for entry in _entries(self._folder)}
        self._by_input: dict[str, set[str]] = {}
        for entry in self._entries.values():
            self._index(entry)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every finished split, sorted by name."""
        return tuple(self._entries[name] for name in sorted(self._entries))

    def done(self, split: Split) -> Entry | None:
        """The entry of a split that need not be done again: same input, and all its parts are there."""
        entry = self._entries.get(split.name)
        if entry is None or entry.key != split.key:
            return None
        present = all(os.path.exists(os.path.join(self._job.output, part)) for part in entry.parts)
        return entry if present else None

    def of_input(self, paths: Iterable[str]) -> list[Entry]:
        """The entries of splits that were read from one of these files."""
        names = {name for path in paths for name in self._by_input.get(path, ())}
        return [self._entries[name] for name in sorted(names & self._entries.keys())]

    def add(self, entry: Entry) -> None:
        """Note a split whose parts stand in their places. Raises CorpusError where it cannot be written."""
        with writing_to(self._job.output):
            write_new(os.path.join(self._folder, f"{entry.name}.json"), msgspec.json.encode(entry))
        self._entries[entry.name] = entry
        self._index(entry)

    def drop(self, entry: Entry) -> None:
        """Forget a split, and delete its parts."""
        del self._entries[entry.name]
        with contextlib.suppress(FileNotFoundError):
            os.unlink(os.path.join(self._folder, f"{entry.name}.json"))
        for part in entry.parts:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(self._job.output, part))

    def sweep(self) -> None:
        """Delete what killed runs left: files that were being written, and parts that no entry names."""
        shutil.rmtree(temporary_folder(self._job.output), ignore_errors=True)
        named = {part for entry in self._entries.values() for part in entry.parts}
        for part in _parts(self._job.output):
            if part not in named:
                os.unlink(os.path.join(self._job.output, part))

    def _index(self, entry: Entry) -> None:
        for path in entry.inputs:
            self._by_input.setdefault(path, set()).add(entry.name)


@contextlib.contextmanager
def open_ledger(job: Job, *, overwrite: bool = False) -> Iterator[Ledger]:
    """The notes of the job's output, held so that no other run works there; `overwrite` begins anew.

    Raises CorpusError where the folder holds something else, or the results of another job.
    """
    _check_ours(job, overwrite)
    with _held(job.output):
        with writing_to(job.output):
            ledger = _prepared(job, overwrite)
        try:
            yield ledger
        except BaseException:  # Ctrl-C may come when a part stands in its place and is not noted yet
            with contextlib.suppress(OSError):
                ledger.sweep()
            raise
        finally:
            shutil.rmtree(temporary_folder(job.output), ignore_errors=True)


def temporary_folder(output: str) -> str:
    """Where files are being written."""
    return os.path.join(output, NOTES, "tmp")


def _prepared(job: Job, overwrite: bool) -> Ledger:
    if overwrite:
        _clear(job.output)
    os.makedirs(os.path.join(job.output, NOTES, "done"), exist_ok=True)
    note = _note_file(job.output)
    if not os.path.exists(note):
        write_new(note, msgspec.json.format(msgspec.json.encode(_note_of(job), enc_hook=str)))
    ledger = Ledger(job)
    ledger.sweep()
    return ledger


def _check_ours(job: Job, overwrite: bool) -> None:
    output = job.output
    if os.path.lexists(output) and not os.path.isdir(output):
        raise CorpusError(
            f"--output {output}：不是文件夹，请换一个。", f"--output {output}: not a folder; name another."
        )
    if (not os.path.isdir(output) or set(os.listdir(output)) <= {NOTES}) and _noted(output) is None:
        return
    note = _noted(output)
    if note is None:
        raise CorpusError(
            f"--output {output}：文件夹里已有别的东西，没有写入；请换一个空文件夹。",
            f"--output {output}: the folder holds other things, so nothing was written; name an empty one.",
        )
    if overwrite or (note.layout == LAYOUT and note.digest == job.digest):
        return
    raise CorpusError(
        f"--output {output}：里面是另一项任务的结果（{_difference(note, job, zh=True)}），没有写入；"
        "请换一个文件夹，或加 --overwrite 全部重做。",
        f"--output {output}: it holds the results of another job ({_difference(note, job, zh=False)}), so nothing was"
        " written; name another folder, or do all of it again with --overwrite.",
    )


def _noted(output: str) -> _Note | None:
    try:
        with open(_note_file(output), "rb") as file:
            return msgspec.json.decode(file.read(), type=_Note)
    except (OSError, msgspec.DecodeError):
        return None


def _note_of(job: Job) -> _Note:
    return _Note(LAYOUT, __version__, job.digest, job.partition_by, _readable(job))


def _readable(job: Job) -> dict[str, Any]:
    readable: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(job.options, enc_hook=str))
    return readable


def _difference(note: _Note, job: Job, *, zh: bool) -> str:
    """What is not the same as then."""
    if note.layout != LAYOUT or note.version != __version__:
        return f"版本 {note.version}，现为 {__version__}" if zh else f"version {note.version}, now {__version__}"
    if note.partition_by != job.partition_by:
        return "--partition-by 不同" if zh else "another --partition-by"
    now = _readable(job)
    keys = [key for key in now if key != "config" and note.options.get(key) != now[key]]
    then, config = note.options.get("config", {}), now["config"]
    keys += [key for key in config if then.get(key) != config[key]]
    names = "、".join(keys) if zh else ", ".join(keys)
    if not keys:
        return "规则文件变了" if zh else "rule files changed"
    return f"{names} 不同" if zh else f"another {names}"


def _clear(output: str) -> None:
    """Delete our own files of an earlier job; the note last, so that the folder is known for ours until it is empty."""
    shutil.rmtree(os.path.join(output, NOTES, "done"), ignore_errors=True)
    for part in _parts(output):
        os.unlink(os.path.join(output, part))
        folder = os.path.dirname(part)
        while folder:
            with contextlib.suppress(OSError):  # others are in it
                os.rmdir(os.path.join(output, folder))
            folder = os.path.dirname(folder)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(_note_file(output))


def _entries(folder: str) -> Iterator[Entry]:
    for name in sorted(os.listdir(folder)):
        if name.endswith(".json"):
            with contextlib.suppress(msgspec.DecodeError), open(os.path.join(folder, name), "rb") as file:
                yield msgspec.json.decode(file.read(), type=Entry)


def _parts(output: str) -> Iterator[str]:
    """Our parts in a folder of results, relative to it."""
    for folder, folders, names in os.walk(output):
        folders[:] = sorted(name for name in folders if "=" in name)
        for name in names:
            if name.startswith("part-") and name.endswith(".parquet"):
                yield os.path.relpath(os.path.join(folder, name), output).replace(os.sep, "/")


def _note_file(output: str) -> str:
    return os.path.join(output, NOTES, "job.json")


@contextlib.contextmanager
def _held(output: str) -> Iterator[None]:
    """The folder for this run alone. Raises CorpusError where another one has it, or nothing can be written there."""
    with writing_to(output):
        os.makedirs(os.path.join(output, NOTES), exist_ok=True)
        lock = open(os.path.join(output, NOTES, "lock"), "wb")  # noqa: SIM115 - the with statement is below
    with lock as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CorpusError(
                    f"--output {output}：另一个 speechlint 正在写这个文件夹；请等它结束。",
                    f"--output {output}: another speechlint is writing there; wait for it to end.",
                ) from error
            except OSError:  # a file system without locks
                pass
        yield
