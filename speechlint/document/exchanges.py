"""How well known the short sequences at a place are, as they stand and with other characters instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import SYMBOL_BITS, Levels, NgramTable, ngrams, pack, windows
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import Symbols
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.document.model import Document

Indices = npt.NDArray[np.int64]
Columns = npt.NDArray[np.uint8]

EDGE = 3  # symbols on either side that the windows reach
_BITS = np.uint64(SYMBOL_BITS)
_MIDDLE = 64  # stands for no difference
BLOCK = 1 << 16  # symbols that are looked up in one go


class Exchanges(NamedTuple):
    """Places where `width` symbols could be others: `starts` are indices into the symbols, `instead` holds an array of
    symbols for each place of the new string, which may be shorter or longer than the old one, or empty."""

    starts: Indices
    width: int
    instead: tuple[Symbols, ...]

    def kept(self, which: npt.NDArray[np.bool_] | Indices) -> Exchanges:
        """Some of them."""
        return Exchanges(self.starts[which], self.width, tuple(part[which] for part in self.instead))


class Candidates(NamedTuple):
    """Exchanges that would make their surroundings better known, with what a model is told of each."""

    exchanges: Exchanges
    columns: Columns


def join(parts: Sequence[Candidates]) -> Candidates:
    """Those of all the parts, one behind the other."""
    if len(parts) == 1:
        return parts[0]
    starts, widths, instead = zip(*(part.exchanges for part in parts), strict=True)
    exchanges = Exchanges(np.concatenate(starts), widths[0], tuple(map(np.concatenate, zip(*instead, strict=True))))
    return Candidates(exchanges, np.concatenate([part.columns for part in parts]))


class Windows(NamedTuple):
    """The levels of all windows of two, three and four symbols that hold a part of a string or span the joint where
    there is none: a row for each window, the leftmost first, and a column for each place."""

    pairs: Levels
    triples: Levels
    fours: Levels

    def kept(self, which: Indices) -> Windows:
        """Those of some places."""
        return Windows(self.pairs[:, which], self.triples[:, which], self.fours[:, which])


def find_unknown_windows(document: Document) -> npt.NDArray[np.bool_]:
    """Of each window of four symbols of the prose, by its first symbol, whether it is in no table."""
    return unknown_windows(document.symbols.symbols, ngrams(4))


def unknown_windows(symbols: Symbols, fours: NgramTable) -> npt.NDArray[np.bool_]:
    """The same of symbols."""
    found = np.empty(max(0, len(symbols) - EDGE), bool)
    for start in range(0, len(found), BLOCK):
        levels = fours.levels(windows(symbols[start : start + BLOCK + EDGE], EDGE + 1))
        np.equal(levels, 0, out=found[start : start + BLOCK])
    return found


def windows_before(symbols: Symbols, exchanges: Exchanges, tables: ProseTables) -> Windows:
    """The windows over what stands there."""
    starts, width = exchanges.starts, exchanges.width
    return _windows([symbols[starts + step] for step in range(-EDGE, width + EDGE)], tables)


def windows_after(symbols: Symbols, exchanges: Exchanges, tables: ProseTables) -> Windows:
    """The windows over what would stand there."""
    starts, width = exchanges.starts, exchanges.width
    left = [symbols[starts + step] for step in range(-EDGE, 0)]
    right = [symbols[starts + step] for step in range(width, width + EDGE)]
    return _windows([*left, *exchanges.instead, *right], tables)


def fours_over(symbols: Symbols, exchanges: Exchanges, columns: Sequence[int], tables: ProseTables) -> Levels:
    """Only some of the windows of four over what would stand there, by their numbers from the left."""
    starts, width = exchanges.starts, exchanges.width
    left = [symbols[starts + step] for step in range(-EDGE, 0)]
    right = [symbols[starts + step] for step in range(width, width + EDGE)]
    row = [*left, *exchanges.instead, *right]
    return tables.fours.levels(np.stack([pack(*row[column : column + 4]) for column in columns]))


def _windows(row: Sequence[Symbols], tables: ProseTables) -> Windows:
    # Key by key, each made of the one before: few steps, for a short draft has few places but as many steps as any.
    symbols = np.stack(row).astype(np.uint64)
    pairs = symbols[:-1] << _BITS | symbols[1:]
    triples = pairs[:-1] << _BITS | symbols[2:]
    fours = triples[:-1] << _BITS | symbols[3:]
    last = len(row) - EDGE
    return Windows(
        tables.pairs.levels(pairs[EDGE - 1 : last]),
        tables.triples.levels(triples[EDGE - 2 : last]),
        tables.fours.levels(fours),
    )


def columns_of(before: Windows, after: Windows) -> Columns:
    """What a model is told of exchanges: a row for each, the levels first and then what follows from them."""
    known = (after.fours > 0).sum(axis=0)
    gain = after.triples.sum(axis=0, dtype=np.int64) - before.triples.sum(axis=0, dtype=np.int64)
    columns = [
        *before.pairs, *before.triples, *before.fours, *after.pairs, *after.triples, *after.fours,
        known, after.fours.max(axis=0, initial=0), after.triples.max(axis=0, initial=0),
        before.triples.max(axis=0, initial=0), gain + _MIDDLE,
    ]  # fmt: skip
    return as_columns(columns)


def as_columns(columns: Sequence[npt.NDArray[Any]]) -> Columns:
    """Whole numbers side by side, none of them above 255."""
    return np.stack([np.minimum(column, 255).astype(np.uint8) for column in columns], axis=1)


def support(after: Windows) -> Indices:
    """How well all windows of three and four over what would stand there are known: for comparing rivals."""
    total: Indices = after.fours.astype(np.int64).sum(axis=0) + after.triples.astype(np.int64).sum(axis=0)
    return total


def best_of_places(support: Indices, which: Indices, least: int) -> tuple[Indices, Indices]:
    """Of each place the exchange that is supported best, if by no less than `least`, and how much more than the next
    best; `which` numbers the places."""
    order = np.lexsort((-support, which))
    first = np.ones(len(order), bool)
    first[1:] = which[order][1:] != which[order][:-1]
    ranked = np.append(np.where(first, 0, support[order]), 0)
    lead = support[order] - ranked[1:]
    kept = first & (support[order] >= least)
    return order[kept], lead[kept]
