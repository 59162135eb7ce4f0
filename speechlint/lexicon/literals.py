"""Named sets of words that a rule or a view of the document wants to be told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, product

from speechlint.lexicon.automaton import Matcher, matcher
from speechlint.lexicon.scripts import traditional_forms

Places = list[tuple[int, int]]  # start, end in code points, in order of their ends


MOST_SPELLINGS = 64


class Literals:
    """Words whose places somebody needs. Two sets are the same only if they are one object.

    With `both_scripts` a word written in simplified characters is found in its traditional spellings too.
    """

    def __init__(self, words: Iterable[str], *, both_scripts: bool = True) -> None:
        self._given = tuple(dict.fromkeys(words))
        self._both_scripts = both_scripts

    @cached_property
    def words(self) -> tuple[str, ...]:
        if not self._both_scripts:
            return self._given
        return tuple(dict.fromkeys(form for word in self._given for form in spellings(word)))

    @cached_property
    def _alone(self) -> Scan:
        return Scan([self])

    def places(self, text: str) -> Places:
        """Where the words stand in `text`, by a pass for this set alone."""
        return self._alone.places(text).get(self, [])


class Scan:
    """One pass for many sets of words."""

    def __init__(self, sets: Sequence[Literals]) -> None:
        self.sets = tuple(dict.fromkeys(sets))
        owners: dict[str, list[Literals]] = {}
        for literals in self.sets:
            for word in literals.words:
                owners.setdefault(word, []).append(literals)
        self._owners = [tuple(found) for found in owners.values()]
        self._matcher: Matcher = matcher(list(owners))

    def places(self, text: str) -> Mapping[Literals, Places]:
        """For each set with a hit, where its words stand."""
        found: dict[Literals, Places] = {}
        owners = self._owners
        if not owners:
            return found
        for start, end, index in self._matcher.scan(text):
            for literals in owners[index]:
                if literals in found:
                    found[literals].append((start, end))
                else:
                    found[literals] = [(start, end)]
        return found


def spellings(word: str) -> list[str]:
    """`word` and its traditional spellings, 64 at most: the ones that are traditional throughout before mixed ones."""
    forms = [(character, traditional_forms(character)) for character in word]
    throughout = product(*(others or (character,) for character, others in forms))
    mixed = product(*((character, *others) for character, others in forms))
    found: dict[str, None] = {word: None}
    for spelling in chain(throughout, mixed):
        found["".join(spelling)] = None
        if len(found) == MOST_SPELLINGS:
            break
    return list(found)
