"""Passages that are no official prose: verse, lists of names, dialect, in the middle of a draft that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.symbols import FIRST_HAN

if TYPE_CHECKING:
    from speechlint.document.model import Document

WINDOW = 4  # symbols
BESIDE = 32  # windows on one side of a place
# So many of these official prose does not know: 15 are usual there, one place of three hundred has more than this.
MOST = 28


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
        # Windows of Chinese alone that begin before each symbol, and those of them that are unknown, by their number.
        self._before = _counted(whole)
        self._unknown = _counted(unknown[whole])

    def hold(self, offset: int) -> bool:
        """Whether what stands before or behind the place is of no register that official prose has."""
        place = int(np.searchsorted(self._offsets[WINDOW - 1 :], offset)) + WINDOW - 1
        last = len(self._before) - 1
        left, right = int(self._before[min(place - WINDOW + 1, last)]), int(self._before[min(place + 1, last)])
        return self._is_strange(left - BESIDE, left) or self._is_strange(right, right + BESIDE)

    def _is_strange(self, first: int, last: int) -> bool:
        known = self._unknown
        return first >= 0 and last < len(known) and int(known[last] - known[first]) > MOST


def _counted(which: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    """How many are true before each, and at last how many there are."""
    counts = np.zeros(len(which) + 1, np.int32)
    np.cumsum(which, out=counts[1:])
    return counts
