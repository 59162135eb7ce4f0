"""The files of a corpus: tables, or drafts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal
from urllib.parse import unquote

from msgspec import Struct

from speechlint.corpus.errors import CorpusError
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple

Kind = Literal["parquet", "jsonl", "drafts"]

PARQUET = (".parquet", ".pq")
LINES = tuple(f".{name}{packed}" for name in ("jsonl", "json", "ndjson") for packed in ("", ".gz", ".zst"))
NOTES = "_speechlint"  # a folder in every folder of results
NO_VALUE = "__HIVE_DEFAULT_PARTITION__"
_PARTITION = re.compile(r"([^=/]+)=([^/]*)")


class Input(Struct, frozen=True):
    """One file: where it is, and how results name it (from the folder that was given, with `/`).

    `size` (bytes) and `changed` (nanoseconds) tell whether it is still the same; `columns` are those that folders like
    `source=web/` above it stand for.
    """

    path: str
    name: str
    kind: Kind
    size: int
    changed: int
    columns: tuple[tuple[str, str | None], ...] = ()

    @property
    def place(self) -> str:
        """The path in characters that tables and notes can hold."""
        return in_characters(self.path)


class Found(NamedTuple):
    """`inputs` sorted by name; `remarks` are what the user may want to know."""

    inputs: tuple[Input, ...]
    remarks: tuple[Bilingual, ...]


def find_inputs(
    paths: Sequence[str], drafts: Sequence[str], kind: Kind | None = None, *, without: str | None = None
) -> Found:
    """The files to read below the paths. `drafts` are the endings of drafts; `kind` leaves out all others.

    Where tables are found, drafts beside them (a README.md) are left alone, unless `kind` asks for them. What begins
    with a dot or an underscore is no input, nor what lies in the folder `without`, nor results of other jobs in folders
    below. Raises CorpusError where there is nothing to read, or a folder cannot be opened.
    """
    results: list[str] = []
    every = [found for path in paths for found in _below(path, tuple(drafts), kind, results)]
    aside = os.path.join(os.path.realpath(without), "") if without is not None else None
    inputs = {
        found.path: found
        for found in every
        if kind in (None, found.kind) and not (aside is not None and found.path.startswith(aside))
    }
    if not inputs:
        raise _nothing(paths, kind)
    tables = {path: found for path, found in inputs.items() if found.kind != "drafts"}
    remarks = [_of_results(path) for path in results if os.path.join(os.path.realpath(path), "") != aside]
    if tables and len(tables) < len(inputs):
        beside = len(inputs) - len(tables)
        remarks.append(
            Bilingual(
                f"旁边的 {beside} 个文稿没有读；要查它们，请加 --input-format drafts 另行处理。",
                f"{beside} drafts beside the tables were not read; to lint them, run again with --input-format drafts.",
            )
        )
        inputs = tables
    ordered = sorted(inputs.values(), key=lambda each: (each.name, each.path))
    remarks += _namesakes(ordered)
    return Found(tuple(ordered), tuple(remarks))


def kind_of(name: str, drafts: Sequence[str]) -> Kind | None:
    """What a file is by the end of its name."""
    low = name.lower()
    if low.endswith(PARQUET):
        return "parquet"
    if low.endswith(LINES):
        return "jsonl"
    return "drafts" if low.endswith(tuple(drafts)) else None


def _of_results(path: str) -> Bilingual:
    return Bilingual(
        f"{path}：里面是以前的结果，没有读；要读它，请直接给出这个文件夹。",
        f"{path}: results of an earlier job, which were not read; to read them, name that folder itself.",
    )


def _namesakes(ordered: Sequence[Input]) -> Iterator[Bilingual]:
    """Of drafts in several folders; tables mostly have a column that names their documents."""
    for one, other in pairwise(ordered):
        if one.kind == "drafts" and one.name == other.name:
            yield Bilingual(
                f"不同的文件夹里都有 {one.name}，结果的 id 分不清它们；请改给它们共同的上级文件夹。",
                f"several folders hold {one.name}, and the ids of the results do not tell which; name the folder above"
                " them instead.",
            )
            return


def in_characters(path: str) -> str:
    """A path whose bytes may be no UTF-8 (GBK names of unpacked archives): those bytes stand there as `\\xb9`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _below(path: str, drafts: tuple[str, ...], kind: Kind | None, results: list[str]) -> Iterator[Input]:
    """The files of a path; folders below it that hold results are added to `results`."""
    if not os.path.isdir(path):
        found = kind_of(path, drafts) or kind
        if not os.path.exists(path):
            raise CorpusError(f"{path}：没有这个文件或文件夹。", f"{path}: there is no such file or folder.")
        if found is None:
            known = "、".join((*PARQUET, *LINES, *drafts))
            raise CorpusError(
                f"{path}：不认得这种文件；能读 {known}，其他名字请加 --input-format。",
                f"{path}: not a kind of file that is known ({known}); for other names give --input-format.",
            )
        yield _input(path, os.path.basename(path), found, _partitions_of(os.path.dirname(os.path.abspath(path))))
        return
    above = _partitions_of(os.path.abspath(path))
    for folder, folders, names in os.walk(path, onerror=_closed):
        if folder != path and NOTES in folders:
            results.append(folder)
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not _is_aside(name))
        for name in sorted(names):
            found = kind_of(name, drafts)
            if found is not None and not _is_aside(name):
                full = os.path.join(folder, name)
                yield _input(full, os.path.relpath(full, path).replace(os.sep, "/"), found, above)


def _closed(error: OSError) -> None:
    """What a folder that cannot be opened holds would be missing without a word."""
    raise CorpusError(
        f"{error.filename}：无法打开文件夹：{error.strerror}", f"{error.filename}: cannot be opened: {error.strerror}"
    ) from error


def _is_aside(name: str) -> bool:
    """Notes of Spark, of ours and of file systems: `_SUCCESS`, `.part.crc`, `~$x.docx`."""
    return name.startswith((".", "_", "~$"))


def _partitions_of(folder: str) -> str:
    """`source=web/year=2024/` where the folder that was named is itself one of a partition."""
    found = ""
    while _PARTITION.fullmatch(os.path.basename(folder)):
        found = f"{os.path.basename(folder)}/{found}"
        folder = os.path.dirname(folder)
    return found


def _input(path: str, name: str, kind: Kind, above: str) -> Input:
    name = in_characters(name)
    columns = tuple(_columns(in_characters(above) + name))
    try:
        status = os.stat(path)
    except OSError:  # told by whoever reads it
        return Input(os.path.abspath(path), name, kind, 0, 0, columns)
    return Input(os.path.realpath(path), name, kind, status.st_size, status.st_mtime_ns, columns)


def _columns(name: str) -> Iterable[tuple[str, str | None]]:
    for part in name.split("/")[:-1]:
        match = _PARTITION.fullmatch(part)
        if match is not None:
            value = unquote(match[2])
            yield unquote(match[1]), None if value == NO_VALUE else value


def _nothing(paths: Sequence[str], kind: Kind | None) -> CorpusError:
    shown = " ".join(paths)
    if kind is not None:
        return CorpusError(f"{shown}：没有 {kind} 文件。", f"{shown}: there are no {kind} files.")
    return CorpusError(
        f"{shown}：没有 Parquet、JSON Lines 或文稿。", f"{shown}: there are no Parquet, JSON Lines or draft files."
    )
