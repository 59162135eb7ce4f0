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
        self._plain = self._known[-1] == len(text)  # each code point is one unit

    def before(self, offset: int) -> int:
        """How many units stand before the code point at `offset`."""
        if self._plain:
            return offset
        block = offset // STEP
        return self._known[block] + self._size(block * STEP, offset)

    def location(self, offset: int, lines: Lines) -> tuple[int, int]:
        """`(row, column)` of `offset` in these units, both from 0."""
        row, column = lines.location(offset)
        start = offset - column + 1
        # Most lines are shorter than the way from the last known place.
        units = self._size(start, offset) if column <= STEP else self.before(offset) - self.before(start)
        return row - 1, units

    def _size(self, start: int, end: int) -> int:
        return len(self._text[start:end].encode(self._codec, "surrogatepass")) // _SIZES[self._codec]
