"""The sets of words that our own rules and views look for, as `rules/index` lists them.

So all of them are looked for without importing who asks. `tools/build_rule_index.py` writes the index.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, takewhile
from operator import attrgetter
from pathlib import Path

import msgspec

from speechlint.lexicon.literals import Literals
from speechlint.lexicon.rule_folder import rules_root

SETS, USUAL, TRADITIONAL = "sets.json", "words.json", "traditional.json"
SHORT = 100  # code points that are asked one by one
PIECE = 20_000  # code points that are read at a time, as most texts with such words have one soon
MOST_ALIKE = 9  # one digit
_ESCAPED = re.compile(rb"\\u[0-9a-f]{4}|\\U[0-9a-f]{8}")

Words = list[tuple[tuple[int, ...], list[str]]]  # words, with the numbers of the sets that have them


class SetRow(msgspec.Struct, frozen=True):
    """A set in the index: the module and the name that it has there ("" for one without), and those besides it."""

    at: str
    besides: tuple[int, ...] = ()


class SetRows(msgspec.Struct, frozen=True):
    """`signs` are characters that simplified text does not have; each word of `TRADITIONAL` holds one of them."""

    signs: str
    sets: list[SetRow]


class Listed(Literals):
    """A set of the index. It stands for the one in the module, which need not be imported."""

    def __init__(self, number: int, at: str) -> None:
        super().__init__(lambda: words_of(number), both_scripts=False)
        self.number = number
        self.at = at


@cache
def listed_sets() -> tuple[Listed, ...]:
    """All sets of the index, by their numbers."""
    rows = _index().sets
    found = tuple(Listed(number, row.at) for number, row in enumerate(rows))
    for literals, row in zip(found, rows, strict=True):
        literals.besides = tuple(found[number] for number in row.besides)
    return found


def listed_as(literals: Literals) -> Listed | None:
    """The set of the index that stands for this one, which some module made; None for a set that is not listed."""
    for module, name, listed in _homes():
        if module in sys.modules and _is_at(sys.modules[module], name, literals):
            return listed
    return None


@cache
def listed_words(file: str) -> Words:
    """The words of all sets: `USUAL`, and those that hold one of the signs, `TRADITIONAL`. No word is in both."""
    words = msgspec.json.decode((index_root() / file).read_bytes(), type=Words)
    return [(owners, whole(own)) for owners, own in words] if file == TRADITIONAL else words


def shortened(words: Iterable[str]) -> list[str]:
    """Sorted words, each as how many characters it begins with like the one before it, and the others: 0市場 1場監管.

    A word has dozens of spellings where each character may be of either script, and this halves their file.
    """
    found: list[str] = []
    before = ""
    for word in words:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(before, word, strict=False))
        same = min(MOST_ALIKE, len(list(alike)))
        found.append(f"{same}{word[same:]}")
        before = word
    return found


def whole(lines: Iterable[str]) -> list[str]:
    """The words again."""
    words = accumulate(lines, lambda before, line: before[: ord(line[0]) - 48] + line[1:], initial="")
    next(words)
    return list(words)


def words_of(number: int) -> list[str]:
    """All words of one set."""
    return [
        word for file in (USUAL, TRADITIONAL) for owners, own in listed_words(file) if number in owners for word in own
    ]


def has_signs(text: str) -> bool:
    """Whether words in traditional characters may stand in the text; seldom true where none do."""
    signs = _signs()
    if len(text) <= SHORT or not signs.isdisjoint(text[:SHORT]):
        return not signs.isdisjoint(text)
    # Ten times as fast: all other characters of simplified text are in GB 2312.
    pieces = (text[start : start + PIECE] for start in range(0, len(text), PIECE))
    escaped = (_ESCAPED.findall(piece.encode("gb2312", "backslashreplace")) for piece in pieces)
    return not all(map(_escaped_signs().isdisjoint, escaped))


def index_root() -> Path:
    """The folder of the index."""
    return rules_root() / "index"


@cache
def _index() -> SetRows:
    # Not by its type: to work out what that asks for takes longer than to read it.
    index = msgspec.json.decode((index_root() / SETS).read_bytes())
    return SetRows(index["signs"], [SetRow(row["at"], tuple(row.get("besides", ()))) for row in index["sets"]])


@cache
def _signs() -> frozenset[str]:
    return frozenset(_index().signs)


@cache
def _escaped_signs() -> frozenset[bytes]:
    return frozenset(sign.encode("ascii", "backslashreplace") for sign in _signs())


@cache
def _homes() -> Sequence[tuple[str, str, Listed]]:
    return [(*listed.at.split(":"), listed) for listed in listed_sets() if listed.at]  # type: ignore[misc]


def _is_at(module: object, name: str, literals: Literals) -> bool:
    try:
        return attrgetter(name)(module) is literals
    except AttributeError:  # still being imported
        return False
