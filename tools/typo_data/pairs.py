"""Builds the bits that `speechlint.lexicon.pair_bits` reads."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import levels_of
from speechlint.lexicon.pair_bits import Numbers
from tools.typo_data.counts import Counts

LEAST_PAIR = 4  # the level of a common pair


def pair_bits(pairs: Counts, numbers: Numbers) -> npt.NDArray[np.uint8]:
    """A row of bits for each number of a symbol: those of the symbols that often stand behind it."""
    width = int(numbers.max()) + 1
    common = pairs.keys[levels_of(pairs.counts) >= LEAST_PAIR]
    first, second = (
        numbers[(common >> np.uint64(16)).astype(np.int64)],
        numbers[(common & np.uint64(0xFFFF)).astype(np.int64)],
    )
    bits = np.zeros((width, -(-width // 8) * 8), bool)
    bits[first, second] = True
    bits[0, :] = bits[:, 0] = False
    return np.packbits(bits, axis=1)
