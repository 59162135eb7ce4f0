"""Idioms, and the words that lie beside one and are right.

`idioms-known.txt` has a line for each size, the number of binary digits of a count: the size, then its idioms.
`set-phrases.txt` has our own set phrases, one a line; `idioms-right.txt` words that lie beside an idiom and are right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, cached_property
from itertools import compress, islice
from operator import add

from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple

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
    """The same as `near_idioms` of a short text in simplified characters, in order of their right halves: for this
    numpy is not needed. Idioms themselves are among them where they are one character from another."""
    pairs = list(map(add, text, islice(text, 1, None)))
    idioms = _halves().of(pairs)
    padded = f"  {text}  "  # with two characters on either side of each pair
    for place in compress(range(len(pairs)), map(idioms.__contains__, pairs)):
        before, pair, after = padded[place : place + 2], text[place : place + 2], padded[place + 4 : place + 6]
        found = idioms[pair]
        # One of the other two characters must be right as well.
        if after[0] in found or after[1] in found or before[0] in found or before[1] in found:
            yield from _near(place, before, pair, after, found)


def _near(place: int, before: str, pair: str, after: str, idioms: str) -> Iterator[NearIdiom]:
    """Those of the idioms, one behind the other, from which one Han character parts what stands round the pair."""
    for start in range(0, len(idioms), LENGTH):
        idiom = idioms[start : start + LENGTH]
        former, latter = idiom[:2], idiom[2:]
        if former == pair and (wrong := _wrong(after, latter)) is not None:
            yield NearIdiom(place, idiom, 2 + wrong)
        if latter == pair and (wrong := _wrong(before, former)) is not None:
            yield NearIdiom(place - 2, idiom, wrong)


def _wrong(written: str, half: str) -> int | None:
    """Which of two characters is wrong, if one is, and Han."""
    if (written[0] == half[0]) == (written[1] == half[1]):
        return None
    wrong = int(written[0] == half[0])
    return wrong if "\u4e00" <= written[wrong] <= "\u9fff" else None


class _Halves:
    """For each half of an idiom the idioms that have it, one behind the other. To put all in order takes longer than to
    look through them for one text, so that is done for the second.
    """

    def __init__(self) -> None:
        self._asked = False

    def of(self, pairs: Iterable[str]) -> Mapping[str, str]:
        """Those of the pairs of a text, at least."""
        if self._asked:
            return self._all
        self._asked = True
        return _by_halves(frozenset(pairs))

    @cached_property
    def _all(self) -> Mapping[str, str]:
        return _by_halves(frozenset(half for idiom in _sizes() for half in (idiom[:2], idiom[2:])))


@cache
def _halves() -> _Halves:
    return _Halves()


def _by_halves(wanted: Container[str]) -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for idiom in _sizes():
        former, latter = idiom[:2], idiom[2:]
        if former in wanted:
            found[former] += idiom
        if latter in wanted:
            found[latter] += idiom
    return dict(found)


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
