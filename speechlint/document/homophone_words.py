"""Pairs of characters that stand for a word of the same sound, both characters wrong: 全意 for 权益."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.document.exchanges import (
    Candidates,
    Exchanges,
    as_columns,
    best_of_places,
    columns_of,
    join,
    support,
    windows_after,
    windows_before,
)
from speechlint.lexicon.homophones import Homophones
from speechlint.lexicon.ngram_table import SYMBOL_BITS, NgramTable, pack
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols

Indices = npt.NDArray[np.int64]

WIDTH = 2
# The levels of all windows over it have to add up to this.
LEAST_SUPPORT = 10
BLOCK = 1 << 16  # symbols that are looked at in one go
PIECE = 1 << 15  # pairs that are looked at in one go: what is reckoned with them stays small


def find_homophone_words(
    symbols: Symbols, unknown: npt.NDArray[np.bool_], tables: ProseTables, homophones: Homophones
) -> Candidates:
    """The words that may have been meant. `unknown` says of each window of four, by its first symbol, that it is in no
    table: all five that hold one of the two characters have to be."""
    starts = _suspicious(symbols, unknown)
    pieces = (starts[first : first + PIECE] for first in range(0, max(1, len(starts)), PIECE))
    return join([_candidates(symbols, piece, tables, homophones) for piece in pieces])


def _suspicious(symbols: Symbols, unknown: npt.NDArray[np.bool_]) -> Indices:
    blocks = [_suspicious_from(symbols, unknown, start) for start in range(0, max(1, len(symbols)), BLOCK)]
    return np.concatenate(blocks)


def _suspicious_from(symbols: Symbols, unknown: npt.NDArray[np.bool_], start: int) -> Indices:
    """Of the block that begins there."""
    symbols, unknown = symbols[start : start + BLOCK + 7], unknown[start : start + BLOCK + 4]
    han = (symbols >= FIRST_HAN) & (symbols <= LAST_HAN)
    five = unknown[:-4] & unknown[1:-3] & unknown[2:-2] & unknown[3:-1] & unknown[4:]
    # Item i of `five` is about the pair that begins at i + 3.
    pairs = han[3 : 3 + len(five)] & han[4 : 4 + len(five)]
    found: Indices = np.flatnonzero(five & pairs) + (start + 3)
    return found


def _candidates(symbols: Symbols, starts: Indices, tables: ProseTables, homophones: Homophones) -> Candidates:
    """Those for the pairs that begin at `starts`."""
    which, firsts, seconds = _known(symbols, starts, tables.fours, homophones)
    exchanges = Exchanges(starts.take(which), WIDTH, (firsts, seconds))
    after = windows_after(symbols, exchanges, tables)
    best, lead = best_of_places(support(after), which, LEAST_SUPPORT)
    exchanges, after = exchanges.kept(best), after.kept(best)
    before = windows_before(symbols, exchanges, tables)
    old = (symbols[exchanges.starts], symbols[exchanges.starts + 1])
    columns = as_columns(
        [
            lead, support(after),
            tables.words.levels(pack(*old)), tables.words.levels(pack(*exchanges.instead)),
            _longer_word(symbols, exchanges.starts, old, tables),
            _longer_word(symbols, exchanges.starts, exchanges.instead, tables),
            tables.commonness[old[0]], tables.commonness[old[1]],
            symbols[exchanges.starts - 1] < FIRST_HAN, symbols[exchanges.starts + WIDTH] < FIRST_HAN,
        ]
    )  # fmt: skip
    return Candidates(exchanges, np.concatenate([columns_of(before, after), columns], axis=1))


def _known(
    symbols: Symbols, starts: Indices, fours: NgramTable, homophones: Homophones
) -> tuple[Indices, Symbols, Symbols]:
    """The words that sound like a pair and stand whole in a known window of four: the index of the pair, ascending, and
    the two characters."""
    which, firsts, seconds = homophones.alike(symbols.take(starts), symbols.take(starts + 1))
    before, left, right, behind = (symbols.take(starts + step) for step in (-2, -1, 2, 3))
    frames = pack(before, left, 0, 0), pack(left, 0, 0, right), pack(0, 0, right, behind)
    words = pack(firsts, seconds)
    keys = np.stack([frame.take(which) | (words << np.uint64(SYMBOL_BITS * n)) for n, frame in enumerate(frames)])
    kept = np.flatnonzero(fours.levels(keys).max(axis=0, initial=0) > 0)
    return which.take(kept), firsts.take(kept), seconds.take(kept)


def _longer_word(
    symbols: Symbols, starts: Indices, pair: tuple[Symbols, ...], tables: ProseTables
) -> npt.NDArray[np.uint8]:
    """The level of the commonest dictionary word of three or four characters that holds the pair."""
    row = [symbols[starts - 2], symbols[starts - 1], *pair, symbols[starts + WIDTH], symbols[starts + WIDTH + 1]]
    best = np.zeros(len(starts), np.uint8)
    for first, last in ((1, 4), (2, 5), (0, 4), (1, 5), (2, 6)):
        np.maximum(best, tables.words.levels(pack(*row[first:last])), out=best)
    return best
