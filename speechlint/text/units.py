"""Columns for programs that do not count code points: editors count UTF-16, some tools bytes of UTF-8."""

from __future__ import annotations

from itertools import accumulate
from typing import Literal

from speechlint.text.lines import Lines

STEP = 1024  # code points between two known places
_SIZES = {"utf-8": 1, "utf-16-le": 2}


class Units:
    """Counts a text in bytes of UTF-8 or in units of UTF-16; one pass over it, however long its lines are."""

    def __init__(self, text: str, codec: Literal["utf-8", "utf-16-le"]) -> None:
        self._text = text
        self._codec = codec
        pieces = (self._size(start, start + STEP) for start in range(0, len(text), STEP))
        self._known = [0, *accumulate(pieces)]

    def before(self, offset: int) -> int:
        """How many units stand before the code point at `offset`."""
        block = offset // STEP
        return self._known[block] + self._size(block * STEP, offset)

    def location(self, offset: int, lines: Lines) -> tuple[int, int]:
        """`(row, column)` of `offset` in these units, both from 0."""
        row = lines.index_of(offset)
        return row, self.before(offset) - self.before(lines.starts[row])

    def _size(self, start: int, end: int) -> int:
        return len(self._text[start:end].encode(self._codec, "surrogatepass")) // _SIZES[self._codec]
