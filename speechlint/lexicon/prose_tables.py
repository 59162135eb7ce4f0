"""All tables that the search for unlikely characters looks into."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.candidate_rows import CandidateRows
from speechlint.lexicon.likeness import SHAPE, candidate_rows
from speechlint.lexicon.ngram_table import Levels, NgramTable, load_cells, ngrams
from speechlint.lexicon.pair_bits import LEAST_COMMON, PairBits, numbers_of
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN
from speechlint.text.named_tuple import NamedTuple

# The least likeness of shapes, of 255, where the sounds are different.
LEAST_SHAPE = 136


class ProseTables(NamedTuple):
    """Levels of pairs, triples and fours of symbols, of dictionary words by key, and of single characters by code
    point; `near` says which pairs are common, and `rows` holds the candidates for each character."""

    pairs: NgramTable
    triples: NgramTable
    fours: NgramTable
    words: NgramTable
    commonness: Levels
    near: PairBits
    rows: CandidateRows


@cache
def prose_tables() -> ProseTables:
    """The shipped tables."""
    commonness = np.zeros(0x10000, np.uint8)
    commonness[FIRST_HAN : LAST_HAN + 1] = load_levels("commonness")
    rows = CandidateRows(*(load_cells(f"rows-{name}") for name in CandidateRows._fields))
    return ProseTables(
        ngrams(2),
        ngrams(3),
        ngrams(4),
        NgramTable(load_cells("words")),
        commonness,
        PairBits(load_cells("near").view(np.uint8), numbers_of(commonness), rows.codes),
        rows,
    )


def load_levels(name: str) -> npt.NDArray[np.uint8]:
    """A shipped array of levels, by code point from the first Han character on."""
    return load_cells(name).view(np.uint8)


def common_rows(commonness: Levels) -> CandidateRows:
    """The candidates that are common, and sound alike or have shapes that are easily confused; for the tool, since
    sorting them out takes longer than all else."""
    rows = candidate_rows()
    alike = (rows.kinds != SHAPE) | (rows.shapes >= LEAST_SHAPE)
    kept = alike & (commonness[rows.codes] >= LEAST_COMMON)
    before = np.concatenate([[0], np.cumsum(kept)])
    return CandidateRows(before[rows.offsets].astype(np.uint32), rows.codes[kept], rows.kinds[kept], rows.shapes[kept])
