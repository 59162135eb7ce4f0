"""Words of official Chinese prose: whether a string of characters is one, and how common it is."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

UNKNOWN = -1
LONGEST = 6


def knows(word: str) -> bool:
    """Whether `word`, two to six simplified characters, is in the list."""
    return word in _sizes()


def size(word: str) -> int:
    """How common `word` is: the number of binary digits of its count in 26 million characters of official prose.

    0 for a word that a dictionary lists and the prose does not use, -1 for what is in no list.
    """
    return _sizes().get(word, UNKNOWN)


@cache
def _sizes() -> dict[str, int]:
    """The whole list; the file is read once a process, at the first question."""
    sizes: dict[str, int] = {}
    for line in files("speechlint.lexicon").joinpath("vocabulary.txt").read_text(encoding="utf-8").split("\n"):
        number, _, words = line.partition(" ")
        if number and number != "#":
            sizes |= dict.fromkeys(words.split(" "), int(number))
    return sizes
