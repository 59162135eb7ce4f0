"""How often each of very many keys was seen, in memory of a fixed size.

The count-min sketch of Cormode and Muthukrishnan, “An improved data stream summary: the count-min sketch and its
applications”, Journal of Algorithms 55 (2005); the rows' hashes are made of two, after Kirsch and Mitzenmacher, “Less
hashing, same performance” (2006). An estimate is never too low; it is too high by more than e / WIDTH of all that was
counted with a probability of e^-DEPTH at most. Whoever needs exact counts counts those anew whose estimate is high.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH = 1 << 22
DEPTH = 4
Hashes = NDArray[np.uint64]


class Sketch:
    """64 MB. Sketches of parts of a stream add up to the sketch of the whole, in any order."""

    def __init__(self, counts: NDArray[np.uint32] | None = None) -> None:
        self.counts = np.zeros((DEPTH, WIDTH), np.uint32) if counts is None else counts

    def add(self, hashes: Hashes) -> None:
        """Counts each of the hashes once more."""
        for row, places in enumerate(_places(hashes)):
            np.add.at(self.counts[row], places, np.uint32(1))

    def estimates(self, hashes: Hashes) -> NDArray[np.uint32]:
        """How often each was counted, or more."""
        least = np.full(len(hashes), np.iinfo(np.uint32).max, np.uint32)
        for row, places in enumerate(_places(hashes)):
            np.minimum(least, self.counts[row][places], out=least)
        return least

    def save(self, path: Path) -> None:
        """Into a file that other processes may look into without loading it."""
        np.save(path, self.counts)

    @classmethod
    def shared(cls, path: Path) -> Sketch:
        """The sketch in a file; processes that open the same one share its memory."""
        return cls(np.load(path, mmap_mode="r"))


def _places(hashes: Hashes) -> list[NDArray[np.int64]]:
    low, high = hashes & np.uint64(0xFFFFFFFF), hashes >> np.uint64(32) | np.uint64(1)
    return [((low + np.uint64(row) * high) % np.uint64(WIDTH)).astype(np.int64) for row in range(DEPTH)]
