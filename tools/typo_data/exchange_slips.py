"""Slips of whole words and of particles, put into clean text."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from pypinyin import lazy_pinyin

from speechlint.lexicon.likeness import sounds
from speechlint.lexicon.ngram_table import Levels
from speechlint.lexicon.symbols import FIRST_HAN, LAST_HAN, Symbols

KNOWN_WORDS = 0.75  # of the homophones so many are words themselves; the others are made of single characters
LEAST_COMMON = 4  # the level of a character that is taken by chance
SMALLEST = 3  # the size of a word that is mistaken
APART = 20  # symbols between two slips
_NO_ADVERB = frozenset("土当各基场产大本外内两境在")  # with 地 they make a noun
_NO_PARTICLE = frozenset("方区位震点块球域理质")  # the same, behind 地
_NO_COMPLEMENT = frozenset("所不值")  # with 得 they make a verb
_DE = frozenset(map(ord, "的地得"))


class Slipped(NamedTuple):
    """Text with slips, and what stood in each place, by the index of its first symbol."""

    symbols: Symbols
    right: dict[int, tuple[int, ...]]


class WordSlips:
    """Puts words of the same sound in the place of words of two characters."""

    def __init__(self, words: dict[str, int], commonness: Levels, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = {word: size for word, size in words.items() if len(word) == 2}
        self._classes: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for word in sorted(self._words):
            self._classes[sounds_of(word)].append(word)
        self._characters: dict[str, list[int]] = defaultdict(list)
        for code in range(FIRST_HAN, LAST_HAN + 1):
            if commonness[code] >= LEAST_COMMON:
                for sound in sounds(chr(code)):
                    self._characters[sound].append(code)
        self._commonness = commonness

    def put_into(self, symbols: Symbols, every: int) -> Slipped:
        """A slip at about every so many symbols."""
        found, free = symbols.copy(), APART
        right: dict[int, tuple[int, ...]] = {}
        for at in _han_places(symbols, 0, 2):
            other = self._other(symbols, at) if at >= free else None
            if other is not None:
                right[at] = (int(symbols[at]), int(symbols[at + 1]))
                found[at], found[at + 1] = other
                free = at + self._random.randrange(APART, 2 * every)
        return Slipped(found, right)

    def _other(self, symbols: Symbols, at: int) -> tuple[int, int] | None:
        word = chr(symbols[at]) + chr(symbols[at + 1])
        if self._words.get(word, -1) < SMALLEST and self._random.random() < 0.85:
            return None
        heard = sounds_of(word)
        if self._random.random() < KNOWN_WORDS:
            others = [one for one in self._classes[heard] if one[0] != word[0] and one[1] != word[1]]
            if not others:
                return None
            other = self._random.choices(others, [1.3 ** max(0, self._words[one]) for one in others])[0]
            return ord(other[0]), ord(other[1])
        picked = [self._character(sound, ord(here)) for sound, here in zip(heard, word, strict=False)]
        return (picked[0], picked[1]) if len(picked) == 2 and all(picked) else None

    def _character(self, sound: str, but: int) -> int:
        codes = [code for code in self._characters[sound] if code != but]
        weights = [1.8 ** (float(self._commonness[code]) / 2) for code in codes]
        return self._random.choices(codes, weights)[0] if codes else 0


class ParticleSlips:
    """Puts 的, 地 and 得 in each other's place; mostly 的, as writers do."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def put_into(self, symbols: Symbols, every: int) -> Slipped:
        """A slip at about every so many symbols, less where there are few particles."""
        found, free = symbols.copy(), APART
        right: dict[int, tuple[int, ...]] = {}
        for at in _han_places(symbols, 1, 2):
            if at >= free and int(symbols[at]) in _DE:
                other = self._other(*(chr(symbols[at + step]) for step in (-1, 0, 1)))
                if other:
                    right[at] = (int(symbols[at]),)
                    found[at] = ord(other)
                    free = at + self._random.randrange(APART // 2, 2 * every)
        return Slipped(found, right)

    def _other(self, before: str, here: str, behind: str) -> str:
        if here == "的":
            return self._random.choice("地得") if self._random.random() < 0.06 else ""
        if here == "地":
            return "" if before in _NO_ADVERB or behind in _NO_PARTICLE else self._random.choice("的的的得")
        return "" if before in _NO_COMPLEMENT else self._random.choice("的地")


def sounds_of(word: str) -> tuple[str, ...]:
    """The sounds of a word, without tones."""
    return tuple(lazy_pinyin(word, v_to_u=False))


def _han_places(symbols: Symbols, before: int, behind: int) -> Iterator[int]:
    """Where so many Han characters stand before a place, and so many from there on."""
    han = (symbols >= FIRST_HAN) & (symbols <= LAST_HAN)
    inside = np.zeros(len(symbols), bool)
    inside[before : len(symbols) - behind] = True
    for step in range(-before, behind):
        inside &= np.roll(han, -step)
    yield from np.flatnonzero(inside).tolist()
