"""The likenesses of all characters as arrays; the only part of `likeness` that needs numpy."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from speechlint.lexicon import likeness as alike
from speechlint.text.named_tuple import NamedTuple

FIRST = 0x4E00  # the code point of row 0
_ROWS = 0xA000 - FIRST


class CandidateRows(NamedTuple):
    """All pairs of like characters, both ways: the row of a character, `ord(character) - FIRST`, is
    `offsets[row]` to `offsets[row + 1]` of the other arrays, sorted by code point. `kinds` are SAME, FUZZY or FUZZIER,
    with SHAPE added where `shapes` is not 0."""

    offsets: NDArray[np.uint32]
    codes: NDArray[np.uint16]
    kinds: NDArray[np.uint8]
    shapes: NDArray[np.uint8]

    def of(self, character: str) -> dict[str, alike.Likeness]:
        """The row of one character; empty where it is in no table."""
        row = ord(character) - FIRST
        if not 0 <= row < _ROWS:
            return {}
        part = slice(int(self.offsets[row]), int(self.offsets[row + 1]))
        return {
            chr(code): alike.Likeness(kind & ~alike.SHAPE, shape)
            for code, kind, shape in zip(
                self.codes[part].tolist(), self.kinds[part].tolist(), self.shapes[part].tolist(), strict=True
            )
        }


def make_rows(
    readings: Mapping[str, tuple[str, ...]],
    characters: memoryview,
    ends: memoryview,
    codes: memoryview,
    measures: memoryview,
) -> CandidateRows:
    """The rows from the readings and from the pairs of like shapes, as `shapes.bin` holds them."""
    stops = np.asarray(ends, np.int64)
    counts = stops - np.concatenate(([0], stops[:-1]))
    smaller, greater = np.repeat(np.asarray(characters, np.int64), counts), np.asarray(codes, np.int64)
    shape = np.asarray(measures, np.int64)
    # One number for each pair and what makes it alike: the row, the code point, how far the sounds are apart, the
    # shape. Sorted, the numbers of one pair stand side by side, the nearest sound first.
    numbers = np.concatenate(
        [
            _numbered(smaller, greater, _FAR, shape),
            _numbered(greater, smaller, _FAR, shape),
            _sounding(readings),
        ]
    )
    numbers.sort()
    pairs = numbers >> _PAIR
    starts = np.flatnonzero(np.diff(pairs, prepend=-1))
    shapes = np.maximum.reduceat(numbers & 0xFF, starts).astype(np.uint8)
    kinds = _KINDS[(numbers[starts] >> _DISTANCE) & 0xFF] | np.where(shapes > 0, alike.SHAPE, 0).astype(np.uint8)
    found = pairs[starts]
    offsets = np.searchsorted(found >> 16, np.arange(_ROWS + 1)).astype(np.uint32)
    return CandidateRows(offsets, (found & 0xFFFF).astype(np.uint16), kinds, shapes)


_KINDS = np.array((alike.SAME, alike.FUZZY, alike.FUZZIER, 0), np.uint8)  # by distance
_FAR = 3
_DISTANCE, _PAIR = 8, 16


def _numbered(
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    distance: NDArray[np.int64] | int,
    shape: NDArray[np.int64] | int,
) -> NDArray[np.int64]:
    return ((((first - FIRST) << 16) | second) << _PAIR) | (distance << _DISTANCE) | shape


def _sounding(readings: Mapping[str, tuple[str, ...]]) -> NDArray[np.int64]:
    """The numbers of all pairs of characters that sound alike, both ways, without those of a character and itself."""
    classes: dict[str, dict[str, list[int]]] = {}
    for character, found in readings.items():
        for sound in found:
            classes.setdefault(alike.fuzzier(sound), {}).setdefault(sound, []).append(ord(character))
    parts = []
    for members in classes.values():
        fuzzy = list(dict.fromkeys(map(alike.fuzzy, members)))
        codes = np.fromiter((code for found in members.values() for code in found), np.int64)
        lengths = [len(found) for found in members.values()]
        exact = np.repeat(np.arange(len(members)), lengths)
        near = np.repeat([fuzzy.index(alike.fuzzy(sound)) for sound in members], lengths)
        first, second = np.nonzero(codes[:, None] != codes)
        distance = 2 - (near[first] == near[second]) - (exact[first] == exact[second]).astype(np.int64)
        parts.append(_numbered(codes[first], codes[second], distance, 0))
    return np.concatenate(parts)
