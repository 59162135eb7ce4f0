"""How often short sequences of symbols stand in official prose, in tables that are mapped into memory.

A table is a 3-wise binary fuse filter (Graf and Lemire, "Binary Fuse Filters", 2022) whose cells hold twelve bits of
the key's hash and the four bits of a level. One in four thousand sequences that were never counted seems to be known.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.rule_folder import rules_root
from speechlint.lexicon.symbols import Symbols
from speechlint.text.named_tuple import NamedTuple

Keys = npt.NDArray[np.uint64]
Levels = npt.NDArray[np.uint8]

HIGHEST = 15
BASE = 1.8  # a level more is so many times the count
LONGEST = 4  # symbols of a key
LEVEL_BITS = 4
SYMBOL_BITS = 16  # of a key
PIECE = 1 << 13  # keys that are looked up together: what is reckoned with them stays in the processor's cache
# The first cells say how the others are found.
HEAD = 8
_FIRST, _SECOND = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_S16, _S18, _S29, _S32 = (np.uint64(bits) for bits in (16, 18, 29, 32))


class Shape(NamedTuple):
    """Where the three cells of a key may lie: in neighbouring ones of `segments` + 2 segments of `length` cells."""

    length: int
    segments: int
    seed: int

    def cells(self, hashes: Keys) -> Iterator[Keys]:
        """The three cells of each hash: an array of the first ones, one of the second, one of the third. Each is valid
        until the next is asked for."""
        length, mask = np.uint64(self.length), np.uint64(self.length - 1)
        start = hashes >> _S32
        start *= np.uint64(self.length * self.segments)
        start >>= _S32
        yield start
        start += length
        cells = hashes >> _S18
        cells &= mask
        cells ^= start
        yield cells
        start += length
        np.bitwise_and(hashes, mask, out=cells)
        cells ^= start
        yield cells

    def hashes(self, keys: Keys) -> Keys:
        """The hash of each key."""
        mixed = keys + np.uint64(self.seed)
        mixed *= _FIRST
        shifted = mixed >> _S32
        mixed ^= shifted
        mixed *= _SECOND
        mixed ^= np.right_shift(mixed, _S29, out=shifted)
        mixed *= _FIRST
        mixed ^= np.right_shift(mixed, _S32, out=shifted)
        return mixed


def fingerprints(hashes: Keys) -> npt.NDArray[np.uint16]:
    """The twelve bits by which a table knows its keys again."""
    return (hashes >> _S32).astype(np.uint16) & np.uint16(0xFFF)


class NgramTable:
    """Levels of sequences by key. Immutable, and safe to share between threads."""

    def __init__(self, cells: npt.NDArray[np.uint16]) -> None:
        head = cells[:HEAD].astype(np.int64)
        self.shape = Shape(1 << int(head[0]), int(head[1]), int(head[2]))
        self._cells = cells[HEAD:]

    def levels(self, keys: Keys) -> Levels:
        """The level of each key: 0 for what is unknown, else 1 + the logarithm of its count to the base 1.8."""
        if keys.size <= PIECE:
            return self._levels(keys) if keys.size else np.zeros(keys.shape, np.uint8)
        found = np.empty(keys.shape, np.uint8)
        flat, levels = keys.reshape(-1), found.reshape(-1)
        for start in range(0, len(flat), PIECE):
            levels[start : start + PIECE] = self._levels(flat[start : start + PIECE])
        return found

    def _levels(self, keys: Keys) -> Levels:
        hashes = self.shape.hashes(keys)
        found = fingerprints(hashes)
        found <<= np.uint16(LEVEL_BITS)
        for cells in self.shape.cells(hashes):
            # Numbers with a sign index an array as they are; others would be copied first.
            found ^= self._cells.take(cells.view(np.int64))
        # The upper bits are now 0 where the table holds the key, and the others are its level.
        levels = found.astype(np.uint8)
        levels *= found <= HIGHEST
        return levels


def levels_of(counts: npt.NDArray[np.int64] | npt.NDArray[np.float64]) -> Levels:
    """The levels of counts; 0 for 0."""
    levels = np.clip(np.round(np.log(np.maximum(counts, 1)) / np.log(BASE)) + 1, 1, HIGHEST)
    return np.where(counts > 0, levels, 0).astype(np.uint8)


def pack(*symbols: Symbols | Keys | int) -> Keys:
    """The keys of sequences, given symbol by symbol: `pack(firsts, seconds)` for pairs. At most four."""
    key: Keys = np.asarray(symbols[0]).astype(np.uint64)
    for symbol in symbols[1:]:
        key = (key << _S16) | np.asarray(symbol).astype(np.uint64)
    return key


def windows(symbols: Symbols, length: int) -> Keys:
    """The keys of all sequences of `length`: item i is that of `symbols[i : i + length]`."""
    count = max(0, len(symbols) - length + 1)
    key = symbols[:count].astype(np.uint64)
    for at in range(1, length):
        key <<= _S16
        key |= symbols[at : at + count]
    return key


def key_of(word: str) -> int:
    """The key of a word of up to four Han characters."""
    key = 0
    for character in word:
        key = key << 16 | ord(character)
    return key


def level(word: str) -> int:
    """The level of a string of two to four Han characters in official prose; 0 for what was seen less than twice."""
    return int(ngrams(len(word)).levels(np.array([key_of(word)], np.uint64))[0])


@cache
def ngrams(length: int) -> NgramTable:
    """The table of the sequences of two, three or four symbols; the file is mapped, not read."""
    return NgramTable(load_cells(f"grams{length}"))


def load_cells(name: str) -> npt.NDArray[Any]:
    """The cells of a shipped table, of the type that its file says, mapped into memory."""
    cells: npt.NDArray[Any] = np.load(rules_root() / "typo" / "tables" / f"{name}.npy", mmap_mode="r")
    return cells.view(np.ndarray)
