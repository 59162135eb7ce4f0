"""Places where a character is unlikely to be right, and the characters that would be likelier there."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.candidate_rows import FIRST
from speechlint.lexicon.ngram_table import SYMBOL_BITS, Keys, Levels, NgramTable, pack
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols
from speechlint.text.named_tuple import NamedTuple

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
PIECE = 1 << 10  # suspects whose candidates are sorted out in one go: what is reckoned with stays in the cache


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
    unknown = np.concatenate([[0], np.cumsum(is_unknown)])
    # Item i of `is_unknown` is about the symbols i to i + 3.
    suspect = is_unknown[:-3] & is_unknown[1:-2]
    suspect &= is_unknown[2:-1]
    suspect &= is_unknown[3:]
    middle = symbols[EDGE:-EDGE]
    suspect &= middle >= FIRST_HAN
    suspect &= middle <= LAST_HAN
    places = np.flatnonzero(suspect) + EDGE
    triples = filled(tables.triples, frames(symbols, places, 3), symbols.take(places))
    weak = np.flatnonzero(triples.max(axis=0, initial=0) <= MOST_TRIPLE)
    places, triples = places.take(weak), triples.take(weak, axis=1)
    pairs = filled(tables.pairs, frames(symbols, places, 2), symbols.take(places))
    return Suspects(places, pairs.T, triples.T, unknown)


def find_candidates(symbols: Symbols, suspects: Suspects, tables: ProseTables) -> Candidates:
    """What may have been meant at the suspects, in order of them; only what makes its surroundings better known."""
    places, rows = suspects.places, tables.rows
    suspect, entry, triples = _known(symbols, places, tables)
    codes = rows.codes.take(entry)
    fours = filled(tables.fours, frames(symbols, places, 4).take(suspect, axis=1), codes)
    support = 2 * fours.sum(axis=0, dtype=np.int64) + triples.sum(axis=0, dtype=np.int64)
    best = greatest(support, suspect, len(places)).take(suspect)
    better = triples.max(axis=0, initial=0) > suspects.triples.max(axis=1, initial=0).take(suspect)
    kept = np.flatnonzero(
        (support >= LEAST_SUPPORT) & (support >= best - MOST_BEHIND) & (better | (fours.max(axis=0, initial=0) > 0))
    )
    suspect, entry, codes = suspect.take(kept), entry.take(kept), codes.take(kept)
    pairs = filled(tables.pairs, frames(symbols, places, 2).take(suspect, axis=1), codes)
    return Candidates(
        suspect, codes, rows.kinds.take(entry), rows.shapes.take(entry),
        pairs.T, triples.take(kept, axis=1).T, fours.take(kept, axis=1).T, support.take(kept), best.take(kept),
    )  # fmt: skip


def _known(symbols: Symbols, places: Indices, tables: ProseTables) -> tuple[Indices, Indices, Levels]:
    """The candidates that often stand beside a neighbour and make a known window of three: the index of the place,
    the number of the candidate, and a row of levels for each window."""
    codes, offsets = tables.rows.codes, tables.rows.offsets
    row = symbols.take(places).astype(np.int64) - FIRST
    starts = offsets.take(row).astype(np.int64)
    counts = offsets.take(row + 1) - starts
    before, behind = symbols.take(places - 1), symbols.take(places + 1)
    around = frames(symbols, places, 3)
    parts = []
    for first in range(0, max(1, len(places)), PIECE):
        part = slice(first, first + PIECE)
        suspect, entry = tables.near.fitting(before[part], behind[part], starts[part], counts[part])
        suspect += first
        triples = filled(tables.triples, around.take(suspect, axis=1), codes.take(entry))
        kept = np.flatnonzero(triples.max(axis=0, initial=0) >= LEAST_TRIPLE)
        parts.append((suspect.take(kept), entry.take(kept), triples.take(kept, axis=1)))
    found, entries, levels = zip(*parts, strict=True)
    return np.concatenate(found), np.concatenate(entries), np.concatenate(levels, axis=1)


def frames(symbols: Symbols, places: Indices, length: int) -> Keys:
    """The keys of the windows of `length` over each place, with nothing standing there: a row for each window, the
    leftmost first."""
    around = {away: symbols.take(places + away) for away in range(1 - length, length) if away}
    return np.stack(
        [pack(*(around.get(away, 0) for away in range(first, first + length))) for first in range(1 - length, 1)]
    )


def filled(table: NgramTable, frames: Keys, codes: Symbols) -> Levels:
    """The levels of such windows, a row for each, with `codes` standing there."""
    codes = codes.astype(np.uint64)
    return table.levels(np.stack([row | (codes << np.uint64(SYMBOL_BITS * n)) for n, row in enumerate(frames)]))


def greatest(values: Indices, suspect: Indices, count: int) -> Indices:
    """The greatest of the values of each suspect, of so many; 0 where it has none."""
    found = np.zeros(count, np.int64)
    if len(suspect):
        first = np.flatnonzero(np.diff(suspect, prepend=-1))
        found[suspect[first]] = np.maximum.reduceat(values, first)
    return found
