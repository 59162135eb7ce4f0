"""The offsets of the symbols of a long text in little memory, for those who ask about few of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from typing import overload

import numpy as np
import numpy.typing as npt


class LongOffsets:
    """Whole numbers, none smaller than the one before, kept as runs of which each number is one more than the last:
    in most of a text a symbol is a code point. They are added part by part while the text is read.
    """

    __slots__ = ("_begins", "_count", "_firsts", "_next")

    def __init__(self) -> None:
        self._count = 0
        self._next = -1  # the number that would go on with the last run
        self._firsts = array("i")  # of each run the index of the first number
        self._begins = array("i")  # and that number

    def add(self, offsets: npt.NDArray[np.int32]) -> None:
        """Add the next ones."""
        if not len(offsets):
            return
        jumps = np.flatnonzero(np.diff(offsets) != 1) + 1
        if int(offsets[0]) != self._next:
            jumps = np.concatenate([[0], jumps])
        self._firsts.frombytes((jumps + self._count).astype(np.intc).tobytes())
        self._begins.frombytes(offsets.take(jumps).astype(np.intc).tobytes())
        self._count += len(offsets)
        self._next = int(offsets[-1]) + 1

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        run = bisect_right(self._firsts, index) - 1
        return self._begins[run] + index - self._firsts[run]

    def place_of(self, offset: int) -> int:
        """The index of the first that is no smaller."""
        run = bisect_left(self._begins, offset)
        last = self._firsts[run] if run < len(self._firsts) else self._count
        if not run:
            return last
        return min(last, self._firsts[run - 1] + offset - self._begins[run - 1])


def place_of(offsets: LongOffsets | npt.NDArray[np.int32], offset: int) -> int:
    """The index of the first that is no smaller than `offset`."""
    if isinstance(offsets, LongOffsets):
        return offsets.place_of(offset)
    return int(np.searchsorted(offsets, np.int32(offset)))  # a number of another type would have all of them copied
