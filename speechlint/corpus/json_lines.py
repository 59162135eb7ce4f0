"""Documents from JSON Lines, plain or packed; never a whole file in memory."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

import msgspec
import pyarrow as pa

from speechlint.corpus.errors import CorpusError
from speechlint.corpus.inputs import Input
from speechlint.corpus.options import Options
from speechlint.corpus.schema import FAULT, carried_columns
from speechlint.corpus.splits import LEAST, Split, piece_size
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple

BLOCK = 1 << 20
FIRST = 100  # lines that are looked at for their keys
LONGEST = 1 << 28  # bytes of one line
PACKED = {".gz": "gzip", ".zst": "zstd"}
MARK = b"\xef\xbb\xbf"
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_STRING = msgspec.json.Decoder(str)

NO_JSON = Bilingual("不是合法的 JSON 对象", "not a valid JSON object")
TOO_LONG = Bilingual("这一行太长（超过 256 MB）", "the line is too long (over 256 MB)")
NO_STRING = Bilingual("正文不是字符串", "the text is no string")
NO_CHARACTER = Bilingual(
    "正文里有不成对的代理码（如 \\ud800）", "a lone surrogate (such as \\ud800) stands in the text"
)

Row = dict[str | None, str | None]


class Line(NamedTuple):
    """`number` is 0-based in the file; `data` None where the line is too long to be read."""

    number: int
    data: bytes | None


def line_ranges(path: str) -> tuple[int, Iterator[tuple[int, int, int]]]:
    """The bytes of the unpacked file, and `(start, end, first line)` of stretches of whole lines. Raises CorpusError.

    The lines of a plain file are counted while the stretches are asked for; a packed file is read through first.
    """
    if _packing(path) is None:
        size = os.path.getsize(path)
        return size, _cuts(path, piece_size(size))
    fine = list(_cuts(path, LEAST))
    size = fine[-1][1] if fine else 0
    most = piece_size(size) // LEAST
    together = [fine[i : i + most] for i in range(0, len(fine), most)]
    return size, iter([(pieces[0][0], pieces[-1][1], pieces[0][2]) for pieces in together])


def read_lines(split: Split, options: Options, most_rows: int, most_bytes: int) -> Iterator[pa.RecordBatch]:
    """The lines of a split, so many at a time; blank ones are no documents.

    Every column is of strings: other values stand there as JSON writes them.
    """
    reader = _Reader(split.inputs[0], options)
    rows: list[Row] = []
    size = 0
    for line in _lines(split):
        if line.data is not None and not line.data.strip():
            continue
        rows.append(reader.row(line))
        size += len(line.data or b"")
        if len(rows) == most_rows or size >= most_bytes:
            yield reader.batch(rows)
            rows, size = [], 0
    if rows:
        yield reader.batch(rows)


def keys_of(path: str) -> list[str]:
    """The keys of the first lines; none where that is hard to tell. Raises CorpusError for an array."""
    rest = b""
    for block in _blocks(path):
        rest = (rest + block).lstrip(MARK + b" \t\r\n")
        if b"\n" in rest or len(rest) > 16 * BLOCK:
            break
    if rest.startswith(b"["):
        raise CorpusError(
            f"{path}：是一个 JSON 数组，不是每行一个对象；可先用 jq -c '.[]' 转换。",
            f"{path}: this is one JSON array, not one object a line; convert it with jq -c '.[]'.",
        )
    keys: dict[str, None] = {}
    for line in islice(rest.split(b"\n"), FIRST):
        with suppress(msgspec.DecodeError, UnicodeDecodeError):
            keys |= dict.fromkeys(_OBJECT.decode(line))
    return list(keys)


class _Reader:
    """Lines into rows, and rows into batches of one shape."""

    def __init__(self, table: Input, options: Options) -> None:
        self._name = table.name
        self._options = options
        known = {name for name, _ in table.columns}
        wanted = dict.fromkeys((options.text, *carried_columns(options)))
        self._wanted = tuple(name for name in wanted if name not in known)
        self._schema = pa.schema([(column, pa.string()) for column in (*self._wanted, FAULT)])

    def row(self, line: Line) -> Row:
        place = f"{self._name}:{line.number + 1}"
        row: Row = {self._options.id: place} if self._options.id in self._wanted else {}
        if line.data is None:
            return row | self._fault(place, TOO_LONG)
        try:
            found = _object(line.data.removeprefix(MARK) if line.number == 0 else line.data)
        except ValueError:
            return row | self._fault(place, NO_JSON)
        text = found.get(self._options.text)
        row |= {name: _written(found[name]) for name in self._wanted if found.get(name) is not None}
        if not isinstance(text, str | None):
            return row | self._fault(place, NO_STRING) | {self._options.text: None}
        if text is not None and row[self._options.text] != text:
            return row | self._fault(place, NO_CHARACTER) | {self._options.text: None}
        return row

    def batch(self, rows: Sequence[Row]) -> pa.RecordBatch:
        return pa.RecordBatch.from_pylist(list(rows), schema=self._schema)

    def _fault(self, place: str, why: Bilingual) -> Row:
        return {FAULT: f"{place}: {why.into(self._options.config.lang)}"}


def _object(data: bytes) -> dict[str, Any]:
    """The object on a line, its values as they are needed: strings, None, or their JSON. Raises ValueError."""
    try:
        return {key: _plain(raw) for key, raw in _OBJECT.decode(data).items()}
    except ValueError:  # what Python writes, NaN and lone surrogates, is no JSON
        pass
    try:
        found = json.loads(data)
    except RecursionError as error:
        raise ValueError from error
    if not isinstance(found, dict):
        raise ValueError
    return found


def _plain(raw: msgspec.Raw) -> str | msgspec.Raw | None:
    data = bytes(raw)
    if data.startswith(b'"'):
        return _STRING.decode(data)
    return None if data == b"null" else raw


def _written(value: Any) -> str:
    """A string as it is, anything else as JSON writes it; lone surrogates, which no table takes, become `?`."""
    if isinstance(value, msgspec.Raw):
        return bytes(value).decode("utf-8", "replace")
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()


def _cuts(path: str, step: int) -> Iterator[tuple[int, int, int]]:
    """`(start, end, first line)` of stretches of about `step` bytes that end with a line."""
    start = first = at = lines = 0
    for block in _blocks(path):
        seen = 0
        while (end := block.find(b"\n", max(seen, start + step - at)) + 1) > 0:
            lines += block.count(b"\n", seen, end)
            yield start, at + end, first
            start, first, seen = at + end, lines, end
        lines += block.count(b"\n", seen)
        at += len(block)
    if at > start:
        yield start, at, first


def _lines(split: Split) -> Iterator[Line]:
    """The lines that begin in the split. One that is too long is passed over without being held."""
    number, held = split.row, 0
    parts: list[bytes] = []
    left = split.end - split.start
    for block in _blocks(split.inputs[0].path, split.start):
        *whole, rest = block[:left].split(b"\n")
        left -= min(left, len(block))
        for end in whole:
            held += len(end)
            parts.append(end)
            yield Line(number, b"".join(parts) if held <= LONGEST else None)
            number, parts, held = number + 1, [], 0
        held += len(rest)
        if rest and held <= LONGEST:
            parts.append(rest)
        elif held > LONGEST:
            parts.clear()
        if not left:
            break
    if held:
        yield Line(number, b"".join(parts) if held <= LONGEST else None)


def _blocks(path: str, start: int = 0) -> Iterator[bytes]:
    """The unpacked bytes from `start` on. Raises CorpusError where they cannot be read."""
    packing = _packing(path)
    try:
        with pa.OSFile(path) as file, pa.CompressedInputStream(file, packing) if packing else file as stream:
            if not packing:
                stream.seek(start)
                start = 0
            while block := stream.read(BLOCK):
                if start >= len(block):
                    start -= len(block)
                    continue
                yield block[start:] if start else block
                start = 0
    except (OSError, UnicodeEncodeError) as error:  # the second: of a name that is no UTF-8
        raise CorpusError(
            f"{path}：无法读取：{error}。请换一份完好的再运行，其余的不重做。",
            f"{path}: cannot be read: {error}. Fetch or pack it anew and run again; the rest is not done again.",
        ) from error


def _packing(path: str) -> str | None:
    return next((name for end, name in PACKED.items() if path.lower().endswith(end)), None)
