"""Strings of two characters that are common in official prose, by their sound, without tones.

`homophones.npy`, made by tools/build_exchange_data.py, holds a row for each, sorted: the numbers of its two sounds and
its two characters. Sounds are numbered in the order of the alphabet, from 1 on.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.likeness import readings
from speechlint.lexicon.ngram_table import load_cells
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols

Indices = npt.NDArray[np.int64]

READINGS = 3  # of one character, at most
_BITS = 9  # of the number of a sound


class Homophones(NamedTuple):
    """The strings, sorted by their sounds: `offsets` says by the key of two sounds where they begin. `sounds` holds a
    row of readings for each Han character, 0 where it has no more."""

    offsets: Indices
    firsts: Symbols
    seconds: Symbols
    sounds: npt.NDArray[np.uint16]

    def alike(self, first: Symbols, second: Symbols) -> tuple[Indices, Symbols, Symbols]:
        """What sounds like the given pairs of Han characters and differs from them in both characters: the number of
        the pair, ascending, and the two characters."""
        mine, others = self.sounds[first - np.uint16(FIRST_HAN)], self.sounds[second - np.uint16(FIRST_HAN)]
        which, entries = [], []
        for one in range(READINGS):
            for other in range(READINGS):
                numbers = np.flatnonzero((mine[:, one] > 0) & (others[:, other] > 0))
                keys = sound_key(mine[numbers, one], others[numbers, other])
                starts = self.offsets[keys]
                counts = self.offsets[keys + np.uint32(1)] - starts
                which.append(np.repeat(numbers, counts))
                skipped = np.repeat(starts - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
                entries.append(np.arange(len(skipped)) + skipped)
        numbers, found = np.concatenate(which), np.concatenate(entries)
        differ = (self.firsts[found] != first[numbers]) & (self.seconds[found] != second[numbers])
        numbers, found = numbers[differ], found[differ]
        order = np.argsort(numbers, kind="stable")
        return numbers[order], self.firsts[found[order]], self.seconds[found[order]]


@cache
def homophones() -> Homophones:
    """The shipped strings."""
    return make_homophones(load_cells("homophones"))


def make_homophones(rows: npt.NDArray[np.uint16]) -> Homophones:
    """The table of rows as they stand in the file."""
    columns = np.ascontiguousarray(rows.T)
    counts = np.bincount(sound_key(columns[0], columns[1]), minlength=1 << 2 * _BITS)
    offsets = np.concatenate([[0], np.cumsum(counts)])
    return Homophones(offsets, columns[2], columns[3], _sounds())


def sound_key(first: npt.NDArray[np.uint16], second: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint32]:
    """Two sounds as one number."""
    return (first.astype(np.uint32) << np.uint32(_BITS)) | second


def sound_numbers() -> dict[str, int]:
    """The number of each sound."""
    heard = sorted({sound for found in _readings().values() for sound in found})
    return {sound: number for number, sound in enumerate(heard, 1)}


def _sounds() -> npt.NDArray[np.uint16]:
    numbers = sound_numbers()
    table = np.zeros((LAST_HAN + 1 - FIRST_HAN, READINGS), np.uint16)
    for column in range(READINGS):
        heard = {code: numbers[found[column]] for code, found in _readings().items() if len(found) > column}
        table[np.array(list(heard)) - FIRST_HAN, column] = list(heard.values())
    return table


@cache
def _readings() -> dict[int, tuple[str, ...]]:
    """The readings of each Han character, by its code point."""
    return {ord(character): found for character, found in readings().items() if FIRST_HAN <= ord(character) <= LAST_HAN}
