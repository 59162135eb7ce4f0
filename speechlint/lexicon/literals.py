"""Named sets of words that a rule or a view of the document wants to be told of."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, product

import msgspec

from speechlint.lexicon.automaton import Matcher, dumped, matcher, restored
from speechlint.lexicon.scripts import traditional_forms

Places = list[tuple[int, int]]  # start, end in code points, in order of their ends


MOST_SPELLINGS = 16


class Literals:
    """Words whose places somebody needs. Two sets are the same only if they are one object.

    With `both_scripts` a word written in simplified characters is found in its traditional spellings too.
    """

    def __init__(self, words: Iterable[str] | Callable[[], Iterable[str]], *, both_scripts: bool = True) -> None:
        self._source = words
        self._both_scripts = both_scripts

    @cached_property
    def _given(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._source() if callable(self._source) else self._source))

    @property
    def identity(self) -> tuple[bytes, ...]:
        """What the words follow from: the same for equal sets, whenever and wherever they were made."""
        return (b"both" if self._both_scripts else b"one", "\0".join(self._given).encode("utf-8", "surrogatepass"))

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

    def __init__(
        self, sets: Sequence[Literals], owners: list[list[int]] | None = None, by: Matcher | None = None
    ) -> None:
        self.sets = tuple(dict.fromkeys(sets))
        if owners is None or by is None:
            words: dict[str, list[int]] = {}
            for number, literals in enumerate(self.sets):
                for word in literals.words:
                    words.setdefault(word, []).append(number)
            owners, by = list(words.values()), matcher(list(words))
        self._numbers = owners
        self._matcher: Matcher = by

    @classmethod
    def restore(cls, sets: Sequence[Literals], data: bytes | memoryview) -> Scan:
        """The scan that `dump` gave these bytes for. ValueError where they are of another edition."""
        try:
            first, shared, automaton = msgspec.msgpack.decode(data, type=tuple[bytes, dict[int, list[int]], memoryview])
        except msgspec.MsgspecError as error:
            raise ValueError("not a stored scan") from error
        numbers = [[number] for number in array("H", first)]
        for word, several in shared.items():
            numbers[word] = several
        return cls(sets, numbers, restored(bytes(automaton)))

    def dump(self) -> bytes | None:
        """The scan as bytes; None where its matcher is of a kind that is quickly made."""
        automaton = dumped(self._matcher)
        if automaton is None:
            return None
        first = array("H", (numbers[0] for numbers in self._numbers)).tobytes()
        shared = {word: numbers for word, numbers in enumerate(self._numbers) if len(numbers) > 1}
        return msgspec.msgpack.encode((first, shared, automaton))

    @cached_property
    def _owners(self) -> list[tuple[Literals, ...]]:
        alone = [(literals,) for literals in self.sets]
        return [
            alone[numbers[0]] if len(numbers) == 1 else tuple(self.sets[number] for number in numbers)
            for numbers in self._numbers
        ]

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
