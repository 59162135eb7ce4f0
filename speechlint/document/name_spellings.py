"""Names of people that are written with two forms of one character: 张建国 and 张建囯."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.lexicon.name_glyphs import name_forms, usual_forms
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

FULL = 3  # code points of a name that is told without a title
BESIDE = 12  # code points within which two names of one list stand
_JOINTS = frozenset("、和与與及同跟")


def find_other_spellings(document: Document) -> Iterator[tuple[str, Span]]:
    """The full names of people, each with the place where it stands once with another form of one character."""
    pairs: dict[tuple[str, str], int] = {}  # the two spellings, and where in them the character stands
    for name in dict.fromkeys(person.span.of(document.text) for person in document.people):
        for at in range(1, len(name) if len(name) >= FULL else 0):
            for form in name_forms().get(name[at], ""):
                other = name[:at] + form + name[at + 1 :]
                if form in document.characters and (other, name) not in pairs:
                    pairs[name, other] = at
    places = _places(document.text, {spelling: at for pair, at in pairs.items() for spelling in pair})
    for pair, at in pairs.items():
        if all(spelling in places for spelling in pair):
            # The rarer one; where both stand once, the one in a form that is not written today, else the later one.
            odd, usual = min(pair, pair[::-1], key=lambda two: _likelihood(two[0], at, places[two[0]]))
            place = places[odd][0]
            if len(places[odd]) == 1 and not _is_listed(document.text, place, odd, usual):
                yield usual, Span(place, place + len(odd))


def _likelihood(spelling: str, at: int, places: list[int]) -> tuple[int, bool, int]:
    """The less, the likelier is the spelling the wrong one of two; they differ in one character."""
    return len(places), spelling[at] in usual_forms(), -places[0]


def _places(text: str, spellings: dict[str, int]) -> dict[str, list[int]]:
    """Where each of the spellings stands; the number with each says which of its characters is looked for."""
    shapes: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for spelling, at in spellings.items():
        shapes[spelling[at]].add((at, len(spelling)))
    found: dict[str, list[int]] = defaultdict(list)
    for character, kinds in shapes.items():
        place = text.find(character)
        while place >= 0:
            for at, length in kinds:
                words = text[max(0, place - at) : place - at + length]
                if spellings.get(words) == at:
                    found[words].append(place - at)
            place = text.find(character, place + 1)
    return found


def _is_listed(text: str, at: int, odd: str, usual: str) -> bool:
    """Whether both stand in one list: 周海峰主任、周海峯主任."""
    before, behind = text[max(0, at - BESIDE) : at], text[at + len(odd) : at + len(odd) + BESIDE]
    between = (
        before.rpartition(usual)[2] if usual in before else None,
        behind.partition(usual)[0] if usual in behind else None,
    )
    return any(words is not None and not _JOINTS.isdisjoint(words) for words in between)
