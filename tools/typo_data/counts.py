"""Counts sequences of symbols."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import Keys, NgramTable, levels_of, windows
from speechlint.lexicon.symbols import Symbols
from tools.typo_data.table import build_cells

ORDERS = (1, 2, 3, 4)
# A sequence counted less often is left out of the tables.
LEAST = {2: 1, 3: 2, 4: 2}


class Counts(NamedTuple):
    """Different keys, ascending, and how often each was seen."""

    keys: Keys
    counts: npt.NDArray[np.int64]


def count_windows(symbols: Symbols, length: int) -> Counts:
    """The sequences of `length` in the symbols; none that holds nothing."""
    keys = windows(symbols, length)
    hollow = symbols == 0
    full = np.ones(len(keys), bool)
    for at in range(length):
        full &= ~hollow[at : at + len(keys)]
    keys = np.sort(keys[full])
    if not len(keys):
        return Counts(keys, np.zeros(0, np.int64))
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return Counts(keys[starts], np.diff(np.append(starts, len(keys))))


def without(counts: Counts, part: Counts) -> Counts:
    """What remains of the counts when those of a part of the text are taken away."""
    remaining = counts.counts.copy()
    remaining[np.searchsorted(counts.keys, part.keys)] -= part.counts
    return Counts(counts.keys, remaining)


def cells_of(counts: Counts, least: int) -> npt.NDArray[np.uint16]:
    """The table's cells for what was counted `least` times or more."""
    kept = counts.counts >= least
    return build_cells(counts.keys[kept], levels_of(counts.counts[kept]))


def table_of(counts: Counts, least: int) -> NgramTable:
    """The same as a table."""
    return NgramTable(cells_of(counts, least))
