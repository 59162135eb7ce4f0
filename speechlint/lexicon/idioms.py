"""Strings of four symbols that one wrong symbol keeps from being an idiom. Needs numpy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.idiom_list import LENGTH, NearIdiom, every_idiom
from speechlint.lexicon.key_index import KeyIndex
from speechlint.lexicon.ngram_table import pack
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

PIECE = 1 << 15  # symbols that are looked at together: what is reckoned with them stays in the processor's cache

Indices = npt.NDArray[np.int64]
Pairs = npt.NDArray[np.uint32]


def near_idioms(symbols: Symbols, asked: npt.NDArray[np.bool_] | None = None) -> Iterator[NearIdiom]:
    """Where four symbols are an idiom but for one, in order of place; what is an idiom itself is left out. `asked`
    says by its first symbol of each window of four whether it is to be looked at; None stands for all."""
    table = _table()
    for begin in range(0, len(symbols) - LENGTH + 1, PIECE):
        part = None if asked is None else asked[begin : begin + PIECE]
        for start, at, idiom in table.near(symbols[begin : begin + PIECE + LENGTH - 1], part):
            yield NearIdiom(begin + start, idiom, at)


class _Table:
    """The idioms by their first two characters and by their last two: one wrong character leaves two of them."""

    def __init__(self, idioms: tuple[str, ...]) -> None:
        self._idioms = idioms
        codes = np.frombuffer("".join(idioms).encode("utf-16-le"), "<u2").reshape(-1, LENGTH)
        self._whole = np.sort(pack(*codes.T))
        self._halves = tuple(_Half(codes, at) for at in (0, 2))
        self._marks = np.zeros(1 << _BITS, np.uint8)
        for bit, half in enumerate(self._halves, 1):
            self._marks[_marks_of(half.keys)] |= np.uint8(bit)

    def near(self, symbols: Symbols, asked: npt.NDArray[np.bool_] | None) -> list[tuple[int, int, str]]:
        """Where an idiom with one wrong symbol begins, which of the four it is, and the idiom."""
        count = len(symbols) - LENGTH + 1
        pairs = (symbols[:-1].astype(np.uint32) << _S16) | symbols[1:]
        marks = self._marks.take(_marks_of(pairs))
        found: list[tuple[int, int, str]] = []
        for bit, half in enumerate(self._halves, 1):
            may_be = marks[half.at : half.at + count] & np.uint8(bit) != 0
            if asked is not None:
                may_be &= asked
            starts, ats, numbers = half.near(symbols, pairs, np.flatnonzero(may_be))
            whole = pack(*(symbols.take(starts + step) for step in range(LENGTH)))
            is_idiom = self._whole.take(np.searchsorted(self._whole, whole), mode="clip") == whole
            rows = (column[~is_idiom].tolist() for column in (starts, ats, numbers))
            found += [(start, at, self._idioms[number]) for start, at, number in zip(*rows, strict=True)]
        return sorted(found)


class _Half:
    """The idioms by the two characters that begin at `at`."""

    def __init__(self, codes: Symbols, at: int) -> None:
        self.at = at
        pairs = (codes[:, at].astype(np.uint32) << _S16) | codes[:, at + 1]
        self._order = np.argsort(pairs, kind="stable")
        self.keys = pairs[self._order]
        self._index = KeyIndex(self.keys.astype(np.uint64))
        self._ends = np.searchsorted(self.keys, self.keys, "right")
        self._counts = self._ends - np.searchsorted(self.keys, self.keys, "left")
        self._others = [(place, codes[:, place]) for place in range(LENGTH) if place not in (at, at + 1)]

    def near(self, symbols: Symbols, pairs: Pairs, starts: Indices) -> tuple[Indices, Indices, Indices]:
        """Which of the starts begin an idiom with this half and one wrong symbol in the other, the place of that among
        the four, and the number of the idiom."""
        which, rows = self._index.find(pairs.take(starts + self.at).astype(np.uint64))
        ends, counts = self._ends.take(rows), self._counts.take(rows)
        starts = np.repeat(starts.take(which), counts)
        numbers = self._order.take(np.repeat(ends - np.cumsum(counts), counts) + np.arange(len(starts)))
        (one, ones), (other, others) = self._others
        here, there = symbols.take(starts + one), symbols.take(starts + other)
        one_wrong, other_wrong = here != ones.take(numbers), there != others.take(numbers)
        wrong = np.where(one_wrong, here, there)
        near = np.flatnonzero((one_wrong != other_wrong) & (wrong >= FIRST_HAN))
        return starts.take(near), np.where(one_wrong, one, other).take(near), numbers.take(near)


def _marks_of(pairs: Pairs) -> Indices:
    return ((pairs * _FACTOR) >> _SHIFT).astype(np.int64)


_BITS = 17  # of a pair's hash
_SHIFT, _S16 = np.uint32(32 - _BITS), np.uint32(16)
_FACTOR = np.uint32(0x9E3779B1)


@cache
def _table() -> _Table:
    return _Table(every_idiom())
