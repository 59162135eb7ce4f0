"""Idioms, and the words that lie beside one and are right.

`idioms-known.txt` has a line for each size, the number of binary digits of a count: the size, then its idioms.
`set-phrases.txt` has our own set phrases, one a line; `idioms-right.txt` words that lie beside an idiom and are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from speechlint.lexicon.rule_folder import rules_root

LENGTH = 4
SET_PHRASE = 8  # the size of a set phrase


class NearIdiom(NamedTuple):
    """`symbols[start : start + 4]` are those of `idiom` but for the one at `start + at`."""

    start: int
    idiom: str
    at: int


def idiom_size(word: str) -> int:
    """How common an idiom is; 0 for what is none."""
    return _sizes().get(word, 0)


def is_right(word: str) -> bool:
    """Whether a string of four simplified characters is one of the words that lie beside an idiom and are right."""
    return word in _right()


def is_set_phrase(word: str) -> bool:
    """Whether an idiom is one of our own set phrases, as official prose has them."""
    return word in _set_phrases()


def every_idiom() -> tuple[str, ...]:
    return tuple(_sizes())


def near_in_text(text: str) -> Iterator[NearIdiom]:
    """The same as `near_idioms` of a short text in simplified characters, in any order: for this no table of all
    idioms is built. Idioms themselves are among them where they are one character from another."""
    pairs = {text[start : start + 2] for start in range(len(text) - 1)}
    for idiom in _sizes():
        for half in (0, 2):
            if idiom[half : half + 2] in pairs:
                yield from _near(text, idiom, half)


def _near(text: str, idiom: str, half: int) -> Iterator[NearIdiom]:
    pair = idiom[half : half + 2]
    place = text.find(pair, half)
    while place >= 0:
        start = place - half
        wrong = [at for at in range(LENGTH) if text[start + at : start + at + 1] != idiom[at]]
        if len(wrong) == 1 and "\u4e00" <= text[start + wrong[0] : start + wrong[0] + 1] <= "\u9fff":
            yield NearIdiom(start, idiom, wrong[0])
        place = text.find(pair, place + 1)


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
