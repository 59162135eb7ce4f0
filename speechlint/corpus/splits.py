"""A corpus in pieces: each is read, checked and written by itself, and a later run need not do it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from speechlint.corpus.inputs import Input
from speechlint.engine.place import digest_of

LEAST, MOST = 4_000_000, 64_000_000  # bytes of text in a piece
PIECES = 16  # of a file, as long as they are not too small or too large
DRAFTS = 1000  # files at most
TOGETHER = 400  # files on average


class Split(Struct, frozen=True):
    """The part from `start` to `end` of the input: rows of a Parquet file, bytes of the unpacked lines of JSON.

    `row` is the 0-based number of its first row in the file. A split of drafts holds whole files, `inputs`; the others
    hold one. `number` counts the splits of a file. `weight` is its share of the bytes on the disk.
    """

    inputs: tuple[Input, ...]
    number: int
    start: int
    end: int
    row: int
    weight: int

    @property
    def name(self) -> str:
        """What its part of the output is called: the same for the same file, whatever else there is in the corpus."""
        places = "\0".join(each.path for each in self.inputs)
        return f"{digest_of(places.encode('utf-8', 'surrogateescape')).hex()[:12]}-{self.number:05d}"

    @property
    def key(self) -> str:
        """Changes when what is read changes: the file, its size or time, or the stretch of it."""
        stats = [(each.place, each.size, each.changed, each.columns) for each in self.inputs]
        packed = msgspec.json.encode((stats, self.start, self.end, self.row))
        return digest_of(packed).hex()[:32]


def splits_of(inputs: Iterable[Input]) -> Iterator[Split]:
    """The splits of all files, in the order of the files. Raises what the readers raise for a damaged file."""
    drafts: list[Input] = []
    size = 0
    for each in inputs:
        if each.kind == "drafts":
            if drafts and (len(drafts) == DRAFTS or size + each.size > LEAST):
                yield _together(drafts)
                drafts, size = [], 0
            drafts.append(each)
            size += each.size
            if _is_border(each):
                yield _together(drafts)
                drafts, size = [], 0
        else:
            yield from splits_of_table(each)
    if drafts:
        yield _together(drafts)


def splits_of_table(table: Input) -> Iterator[Split]:
    """The splits of one file of rows."""
    if table.kind == "parquet":
        from speechlint.corpus.parquet import row_ranges as ranges
    else:
        from speechlint.corpus.json_lines import line_ranges as ranges
    whole, found = ranges(table.path)
    for number, (start, end, row) in enumerate(found):
        yield Split((table,), number, start, end, row, table.size * (end - start) // max(1, whole))


def piece_size(whole: int) -> int:
    """How many bytes of text a piece of a file has that holds so many."""
    return max(LEAST, min(MOST, whole // PIECES))


def _is_border(draft: Input) -> bool:
    """Whether a group of drafts ends with this one. Its name alone tells, so that groups which a new draft is not in
    remain what they were.
    """
    return int.from_bytes(digest_of(draft.name.encode())[:4], "little") % TOGETHER == 0


def _together(drafts: list[Input]) -> Split:
    return Split(tuple(drafts), 0, 0, len(drafts), 0, sum(each.size for each in drafts))
