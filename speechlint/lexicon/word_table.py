"""The words that decide between traditional characters, by their simplified form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path

from speechlint.lexicon.merged import families, merging
from speechlint.lexicon.one_to_many import is_tolerated, variants
from speechlint.lexicon.scripts import first_forms
from speechlint.text.named_tuple import NamedTuple

Beside = tuple[set[str], set[str], set[str]]  # befores, afters, pieces


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
        self._doubts: dict[str, Doubt] = {}
        self._besides: dict[str, Beside] = {}
        forms, words = self._forms, list(words)
        keys = "\n".join(words).translate(merging()).split("\n")
        for key, word in zip(keys, words, strict=bool(words)):
            known = forms.setdefault(key, word)
            if known is not word and known != word:
                forms[key] = (*((known,) if isinstance(known, str) else known), word)

    def forms(self, folded: str) -> tuple[str, ...]:
        """The traditional forms of a simplified word; () for an unknown one."""
        found = self._forms.get(folded, ())
        return (found,) if isinstance(found, str) else found

    @cached_property
    def rivals(self) -> Mapping[str, tuple[str, ...]]:
        """For each traditional character that has rivals: these, one form of each."""
        found: dict[str, tuple[str, ...]] = {}
        for family in families().values():
            for character in family:
                others = tuple(other for other in family if not is_tolerated(character, other))
                if others:
                    found[character] = others
        return found | {form: found[leader] for form, leader in variants().items() if leader in found}

    def doubt(self, character: str) -> Doubt:
        """What stands beside the rivals of a character in their words. KeyError where it has none."""
        found = self._doubts.get(character)
        if found is None:
            besides = [self._beside(rival) for rival in self.rivals[character]]
            found = self._doubts[character] = Doubt(
                *(frozenset().union(*parts) for parts in zip(*besides, strict=True))
            )
        return found

    def _beside(self, member: str) -> Beside:
        """What stands before and behind a character in its words, and the pieces of these."""
        known = self._besides.get(member)
        if known is not None:
            return known
        befores, afters, pieces = set[str](), set[str](), set[str]()
        merged = families()
        for form in (member, *(form for form, leader in variants().items() if leader == member)):
            for word, folded in self._holders.get(form, ()):
                at, last = word.find(form), max(0, len(folded) - 3)
                while at >= 0:
                    if folded[at] in merged:
                        start = min(at - 1, last) if at else 0
                        pieces.add(folded[start : start + 3])
                        if at:
                            befores.add(folded[at - 1])
                        if at + 1 < len(folded):
                            afters.add(folded[at + 1])
                    at = word.find(form, at + 1)
        self._besides[member] = befores, afters, pieces
        return befores, afters, pieces

    @cached_property
    def _holders(self) -> Mapping[str, list[tuple[str, str]]]:
        """For each form of a character that is the rival of another, the words that hold it, with their keys."""
        members = {member for family in families().values() for member in family}
        written = members.union(form for form, leader in variants().items() if leader in members)
        found: dict[str, list[tuple[str, str]]] = {character: [] for character in written}
        held = written.intersection
        for folded, form in self._forms.items():
            word = form if isinstance(form, str) else form[0]
            for character in held(word):
                found[character].append((word, folded))
        return found


@cache
def word_table() -> WordTable:
    """The table of all words we know: those of the package's phrases, of our own list, and of Taiwan's usage."""
    return WordTable([*phrase_words(), *own_words(), *usage_words()])


def phrase_words() -> list[str]:
    """The traditional words of the package's table of phrases that are as long as their simplified forms."""
    return [form for key, form in first_forms("STPhrases") if len(form) == len(key)]


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
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [word for line in text.split("\n") if not line.startswith("#") for word in line.split()]
