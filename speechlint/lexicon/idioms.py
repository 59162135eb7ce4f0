"""Idioms, and the strings of four characters that one wrong character keeps from being one.

`idioms-known.txt` has a line for each size, the number of binary digits of a count: the size, then its idioms.
`set-phrases.txt` has our own set phrases, one a line; `idioms-right.txt` words that lie beside an idiom and are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from speechlint.lexicon.ngram_table import pack
from speechlint.lexicon.rule_folder import rules_root
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

LENGTH = 4
SET_PHRASE = 8  # the size of a set phrase
PIECE = 1 << 18  # symbols that are looked at together: their hashes stay in the processor's cache


class NearIdiom(NamedTuple):
    """`symbols[start : start + 4]` are those of `idiom` but for the one at `start + at`."""

    start: int
    idiom: str
    at: int


def near_idioms(symbols: Symbols) -> Iterator[NearIdiom]:
    """Where four symbols are an idiom but for one, in order of place; what is an idiom itself is left out."""
    table = _table()
    for begin in range(0, len(symbols) - LENGTH + 1, PIECE):
        for start, at, idiom in table.near(symbols[begin : begin + PIECE + LENGTH - 1]):
            yield NearIdiom(begin + start, idiom, at)


def idiom_size(word: str) -> int:
    """How common an idiom is; 0 for what is none."""
    return _sizes().get(word, 0)


def is_right(word: str) -> bool:
    """Whether a string of four simplified characters is one of the words that lie beside an idiom and are right."""
    return word in _right()


def is_set_phrase(word: str) -> bool:
    """Whether an idiom is one of our own set phrases, as official prose has them."""
    return word in _set_phrases()


class _Table:
    """For each of the four places: the keys of all idioms without the character there, and where they hash to."""

    def __init__(self, idioms: tuple[str, ...]) -> None:
        self._idioms = idioms
        codes = np.array([[ord(character) for character in idiom] for idiom in idioms], np.uint16)
        self._whole = np.sort(pack(*codes.T))
        products = codes * _FACTORS
        hashes = (products.sum(axis=1, dtype=np.uint32)[:, None] - products) >> _SHIFT
        self._may_be = np.zeros((LENGTH, 1 << _BITS), bool)
        self._order, self._without = [], []
        for at in range(LENGTH):
            self._may_be[at, hashes[:, at]] = True
            keys = pack(*np.delete(codes, at, axis=1).T)
            order = np.argsort(keys, kind="stable")
            self._order.append(order)
            self._without.append(keys[order])

    def near(self, symbols: Symbols) -> list[tuple[int, int, str]]:
        """Where an idiom with one wrong symbol begins, which of the four it is, and the idiom."""
        count = len(symbols) - LENGTH + 1
        columns = [symbols[at : at + count] for at in range(LENGTH)]
        products = [column * factor for column, factor in zip(columns, _FACTORS, strict=True)]
        total = products[0] + products[1] + products[2] + products[3]
        found: list[tuple[int, int, str]] = []
        for at, product in enumerate(products):
            starts = np.flatnonzero(self._may_be[at, (total - product) >> _SHIFT])
            keys = pack(*(column[starts] for place, column in enumerate(columns) if place != at))
            first = np.searchsorted(self._without[at], keys, "left")
            last = np.searchsorted(self._without[at], keys, "right")
            near = np.flatnonzero((first < last) & (columns[at][starts] >= FIRST_HAN))
            whole = pack(*(column[starts[near]] for column in columns))
            is_idiom = self._whole[np.minimum(np.searchsorted(self._whole, whole), len(self._whole) - 1)] == whole
            for hit in near[~is_idiom].tolist():
                for number in self._order[at][first[hit] : last[hit]].tolist():
                    found.append((int(starts[hit]), at, self._idioms[number]))
        return sorted(found)


_BITS = 19  # of a hash that is looked up
_SHIFT = np.uint32(32 - _BITS)
_FACTORS = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F], np.uint32)  # one for each of the four places


@cache
def _table() -> _Table:
    return _Table(tuple(_sizes()))


@cache
def _sizes() -> Mapping[str, int]:
    sizes = dict.fromkeys(_set_phrases(), SET_PHRASE)
    for line in _lines("idioms-known"):
        size, *idioms = line.split(" ")
        sizes |= dict.fromkeys(idioms, int(size))
    return sizes


@cache
def _set_phrases() -> frozenset[str]:
    return frozenset(_lines("set-phrases"))


@cache
def _right() -> frozenset[str]:
    return frozenset(_lines("idioms-right"))


def _lines(name: str) -> list[str]:
    text = (rules_root() / "typo" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
