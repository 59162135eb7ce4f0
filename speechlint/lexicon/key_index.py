"""Which of many keys are among others, and which they are: looked up by a hash, all at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import Keys

Indices = npt.NDArray[np.int64]

_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_LEAST, _MOST = 8, 18  # binary digits of the number of slots


class KeyIndex:
    """Keys, of which some may be equal. Immutable.

    Of equal ones one stands for all; `leader` has its index for each key.
    """

    def __init__(self, keys: Keys) -> None:
        bits = min(max(len(keys).bit_length() + 1, _LEAST), _MOST)
        self._shift = np.uint64(64 - bits)
        self._keys = keys
        self._rounds: list[npt.NDArray[np.int32]] = []
        self.leader = np.zeros(len(keys), np.int64)
        # Each key takes the slot of its hash; those that find another one there try the next hash in the next round.
        left, hashes = np.arange(len(keys)), keys * _MIX
        while len(left):
            places = self._places(hashes)
            slots = np.full(1 << bits, -1, np.int32)
            slots[places] = left
            holders = slots.take(places)
            alike = keys.take(holders) == keys.take(left)
            self.leader[left[alike]] = holders[alike]
            self._rounds.append(slots)
            others = np.flatnonzero(~alike)
            left, hashes = left.take(others), _next(hashes.take(others))

    def find(self, keys: Keys) -> tuple[Indices, Indices]:
        """Which of the keys are in the index, and the index of the one that stands for each; in no order."""
        which, hashes = np.arange(len(keys)), keys * _MIX
        found, leaders = [which[:0]], [which[:0]]
        for slots in self._rounds:
            holders = slots.take(self._places(hashes))
            held = np.flatnonzero(holders >= 0)
            which, holders = which.take(held), holders.take(held)
            alike = self._keys.take(holders) == keys.take(which)
            found.append(which[alike])
            leaders.append(holders[alike])
            others = np.flatnonzero(~alike)
            which, hashes = which.take(others), _next(hashes.take(held.take(others)))
        return np.concatenate(found), np.concatenate(leaders)

    def _places(self, hashes: Keys) -> Indices:
        return (hashes >> self._shift).view(np.int64)


def _next(hashes: Keys) -> Keys:
    return (hashes ^ (hashes >> _HALF)) * _MIX
