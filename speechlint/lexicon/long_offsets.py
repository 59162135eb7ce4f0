"""The offsets of the symbols of a long text in two bytes each, for those who ask about few of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import overload

import numpy as np
import numpy.typing as npt

STEP_BITS = 14
STEP = 1 << STEP_BITS  # symbols whose offsets are counted from that of the first of them
_MOST = 0xFFFF


class LongOffsets:
    """Whole numbers, none smaller than the one before. Immutable."""

    __slots__ = ("_begins", "_behind")

    def __init__(self, begins: list[int], behind: npt.NDArray[np.uint16]) -> None:
        self._begins = begins  # of each step the first
        self._behind = behind  # of each number how far it is from that

    def __len__(self) -> int:
        return len(self._behind)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        return self._begins[index >> STEP_BITS] + int(self._behind[index])

    def place_of(self, offset: int) -> int:
        """The index of the first that is no smaller."""
        step = max(0, bisect_left(self._begins, offset) - 1)
        first = step << STEP_BITS
        away = offset - self._begins[step]
        if away > _MOST:
            return min(first + STEP, len(self))
        return first + int(np.searchsorted(self._behind[first : first + STEP], np.uint16(max(0, away))))


def shortened(offsets: npt.NDArray[np.int32]) -> LongOffsets | npt.NDArray[np.int32]:
    """The same in less memory, if they are many and no two neighbours are too far apart."""
    if len(offsets) <= STEP:
        return offsets
    begins: list[int] = []
    behind = np.empty(len(offsets), np.uint16)
    for start in range(0, len(offsets), STEP):
        part = offsets[start : start + STEP]
        if part[-1] - part[0] > _MOST:
            return offsets
        begins.append(int(part[0]))
        behind[start : start + STEP] = part - part[0]
    return LongOffsets(begins, behind)


def place_of(offsets: LongOffsets | npt.NDArray[np.int32], offset: int) -> int:
    """The index of the first that is no smaller than `offset`."""
    if isinstance(offsets, LongOffsets):
        return offsets.place_of(offset)
    return int(np.searchsorted(offsets, np.int32(offset)))  # a number of another type would have all of them copied
