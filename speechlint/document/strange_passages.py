"""Passages that are no official prose: verse, lists of names, dialect, in the middle of a draft that is."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from speechlint.lexicon.symbols import FIRST_HAN

if TYPE_CHECKING:
    from speechlint.document.model import Document

WINDOW = 4  # symbols
BESIDE = 32  # windows on one side of a place
# So many of these official prose does not know: 15 are usual there, one place of three hundred has more than this.
MOST = 28
STEP = 1 << 10  # windows that are counted beforehand


class StrangePassages:
    """What is known about the surroundings of each place of a draft. Needs numpy."""

    def __init__(self, document: Document) -> None:
        symbols, offsets = document.symbols
        han = symbols >= FIRST_HAN
        unknown = document.unknown_windows
        whole = np.ones(len(unknown), bool)
        for step in range(WINDOW):
            whole &= han[step : step + len(unknown)]
        self._offsets = offsets
        self._whole = whole  # the windows of Chinese alone, by their first symbol
        self._before: list[int] = [
            0,
            *accumulate(np.add.reduceat(whole, np.arange(0, len(whole), STEP), dtype=np.int64).tolist()),
        ]
        self._unknown = unknown[whole]

    def hold(self, offset: int) -> bool:
        """Whether what stands before or behind the place is of no register that official prose has."""
        place = int(np.searchsorted(self._offsets[WINDOW - 1 :], offset)) + WINDOW - 1
        left, right = self._windows_before(place - WINDOW + 1), self._windows_before(place + 1)
        return self._is_strange(left - BESIDE, left) or self._is_strange(right, right + BESIDE)

    def _is_strange(self, first: int, last: int) -> bool:
        known = self._unknown
        return first >= 0 and last <= len(known) and int(np.count_nonzero(known[first:last])) > MOST

    def _windows_before(self, place: int) -> int:
        """How many windows of Chinese alone begin before a symbol."""
        step = min(place, len(self._whole)) // STEP
        return self._before[step] + int(np.count_nonzero(self._whole[step * STEP : place]))
