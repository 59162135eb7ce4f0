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
# Code points in one call of the matcher: it takes eight bytes of new memory for each byte of a text, and the system
# clears what is more than 32 MB anew at every call.
PIECE = 1_000_000


class Literals:
    """Words whose places somebody needs. Two sets are the same only if they are one object.

    With `both_scripts` a word written in simplified characters is found in its traditional spellings too.
    `besides` are the sets that whoever asks for this one goes on to ask for: they are looked for in the same pass.
    """

    def __init__(
        self,
        words: Iterable[str] | Callable[[], Iterable[str]],
        *,
        both_scripts: bool = True,
        besides: Sequence[Literals] = (),
    ) -> None:
        self._source = words
        self._both_scripts = both_scripts
        self.besides = tuple(besides)

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


def with_besides(sets: Iterable[Literals]) -> tuple[Literals, ...]:
    """The sets, then those besides them, and those besides these; each once."""
    found = dict.fromkeys(sets)
    waiting = list(found)
    for literals in waiting:
        new = [other for other in literals.besides if other not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return tuple(found)


class Scan:
    """One pass for many sets of words."""

    def __init__(
        self,
        sets: Sequence[Literals],
        owners: list[tuple[Literals, ...]] | None = None,
        by: Matcher | None = None,
        longest: int = 0,
    ) -> None:
        self.sets = tuple(dict.fromkeys(sets))
        if owners is None or by is None:
            words: dict[str, tuple[Literals, ...]] = {}
            for literals in self.sets:
                for word in literals.words:
                    words[word] = (*words.get(word, ()), literals)
            owners, by = list(words.values()), matcher(list(words))
            longest = max(map(len, words), default=0)
        self._owners = owners  # of each word, the sets that have it
        self._matcher: Matcher = by
        self._longest = longest  # of the words, in code points

    @classmethod
    def restore(cls, sets: Sequence[Literals], data: bytes | memoryview) -> Scan:
        """The scan that `dump` gave these bytes for. ValueError where they are of another edition."""
        try:
            first, shared, longest, automaton = msgspec.msgpack.decode(
                data, type=tuple[bytes, dict[int, list[int]], int, memoryview]
            )
            alone = [(literals,) for literals in sets]
            owners = list[tuple[Literals, ...]](map(alone.__getitem__, array("H", first)))
            for word, numbers in shared.items():
                owners[word] = tuple(sets[number] for number in numbers)
        except (msgspec.MsgspecError, IndexError) as error:
            raise ValueError("not a stored scan") from error
        return cls(sets, owners, restored(bytes(automaton)), longest)

    def dump(self) -> bytes | None:
        """The scan as bytes; None where its matcher is of a kind that is quickly made."""
        automaton = dumped(self._matcher)
        if automaton is None:
            return None
        numbers = {literals: number for number, literals in enumerate(self.sets)}
        first = array("H", (numbers[owners[0]] for owners in self._owners)).tobytes()
        shared = {
            word: [numbers[literals] for literals in owners]
            for word, owners in enumerate(self._owners)
            if len(owners) > 1
        }
        return msgspec.msgpack.encode((first, shared, self._longest, automaton))

    def places(self, text: str) -> Mapping[Literals, Places]:
        """For each set with a hit, where its words stand."""
        found: dict[Literals, Places] = {}
        owners = self._owners
        if not owners:
            return found
        for begin in range(0, len(text), PIECE):
            # A word that stands over the border of two pieces is found with the second.
            offset = max(0, begin - self._longest + 1)
            for start, end, index in self._matcher.scan(text[offset : begin + PIECE]):
                place = (offset + start, offset + end)
                if place[1] <= begin:
                    continue
                for literals in owners[index]:
                    if literals in found:
                        found[literals].append(place)
                    else:
                        found[literals] = [place]
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
