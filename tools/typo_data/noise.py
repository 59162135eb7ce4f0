"""Slips as people make them, put into clean text: homophone words, characters of the same sound, of like shape."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from pypinyin import lazy_pinyin

from speechlint.lexicon import likeness as alike
from speechlint.lexicon.candidate_rows import FIRST, CandidateRows
from speechlint.lexicon.ngram_table import BASE, Levels
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols

# Shares of the kinds of slips; the rest are of fuzzy sounds.
WORDS, SOUNDS, SHAPES = 0.35, 0.40, 0.15
# Of the characters of one sound the common ones are typed more often, but now and then any; of those of like shape the
# likest, and a rare one is misread as easily as a common one.
ANY_CHARACTER = 0.25
SHARPNESS = 0.05  # for each of the 255 steps of likeness
ONE_CHARACTER = 0.85  # of the homophone words so many differ in one character
SMALLEST = 3  # binary digits of the count of a word that is taken for another
_TRIES = 6

Homophones = dict[str, list[tuple[str, float]]]


class Slips:
    """Makes slips by a random generator of its own, so that the same text gets the same ones."""

    def __init__(self, homophones: Homophones, rows: CandidateRows, commonness: Levels, seed: int) -> None:
        self._random = random.Random(seed)
        self._rows = rows
        self._weights = (BASE ** (commonness.astype(float) / 2)).tolist()
        self._homophones = homophones
        self._pools: dict[tuple[int, int, bool], tuple[Sequence[int], Sequence[float]]] = {}

    def put_into(self, symbols: Symbols, share: float) -> Symbols:
        """A copy with slips at about `share` of the symbols, never two side by side but in one word."""
        found = symbols.copy()
        last = -9
        for at in self._places(len(symbols), share):
            if at - last < 4 or not FIRST_HAN <= symbols[at] <= LAST_HAN:
                continue
            last = self._slip(found, at)
        return found

    def _places(self, length: int, share: float) -> Iterator[int]:
        at = 2
        while True:
            at += 1 + int(self._random.expovariate(share))
            if at >= length - 3:
                return
            yield at

    def _slip(self, symbols: Symbols, at: int) -> int:
        """Puts one slip at or near the place; gives where it ends."""
        draw = self._random.random()
        if draw < WORDS:
            end = self._word(symbols, at)
            if end:
                return end
        for _ in range(_TRIES):
            kind = (
                alike.SAME
                if draw < WORDS + SOUNDS
                else alike.SHAPE
                if draw < WORDS + SOUNDS + SHAPES
                else alike.FUZZY | alike.FUZZIER
            )
            flat = kind != alike.SHAPE and self._random.random() < ANY_CHARACTER
            codes, weights = self._pool(int(symbols[at]), kind, flat)
            if codes:
                symbols[at] = self._random.choices(codes, cum_weights=weights)[0]
                return at
            draw = self._random.random()
        return at

    def _word(self, symbols: Symbols, at: int) -> int:
        """Puts a homophone in the place of a word over the place; gives its end, 0 where there is none."""
        choices = []
        for length in (2, 3):
            for start in range(at - length + 1, at + 1):
                word = "".join(map(chr, symbols[start : start + length]))
                if word in self._homophones:
                    choices.append((start, word))
        if not choices:
            return 0
        start, word = self._random.choice(choices)
        others = self._homophones[word]
        near = [other for other in others if sum(a != b for a, b in zip(word, other[0], strict=True)) == 1]
        if near and self._random.random() < ONE_CHARACTER:
            others = near
        other = self._random.choices([name for name, _ in others], [weight for _, weight in others])[0]
        symbols[start : start + len(word)] = [ord(character) for character in other]
        return start + len(word)

    def _pool(self, code: int, kind: int, flat: bool) -> tuple[Sequence[int], Sequence[float]]:
        """The characters of a kind of likeness with their running weights."""
        key = (code, kind, flat)
        if key not in self._pools:
            rows = self._rows
            part = slice(int(rows.offsets[code - FIRST]), int(rows.offsets[code - FIRST + 1]))
            found = [
                (other, 1.0 if flat else math.exp(SHARPNESS * shape) if kind == alike.SHAPE else self._weights[other])
                for other, kinds, shape in zip(
                    rows.codes[part].tolist(), rows.kinds[part].tolist(), rows.shapes[part].tolist(), strict=True
                )
                if kinds & kind
            ]
            self._pools[key] = [other for other, _ in found], list(accumulate(weight for _, weight in found))
        return self._pools[key]


def homophones_of(words: dict[str, int]) -> Homophones:
    """For each word of two or three characters, given with its size, the others that sound the same, and how likely
    each is."""
    classes: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for word in sorted(words):
        if 2 <= len(word) <= 3 and words[word] >= SMALLEST:
            classes[tuple(lazy_pinyin(word))].append(word)
    return {
        word: [(other, 2.0 ** (words[other] / 2)) for other in members if other != word]
        for members in classes.values()
        if len(members) > 1
        for word in members
    }
