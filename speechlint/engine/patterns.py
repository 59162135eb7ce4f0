"""Compiled patterns, kept between runs: to compile those of a short draft takes longer than to search it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec

from speechlint.engine.write import write_new
from speechlint.text.pattern import Parts, Pattern

MAGIC = b"speechlint patterns 1\n"
SUM = 4  # bytes of the checksum
MOST = 2000  # patterns; where rule packs change there are always new ones, and the old ones are forgotten
NAME = "compiled.patterns"


@contextlib.contextmanager
def kept_patterns(folder: Path | None) -> Iterator[None]:
    """Take compiled patterns from a folder meanwhile, and leave there what was compiled; None for neither.

    A file that is damaged, or that another edition of Python or of `regex` wrote, is as good as none; where it cannot
    be written nothing is lost but time.
    """
    if folder is None:
        yield
        return
    memory = KeptPatterns(folder / NAME)
    before, Pattern.memory = Pattern.memory, memory
    try:
        yield
    finally:
        Pattern.memory = before
        memory.save()


class KeptPatterns:
    """The parts of compiled patterns by their sources, in one file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._edition = ""
        self._known: dict[str, Parts] = {}
        self._changed = False

    def parts_of(self, source: str, edition: str) -> Parts | None:
        """See `Memory`. The file is read at the first question."""
        if not self._edition:
            self._edition = edition
            self._known = _read(self._file, edition)
        return self._known.get(source)

    def keep(self, source: str, parts: tuple[Any, ...]) -> None:
        """See `Memory`. What is not of the usual make is not kept."""
        with contextlib.suppress(msgspec.ValidationError, UnicodeEncodeError):
            self._known[source] = msgspec.convert(parts, Parts)
            self._changed = True

    def save(self) -> None:
        """Write the file, where there is something new."""
        if not self._changed:
            return
        data = msgspec.msgpack.encode((_writer(self._edition), self._known))
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_new(str(self._file), MAGIC + _sum(data) + data, durable=False)
        self._changed = False


def _read(file: Path, edition: str) -> dict[str, Parts]:
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    head = len(MAGIC) + SUM
    content = memoryview(data)[head:]
    if data[:head] != MAGIC + _sum(content):  # a search trusts its code
        return {}
    try:
        writer, known = msgspec.msgpack.decode(content, type=tuple[str, dict[str, Parts]])
    except msgspec.MsgspecError:
        return {}
    return known if writer == _writer(edition) and len(known) <= MOST else {}


def _writer(edition: str) -> str:
    """Whose code it is: that of another Python, processor or `regex` means something else."""
    return f"{edition} {sys.version} {sys.byteorder} {sys.maxsize}"


def _sum(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(SUM, "big")
