"""The automaton of a run, kept between runs: building it costs more than checking a draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from speechlint.engine.place import digest_of
from speechlint.engine.program import program
from speechlint.engine.write import write_new
from speechlint.lexicon.literals import Literals, Scan
from speechlint.lexicon.scripts import edition

MAGIC = b"speechlint words 3\n"
SUM = 4  # bytes of the checksum


def scan_of(sets: Sequence[Literals], folder: Path | None, shipped: Sequence[str] | None = None) -> Scan:
    """The scan for these sets of words, from the folder where an earlier run left it.

    A file that is damaged, cut short or of another edition is built anew; where it cannot be written nothing is lost
    but time. None for the folder neither reads nor writes.
    `shipped` are the ids of the rules whose sets these are, if all of them are our own: then our files say what the
    words are, and no list of words has to be read for a scan that was kept.
    """
    if folder is None:
        return Scan(sets)
    file = folder / f"{_key(sets, shipped).hex()}.words"
    stored = _read(file)
    if stored is not None:
        try:
            return Scan.restore(sets, stored)
        except ValueError:
            pass  # another edition of the automaton's own format: build it anew
    scan = Scan(sets)
    data = scan.dump()
    if data is not None:
        _write(file, data)
    return scan


def _key(sets: Sequence[Literals], shipped: Sequence[str] | None) -> bytes:
    """A name for the words of the sets, whose order counts."""
    if shipped is None:
        return digest_of(b"words", edition().encode(), *(part for literals in sets for part in literals.identity))
    return digest_of(b"rules", edition().encode(), *map(str.encode, program()), b"of", *map(str.encode, shipped))


def _read(file: Path) -> memoryview | None:
    try:
        data = file.read_bytes()
    except OSError:
        return None
    head = len(MAGIC) + SUM
    content = memoryview(data)[head:]
    return content if data[:head] == MAGIC + _sum(content) else None


def _sum(data: bytes | memoryview) -> bytes:
    """Against damage, not against malice: the folder is the user's own, and megabytes are summed at every start."""
    return crc32(data).to_bytes(SUM, "big")


def _write(file: Path, data: bytes) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(str(file), MAGIC + _sum(data) + data, durable=False)
    except OSError:
        return  # a read-only cache folder: the next run is slower, that is all
