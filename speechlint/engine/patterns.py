"""Compiled patterns, kept between runs: to compile those of a short draft takes longer than to search it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from speechlint.engine.kept import LARGEST, read_kept, write_kept
from speechlint.engine.place import digest_of
from speechlint.text.pattern import Parts, Pattern

MAGIC = b"speechlint patterns 2\n"
HEAD = len(MAGIC) + 32
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
        """See `Memory`. What is not of the usual make is not kept, nor what speaks of half characters."""
        with contextlib.suppress(msgspec.ValidationError, UnicodeEncodeError):
            source.encode()
            self._known[source] = msgspec.convert(parts, Parts)
            self._changed = True

    def save(self) -> None:
        """Write the file, where there is something new."""
        if not self._changed:
            return
        data = msgspec.msgpack.encode((_writer(self._edition), self._known))
        if HEAD + len(data) <= LARGEST.most:
            with contextlib.suppress(OSError):
                write_kept(self._file, MAGIC + digest_of(data) + data)
        self._changed = False


def _read(file: Path, edition: str) -> dict[str, Parts]:
    try:
        data = read_kept(file)
        if data[:HEAD] != MAGIC + digest_of(memoryview(data)[HEAD:]):  # a search trusts its code
            return {}
        writer, known = msgspec.msgpack.decode(memoryview(data)[HEAD:], type=tuple[str, dict[str, Parts]])
    except (OSError, MemoryError, msgspec.MsgspecError):
        return {}
    return known if writer == _writer(edition) and len(known) <= MOST else {}


def _writer(edition: str) -> str:
    """Whose code it is: that of another Python, processor or `regex` means something else."""
    return f"{edition} {sys.version} {sys.byteorder} {sys.maxsize}"
