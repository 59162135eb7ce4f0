"""The words that decide between traditional characters, by their simplified form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from speechlint.lexicon.merged import families, merging
from speechlint.lexicon.one_to_many import is_tolerated, variants
from speechlint.lexicon.scripts import characters


class Doubt(NamedTuple):
    """What stands beside the rivals of a character in the words that have them, in simplified characters.

    `pieces` are those words, or of longer ones the three characters about the rival.
    """

    befores: frozenset[str]
    afters: frozenset[str]
    pieces: frozenset[str]

    def arises(self, folded: str, offset: int) -> bool:
        """Whether some word with a rival may stand at the place, where a neighbour is one of these."""
        pieces = self.pieces
        return (
            folded[offset - 1 : offset + 1] in pieces
            or folded[offset : offset + 2] in pieces
            or folded[offset - 1 : offset + 2] in pieces
            or folded[offset : offset + 3] in pieces
            or folded[offset - 2 : offset + 1] in pieces
        )


class WordTable:
    """Traditional words by their simplified form.

    `words` are traditional; where two have the same simplified form both are right, the first one rather.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._forms: dict[str, str | tuple[str, ...]] = {}
        forms, simple = self._forms, merging()
        for word in words:
            key = word.translate(simple)
            known = forms.setdefault(key, word)
            if known is not word and known != word:
                forms[key] = (*((known,) if isinstance(known, str) else known), word)

    def forms(self, folded: str) -> tuple[str, ...]:
        """The traditional forms of a simplified word; () for an unknown one."""
        found = self._forms.get(folded, ())
        return (found,) if isinstance(found, str) else found

    @cached_property
    def doubts(self) -> Mapping[str, Doubt]:
        """For each traditional character with rivals: what stands beside them in their words."""
        befores, afters, pieces = (defaultdict[str, set[str]](set) for _ in range(3))
        merged, leaders = families(), variants()
        for folded, form in self._forms.items():
            last = max(0, len(folded) - 3)
            word = form if isinstance(form, str) else form[0]
            for at, character in enumerate(folded):
                if character in merged:
                    member = leaders.get(word[at], word[at])
                    start = min(at - 1, last) if at else 0
                    pieces[member].add(folded[start : start + 3])
                    if at:
                        befores[member].add(folded[at - 1])
                    if at + 1 < len(folded):
                        afters[member].add(folded[at + 1])
        found = {}
        for family in merged.values():
            for character in family:
                others = [other for other in family if not is_tolerated(character, other)]
                if others:
                    found[character] = Doubt(
                        *(frozenset().union(*(of[other] for other in others)) for of in (befores, afters, pieces))
                    )
        return found | {form: found[leader] for form, leader in leaders.items() if leader in found}


@cache
def word_table() -> WordTable:
    """The table of all words we know: those of the package's phrases, of our own list, and of Taiwan's usage."""
    return WordTable([*phrase_words(), *own_words(), *usage_words()])


def phrase_words() -> list[str]:
    """The traditional words of the package's table of phrases that are as long as their simplified forms."""
    return [forms[0] for key, forms in characters("STPhrases").items() if len(forms[0]) == len(key)]


def own_words() -> list[str]:
    """The words of our own list."""
    return _listed("traditional_words.txt")


def usage_words() -> list[str]:
    """Words of Taiwan's usage."""
    return _listed("traditional_usage.txt")


@cache
def example_words(character: str, count: int) -> tuple[str, ...]:
    """A few words of our own list in which this traditional character, and no other member, is right."""
    table = word_table()
    words = [word for word in own_words() if len(word) == 2 and character in word]
    return tuple(word for word in words if len(table.forms(word.translate(merging()))) == 1)[:count]


def _listed(name: str) -> list[str]:
    text = files("speechlint.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [word for line in text.split("\n") if not line.startswith("#") for word in line.split()]
