"""What is left of a common phrase of four characters when one of the inner two is missing: 联系众 of 联系群众.

`stubs.npy`, made by tools/build_exchange_data.py, holds a row for each, sorted: the three characters, the place of the
missing one (1 or 2), and the missing one. Official prose has none of the stubs.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import Keys, load_cells, pack
from speechlint.lexicon.symbols import Symbols
from speechlint.text.named_tuple import NamedTuple

Indices = npt.NDArray[np.int64]

_BITS = 18
_MIX = np.uint64(0x9E3779B97F4A7C15)


class PhraseStubs(NamedTuple):
    """The stubs by their keys, ascending, each with the place of the missing character and that character."""

    keys: Keys
    places: Indices
    missing: Symbols
    marks: npt.NDArray[np.bool_]  # by a part of the key's hash: whether a stub has it

    def find(self, keys: Keys) -> tuple[Indices, Indices]:
        """Which of the keys are stubs, and the row of each."""
        likely = np.flatnonzero(self.marks[_marks_of(keys)])
        rows = np.minimum(np.searchsorted(self.keys, keys[likely]), max(0, len(self.keys) - 1))
        found = np.flatnonzero(self.keys[rows] == keys[likely]) if len(self.keys) else rows[:0]
        return likely[found], rows[found]


@cache
def phrase_stubs() -> PhraseStubs:
    """The shipped stubs."""
    return make_stubs(load_cells("stubs"))


def make_stubs(rows: npt.NDArray[np.uint16]) -> PhraseStubs:
    """The stubs of rows as they stand in the file."""
    columns = np.ascontiguousarray(rows.T)
    keys = pack(*columns[:3])
    marks = np.zeros(1 << _BITS, bool)
    marks[_marks_of(keys)] = True
    return PhraseStubs(keys, columns[3].astype(np.int64), columns[4], marks)


def _marks_of(keys: Keys) -> Keys:
    return (keys * _MIX) >> np.uint64(64 - _BITS)
