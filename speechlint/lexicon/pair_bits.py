"""Which two symbols stand side by side often enough for a first guess: a bit for each pair of common ones."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import Levels
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, RARE, Symbols

# A character seen less often has no number, and is no candidate.
LEAST_COMMON = 4  # a level
Numbers = npt.NDArray[np.int32]
Indices = npt.NDArray[np.int64]

_FIRST_BIT = np.uint8(128)


class PairBits:
    """Pairs of symbols by their numbers. Immutable, and safe to share between threads.

    `bits` has a row of bits for each number, eight to a byte, the first bit the highest. `candidates` are the symbols
    that are asked about.
    """

    def __init__(self, bits: npt.NDArray[np.uint8], numbers: Numbers, candidates: Symbols) -> None:
        self._flat = bits.ravel()
        self._row = bits.shape[1]  # bytes
        self._numbers = numbers
        self._candidates = numbers[candidates].astype(np.uint16)

    def fitting(self, before: Symbols, behind: Symbols, starts: Indices, counts: Indices) -> tuple[Indices, Indices]:
        """The candidates that are often seen behind the symbol before a place or before the one behind it.

        Those of each place are `counts` candidates from number `starts` on. Gives the index of the place, ascending,
        and the number of the candidate.
        """
        entries = np.repeat(starts - np.cumsum(counts) + counts, counts)
        entries += np.arange(len(entries))
        mine = self._candidates.take(entries)
        left, right = self._numbers.take(before).astype(np.int64), self._numbers.take(behind)
        at = (mine >> np.uint16(3)).astype(np.int64)
        at += np.repeat(left * self._row, counts)
        found = self._flat.take(at)
        found &= _FIRST_BIT >> (mine & np.uint16(7)).astype(np.uint8)
        np.multiply(mine, self._row, out=at, dtype=np.int64)
        at += np.repeat((right >> 3).astype(np.int64), counts)
        ahead = self._flat.take(at)
        ahead &= np.repeat(_FIRST_BIT >> (right & 7).astype(np.uint8), counts)
        found |= ahead
        fits = np.flatnonzero(found != 0)
        return np.repeat(np.arange(len(counts)), counts).take(fits), entries.take(fits)


def numbers_of(commonness: Levels) -> Numbers:
    """The number of each symbol by its code, ascending; 0 for rare characters."""
    counted = np.zeros(len(commonness), bool)
    counted[1 : RARE + 1] = True
    counted[FIRST_HAN : LAST_HAN + 1] = commonness[FIRST_HAN : LAST_HAN + 1] >= LEAST_COMMON
    return np.where(counted, np.cumsum(counted), 0).astype(np.int32)
