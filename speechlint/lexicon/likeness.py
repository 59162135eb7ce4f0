"""Which characters are alike, by sound or by shape: what a slip may have put in the place of what.

Two tables, made by tools/build_likeness.py. `sounds.txt` holds a line for each reading: the reading without its tone, a
blank, and the characters that have it; a character stands in several lines if it has several readings. `shapes.bin`
holds pairs of characters whose pictures are alike, the smallest byte first: how many characters and pairs there are
(32 bits each); for each character where its pairs end (32 bits); the characters (16 bits); of each pair the character
of the greater code point, under that of the smaller (16 bits); the measure of each pair (8 bits).
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.lexicon.candidate_rows import CandidateRows

FEW = 60  # characters whose readings are looked for before all are read
# How near two sounds are.
SAME = 1  # 治 and 制: the same, whatever the tone
FUZZY = 2  # 治 and 自, 金 and 经: as many people say it, zh as z, ch as c, sh as s, and -ng as -n
FUZZIER = 4  # 南 and 蓝, 湖 and 福: n as l and h as f besides
SHAPE = 8  # in `CandidateRows`: the pictures are alike


class Likeness(NamedTuple):
    """How alike two characters are: `sound` is the nearest of SAME, FUZZY and FUZZIER, or 0; `shape` is the cosine of
    the two pictures as 0–255, 0 where it is below 0.45."""

    sound: int
    shape: int


def sounds(character: str) -> tuple[str, ...]:
    """The readings of a simplified character without tones, sorted; none where it is in no table."""
    return _sounds().of(character)


def readings() -> Mapping[str, tuple[str, ...]]:
    """The same for every character that has any."""
    return _readings()


def characters_by_reading() -> Iterator[tuple[str, str]]:
    """Each reading with the characters that have it, as the file has them."""
    for line in (rules_root() / "typo/tables/sounds.txt").read_text(encoding="utf-8").split("\n"):
        reading, _, characters = line.partition(" ")
        if reading and reading != "#":
            yield reading, characters


def sound_alike(first: str, second: str) -> bool:
    """Whether two characters have a reading in common, whatever the tone; those of no table sound like none."""
    return not set(sounds(first)).isdisjoint(sounds(second))


def likeness(first: str, second: str) -> Likeness:
    """How alike two simplified characters are; not at all where one of them is in no table."""
    return Likeness(_nearest(sounds(first), sounds(second)), _shapes().measure(first, second))


def candidates(character: str) -> Mapping[str, Likeness]:
    """The characters that are like this one, sorted, each with its likeness; without itself."""
    return candidate_rows().of(character)


@cache
def candidate_rows() -> CandidateRows:
    """All likenesses at once, for arrays of characters. Needs numpy; made in some 70 ms, at the first question."""
    from speechlint.lexicon.candidate_rows import make_rows

    shapes = _shapes()
    return make_rows(_readings(), shapes.characters, shapes.ends, shapes.codes, shapes.measures)


def fuzzy(sound: str) -> str:
    """The sound as FUZZY hears it: zheng as zen."""
    flat = sound[0] + sound[2:] if sound.startswith(("zh", "ch", "sh")) else sound
    return flat.removesuffix("g") if flat.endswith("ng") else flat


def fuzzier(sound: str) -> str:
    """The sound as FUZZIER hears it: nang as lan, hu as fu."""
    return _BLURRED.sub(lambda found: {"n": "l", "h": "f"}[found[0]], fuzzy(sound))


_BLURRED = re.compile("^(?:n(?=[a-z])|h(?=[aeou]))")


def _nearest(mine: tuple[str, ...], others: tuple[str, ...]) -> int:
    if not set(mine).isdisjoint(others):
        return SAME
    if not set(map(fuzzy, mine)).isdisjoint(map(fuzzy, others)):
        return FUZZY
    return 0 if set(map(fuzzier, mine)).isdisjoint(map(fuzzier, others)) else FUZZIER


class _Sounds:
    """The readings of characters; their file is looked through for the first ones, as it takes longer to read it."""

    def __init__(self) -> None:
        self._lines = (rules_root() / "typo/tables/sounds.txt").read_text(encoding="utf-8")
        self._asked = 0

    def of(self, character: str) -> tuple[str, ...]:
        if self._asked >= FEW:  # two threads may count past it
            return _readings().get(character, ())
        self._asked += 1
        found: list[str] = []
        at = -1 if character.isascii() else self._lines.find(character)
        while at >= 0:
            line = self._lines[self._lines.rfind("\n", 0, at) + 1 : at]
            if not line.startswith("#"):
                found.append(line.partition(" ")[0])
            at = self._lines.find(character, self._lines.find("\n", at) + 1 or len(self._lines))
        return tuple(found)


@cache
def _sounds() -> _Sounds:
    return _Sounds()


@cache
def _readings() -> Mapping[str, tuple[str, ...]]:
    """The readings of each character, read once a process, at the first question."""
    readings: dict[str, tuple[str, ...]] = {}
    for reading, characters in characters_by_reading():
        alone = (reading,)
        for character in characters:
            readings[character] = readings[character] + alone if character in readings else alone
    return readings


class _Shapes(NamedTuple):
    """The table of like shapes as it stands in the file."""

    characters: memoryview
    ends: memoryview
    codes: memoryview
    measures: memoryview

    def measure(self, first: str, second: str) -> int:
        """The cosine of the pictures as 0–255; 0 where it is small or a character is in no table."""
        smaller, greater = sorted((ord(first), ord(second)))
        row = bisect_left(self.characters, smaller)
        if row == len(self.characters) or self.characters[row] != smaller:
            return 0
        start, end = self.ends[row - 1] if row else 0, self.ends[row]
        place = bisect_left(self.codes, greater, start, end)
        return int(self.measures[place]) if place < end and self.codes[place] == greater else 0


@cache
def _shapes() -> _Shapes:
    data = memoryview((rules_root() / "typo/tables/shapes.bin").read_bytes())
    parts = []
    start = 0
    characters, pairs = _numbers(data[:8], "I")
    for code, length in (("I", characters), ("H", characters), ("H", pairs), ("B", pairs)):
        size = array(code).itemsize * length
        parts.append(_numbers(data[8 + start : 8 + start + size], code))
        start += size
    ends, found, codes, measures = parts
    return _Shapes(found, ends, codes, measures)


def _numbers(data: memoryview, code: str) -> memoryview:
    """Whole numbers that a file holds with the smallest byte first."""
    if sys.byteorder == "little":
        return data.cast(code)  # type: ignore[call-overload, no-any-return]
    numbers = array(code, data)
    numbers.byteswap()
    return memoryview(numbers)
