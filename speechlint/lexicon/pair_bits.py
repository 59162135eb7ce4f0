"""Which two symbols stand side by side often enough for a first guess: a bit for each pair of common ones."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import Levels
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, RARE

# A character seen less often has no number, and is no candidate.
LEAST_COMMON = 4  # a level
Numbers = npt.NDArray[np.int32]


class PairBits:
    """Pairs of symbols by their numbers. Immutable, and safe to share between threads.

    `bits` has a row of bits for each number, eight to a byte, the first bit the highest.
    """

    def __init__(self, bits: npt.NDArray[np.uint8], numbers: Numbers) -> None:
        self._flat = bits.ravel()
        self._row = 8 * bits.shape[1]
        self.numbers = numbers

    def known(self, first: Numbers, second: Numbers) -> npt.NDArray[np.bool_]:
        """Whether each pair is; numbers, not symbols."""
        at = first * self._row + second
        found: npt.NDArray[np.bool_] = (self._flat[at >> 3] << (at & 7).astype(np.uint8)) & 128 != 0
        return found


def numbers_of(commonness: Levels) -> Numbers:
    """The number of each symbol by its code, ascending; 0 for rare characters."""
    counted = np.zeros(len(commonness), bool)
    counted[1 : RARE + 1] = True
    counted[FIRST_HAN : LAST_HAN + 1] = commonness[FIRST_HAN : LAST_HAN + 1] >= LEAST_COMMON
    return np.where(counted, np.cumsum(counted), 0).astype(np.int32)
