"""Places where a character is unlikely to be right, and the characters that would be likelier there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.candidate_rows import FIRST
from speechlint.lexicon.ngram_table import Levels, NgramTable, pack
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols

Indices = npt.NDArray[np.int64]

EDGE = 3  # symbols of nothing at either end
# A place is looked at where none of the four windows of four symbols over it is known, and no window of three is known
# better than this.
MOST_TRIPLE = 5
# A candidate has to make a common pair with one neighbour at least, and a window of three known so well.
LEAST_TRIPLE = 2
# The support of a candidate: the levels of its windows of three, and twice those of four. It needs so much, and not
# much less than the best for the place.
LEAST_SUPPORT, MOST_BEHIND = 10, 12


class Suspects(NamedTuple):
    """Places (indices into the symbols), ascending, with the levels of what stands there: of the two pairs, the three
    triples over each place. `unknown` counts, for every symbol, the unknown windows of four that begin before it."""

    places: Indices
    pairs: Levels
    triples: Levels
    unknown: Indices


class Candidates(NamedTuple):
    """Characters that may have been meant: `suspect` says of which suspect. Levels as in `Suspects`, with the
    character in the place; `fours` besides. `best` is the support of the best candidate for the place."""

    suspect: Indices
    codes: Symbols
    kinds: npt.NDArray[np.uint8]
    shapes: npt.NDArray[np.uint8]
    pairs: Levels
    triples: Levels
    fours: Levels
    support: Indices
    best: Indices


def find_suspects(symbols: Symbols, is_unknown: npt.NDArray[np.bool_], tables: ProseTables) -> Suspects:
    """The places at which no longer window is known. `is_unknown` says of each window of four, by its first symbol,
    that it is in no table."""
    known = ~is_unknown
    unknown = np.concatenate([[0], np.cumsum(is_unknown)])
    # Item i of `known` covers the symbols i to i + 3.
    covered = known[:-3] | known[1:-2] | known[2:-1] | known[3:]
    middle = symbols[EDGE:-EDGE]
    places = np.flatnonzero(~covered & (middle >= FIRST_HAN) & (middle <= LAST_HAN)) + EDGE
    triples = _levels_over(tables.triples, symbols, places, symbols[places], 3)
    weak = triples.max(axis=1, initial=0) <= MOST_TRIPLE
    places, triples = places[weak], triples[weak]
    return Suspects(places, _levels_over(tables.pairs, symbols, places, symbols[places], 2), triples, unknown)


def find_candidates(symbols: Symbols, suspects: Suspects, tables: ProseTables) -> Candidates:
    """What may have been meant at the suspects, in order of them; only what makes its surroundings better known."""
    rows, places = tables.rows, suspects.places
    row = symbols[places].astype(np.int64) - FIRST
    starts = rows.offsets[row].astype(np.int32)
    counts = rows.offsets[row + 1].astype(np.int32) - starts
    first = np.cumsum(counts, dtype=np.int32) - counts
    suspect = np.repeat(np.arange(len(places), dtype=np.int32), counts)
    entry = np.arange(len(suspect), dtype=np.int32) + np.repeat(starts - first, counts)
    numbers = tables.near.numbers
    mine, before, behind = numbers[rows.codes[entry]], numbers[symbols[places - 1]], numbers[symbols[places + 1]]
    fits = tables.near.known(before[suspect], mine) | tables.near.known(mine, behind[suspect])
    suspect, entry = suspect[fits], entry[fits]
    codes, at = rows.codes[entry], places[suspect]
    triples = _levels_over(tables.triples, symbols, at, codes, 3)
    kept = np.flatnonzero(triples.max(axis=1, initial=0) >= LEAST_TRIPLE)
    suspect, entry, codes, at, triples = suspect[kept], entry[kept], codes[kept], at[kept], triples[kept]
    fours = _levels_over(tables.fours, symbols, at, codes, 4)
    support = 2 * fours.sum(axis=1, dtype=np.int64) + triples.sum(axis=1)
    best = np.zeros(len(places), np.int64)
    np.maximum.at(best, suspect, support)
    better = triples.max(axis=1, initial=0) > suspects.triples[suspect].max(axis=1, initial=0)
    kept = np.flatnonzero(
        (support >= LEAST_SUPPORT)
        & (support >= best[suspect] - MOST_BEHIND)
        & (better | (fours.max(axis=1, initial=0) > 0))
    )
    suspect, entry, codes, at = suspect[kept], entry[kept], codes[kept], at[kept]
    return Candidates(
        suspect.astype(np.int64), codes, rows.kinds[entry], rows.shapes[entry],
        _levels_over(tables.pairs, symbols, at, codes, 2), triples[kept], fours[kept], support[kept], best[suspect],
    )  # fmt: skip


def _levels_over(table: NgramTable, symbols: Symbols, places: Indices, codes: Symbols, length: int) -> Levels:
    """The levels of the windows of `length` over each place, the leftmost first, with `codes` standing there."""
    around = [codes if away == 0 else symbols[places + away] for away in range(1 - length, length)]
    keys = [pack(*around[column : column + length]) for column in range(length)]
    return table.levels(np.stack(keys)).T  # whose columns lie together: that is how they are compared
