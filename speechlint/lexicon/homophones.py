"""Strings of two characters that are common in official prose, by their sound, without tones.

`homophones.npy`, made by tools/build_exchange_data.py, holds a row for each, sorted: the numbers of its two sounds and
its two characters. Sounds are numbered in the order of the alphabet, from 1 on.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.likeness import characters_by_reading
from speechlint.lexicon.ngram_table import load_cells
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols
from speechlint.text.named_tuple import NamedTuple

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
        mine, others = (
            np.ascontiguousarray(self.sounds.take(codes - np.uint16(FIRST_HAN), axis=0).T) for codes in (first, second)
        )
        which, entries = [], []
        for one in mine:
            for other in others:
                numbers = np.flatnonzero((one > 0) & (other > 0))
                keys = sound_key(one.take(numbers), other.take(numbers)).astype(np.int64)
                starts = self.offsets.take(keys)
                counts = self.offsets.take(keys + 1) - starts
                which.append(np.repeat(numbers, counts))
                entries.append(np.repeat(starts - np.cumsum(counts) + counts, counts))
                entries[-1] += np.arange(len(entries[-1]))
        numbers, found = np.concatenate(which), np.concatenate(entries)
        ones, twos = self.firsts.take(found), self.seconds.take(found)
        differ = np.flatnonzero((ones != first.take(numbers)) & (twos != second.take(numbers)))
        order = differ.take(np.argsort(numbers.take(differ), kind="stable"))
        return numbers.take(order), ones.take(order), twos.take(order)


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
    return {sound: number for number, sound in enumerate(sorted(sound for sound, _ in _sounding()), 1)}


def _sounds() -> npt.NDArray[np.uint16]:
    numbers = sound_numbers()
    table = np.zeros((LAST_HAN + 1 - FIRST_HAN, READINGS), np.uint16)
    heard = np.zeros(len(table), np.intp)  # readings of each character so far
    for sound, characters in _sounding():
        rows = characters[heard[characters] < READINGS]
        table[rows, heard[rows]] = numbers[sound]
        heard[rows] += 1
    return table


@cache
def _sounding() -> list[tuple[str, Indices]]:
    """The Han characters of each sound that has any, counted from the first one."""
    found = []
    for sound, characters in characters_by_reading():
        codes = np.frombuffer(characters.encode("utf-32-le"), "<u4").astype(np.int64)
        codes = codes[(codes >= FIRST_HAN) & (codes <= LAST_HAN)]
        if len(codes):
            found.append((sound, codes - FIRST_HAN))
    return found
