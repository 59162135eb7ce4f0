"""Which of many keys are among others, and which they are: looked up by a hash, all at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import Keys

Indices = npt.NDArray[np.int64]

_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)
_LEAST, _MOST = 8, 18  # binary digits of the number of slots
_PIECE = 1 << 15  # keys that are entered in one go: what is reckoned with them stays small


class KeyIndex:
    """Keys, of which some may be equal. Immutable.

    Of equal ones one stands for all; `leader` has its index for each key.
    """

    def __init__(self, keys: Keys) -> None:
        bits = min(max(len(keys).bit_length() + 1, _LEAST), _MOST)
        self._shift = np.uint64(64 - bits)
        self._keys = keys
        self._rounds: list[npt.NDArray[np.int32]] = []
        self.leader = np.zeros(len(keys), np.int32)
        # Each key takes the slot of its hash; those that find another one there try the next hash in the next round.
        left, hashes = np.arange(len(keys), dtype=np.int32), keys * _MIX
        count = len(keys)
        while count:
            slots = np.full(1 << bits, -1, np.int32)
            pieces = [slice(start, min(start + _PIECE, count)) for start in range(0, count, _PIECE)]
            for piece in pieces:
                slots[self._places(hashes[piece])] = left[piece]
            count = 0
            for piece in pieces:  # what is left moves to the front, where all has been read
                others = self._settled(slots, left[piece], hashes[piece])
                end = count + len(others[0])
                left[count:end], hashes[count:end] = others
                count = end
            self._rounds.append(slots)

    def _settled(
        self, slots: npt.NDArray[np.int32], left: npt.NDArray[np.int32], hashes: Keys
    ) -> tuple[npt.NDArray[np.int32], Keys]:
        """Note the leaders of those keys whose slot an equal key has; gives the others, with their next hashes."""
        holders = slots.take(self._places(hashes))
        alike = self._keys.take(holders) == self._keys.take(left)
        self.leader[left[alike]] = holders[alike]
        others = np.flatnonzero(~alike)
        return left.take(others), _next(hashes.take(others))

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
