"""Passages that are no official prose: verse, lists of names, dialect, in the middle of a draft that is."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from speechlint.lexicon.long_offsets import place_of
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

if TYPE_CHECKING:
    from speechlint.document.model import Document

WINDOW = 4  # symbols
BESIDE = 32  # windows on one side of a place
# So many of these official prose does not know: 15 are usual there, one place of three hundred has more than this.
MOST = 28
STEP = 1 << 10  # windows that are counted beforehand
PIECE = STEP << 6  # windows that are looked at in one go


class StrangePassages:
    """What is known about the surroundings of each place of a draft. Needs numpy."""

    def __init__(self, document: Document) -> None:
        symbols, offsets = document.symbols
        unknown = document.unknown_windows
        parts, counts = [unknown[:0]], [0]
        for start in range(0, len(unknown), PIECE):
            whole = _of_chinese(symbols[start : start + PIECE + WINDOW - 1])
            parts.append(unknown[start : start + PIECE][whole])
            counts += np.add.reduceat(whole, np.arange(0, len(whole), STEP), dtype=np.int64).tolist()
        self._symbols, self._offsets = symbols, offsets
        self._before: list[int] = list(accumulate(counts))  # how many windows of Chinese alone begin before each step
        self._unknown = np.concatenate(parts)  # of those windows

    def hold(self, offset: int) -> bool:
        """Whether what stands before or behind the place is of no register that official prose has."""
        place = max(place_of(self._offsets, offset), WINDOW - 1)
        left, right = self._windows_before(place - WINDOW + 1), self._windows_before(place + 1)
        return self._is_strange(left - BESIDE, left) or self._is_strange(right, right + BESIDE)

    def _is_strange(self, first: int, last: int) -> bool:
        known = self._unknown
        return first >= 0 and last <= len(known) and int(np.count_nonzero(known[first:last])) > MOST

    def _windows_before(self, place: int) -> int:
        """How many windows of Chinese alone begin before a symbol."""
        step = min(place, len(self._symbols) - WINDOW + 1) // STEP
        return self._before[step] + int(np.count_nonzero(_of_chinese(self._symbols[step * STEP : place + WINDOW - 1])))


def _of_chinese(symbols: Symbols) -> NDArray[np.bool_]:
    """Which windows of the symbols are of Chinese alone, by their first symbol."""
    han = symbols >= FIRST_HAN
    found = han[: max(0, len(han) - WINDOW + 1)].copy()
    for step in range(1, WINDOW):
        found &= han[step : step + len(found)]
    return found
