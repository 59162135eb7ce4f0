"""Named sets of words that a rule or a view of the document wants to be told of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice, product
from operator import add, itemgetter

from speechlint.lexicon.automaton import Matcher, matcher
from speechlint.lexicon.scripts import traditional_forms

Places = Sequence[tuple[int, int]]  # start, end in code points, in order of their ends


Group = tuple[tuple["Literals", ...], Sequence[str]]  # words, and the sets that have them

MOST_SPELLINGS = 16
MANY = 2000  # words whose automaton is not built at once
FEW = 20_000  # code points that are read before it is
# Code points in one call of the matcher: it takes eight bytes of memory for each byte of a text, and what it took stays
# with the process.
PIECE = 30_000
STRETCH = 32 * PIECE  # code points whose places are tuples; those of a longer text are kept in less memory


class Literals:
    """Words whose places somebody needs. Two sets are the same only if they are one object.

    The index of our own words holds a copy of each set, with a number; see `itself`.

    With `both_scripts` a word written in simplified characters is found in its traditional spellings too.
    `besides` are the sets that whoever asks for this one goes on to ask for: they are looked for in the same pass.
    """

    number: int | None = None  # in the index

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

    @cached_property
    def words(self) -> tuple[str, ...]:
        if not self._both_scripts:
            return self._given
        return tuple(dict.fromkeys(form for word in self._given for form in spellings(word)))

    @cached_property
    def itself(self) -> Literals:
        """The set under which the places of these words are kept: the one of the index, or this one where none is."""
        if self.number is not None:
            return self
        from speechlint.lexicon.listed import listed_as

        return listed_as(self) or self

    def is_listed_as(self, listed: Literals) -> None:
        """Say which set of the index stands for this one, and by it for those besides."""
        if self.__dict__.get("itself") is not listed:
            self.__dict__["itself"] = listed
            for own, other in zip(self.besides, listed.besides, strict=False):
                own.is_listed_as(other)

    @cached_property
    def _alone(self) -> Scan:
        return Scan([self])

    def places(self, text: str) -> Places:
        """Where the words stand in `text`, by a pass for this set alone."""
        return self._alone.places(text).get(self.itself, [])


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
    """One search for many sets of words, and another for those in traditional characters where a text has any.

    `sets` are those of the index wherever it lists them: the same words, known without importing who asks.
    """

    def __init__(self, sets: Iterable[Literals]) -> None:
        self.sets = tuple(dict.fromkeys(literals.itself for literals in sets))
        self._indexed = {literals.number: literals for literals in self.sets if literals.number is not None}

    def places(self, text: str) -> Mapping[Literals, Places]:
        """For each set with a hit, where its words stand."""
        found = self._others.places(text)
        if not self._indexed:
            return found
        from speechlint.lexicon.listed import has_signs

        found.update(self._usual.places(text))
        if has_signs(text):
            for literals, places in self._traditional.places(text).items():
                if literals in found:
                    found[literals] = _merged(found[literals], places)
                else:
                    found[literals] = places
        return found

    @cached_property
    def _others(self) -> Search:
        """For the sets that no index knows."""
        words: dict[str, tuple[Literals, ...]] = {}
        for literals in self.sets:
            if literals.number is None:
                for word in literals.words:
                    words[word] = (*words.get(word, ()), literals)
        return Search([(owners, [word]) for word, owners in words.items()])

    @cached_property
    def _usual(self) -> Search:
        from speechlint.lexicon.listed import USUAL

        return Search(self._groups(USUAL))

    @cached_property
    def _traditional(self) -> Search:
        from speechlint.lexicon.listed import TRADITIONAL

        return Search(self._groups(TRADITIONAL))

    def _groups(self, file: str) -> list[Group]:
        from speechlint.lexicon.listed import listed_words

        sets = self._indexed
        groups = listed_words(file)
        owned = [(tuple(sets[number] for number in numbers if number in sets), own) for numbers, own in groups]
        return [group for group in owned if group[0]]


class Search:
    """The search for the words of some groups; no word is in two of them.

    To build the automaton of all words takes longer than to check a short draft. So until some text was read each is
    searched for those words alone whose first two characters stand in it.
    """

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._unread = FEW if sum(len(own) for _, own in groups) > MANY else 0

    def places(self, text: str) -> dict[Literals, Places]:
        """For each set with a hit, where its words stand, in order of their ends."""
        if self._unread > 0:
            self._unread -= len(text)
            if self._unread > 0:
                starts = {*text, *map(add, text, islice(text, 1, None))}
                words = {word: owners for owners, own in self._groups for word in own if word[:2] in starts}
                return Pass(words).places(text)
        return self._all.places(text)

    @cached_property
    def _all(self) -> Pass:
        return Pass({word: owners for owners, own in self._groups for word in own})


class Pass:
    """The words of one pass, each with the sets that have it."""

    def __init__(self, words: Mapping[str, tuple[Literals, ...]]) -> None:
        self._owners = list(words.values())
        self._matcher: Matcher = matcher(list(words))
        self._longest = max(map(len, words), default=0)  # code points

    def places(self, text: str) -> dict[Literals, Places]:
        """For each set with a hit, where its words stand, in order of their ends."""
        if not self._owners:
            return {}
        if len(text) <= STRETCH:
            return dict(self._within(text, 0))
        from speechlint.lexicon.long_places import LongPlaces

        found: dict[Literals, LongPlaces] = {}
        for first in range(0, len(text), STRETCH):
            for literals, places in self._within(text, first).items():
                found.setdefault(literals, LongPlaces()).extend(places)
        return dict(found)

    def _within(self, text: str, first: int) -> dict[Literals, list[tuple[int, int]]]:
        """Those of the stretch that begins there."""
        found: dict[Literals, list[tuple[int, int]]] = {}
        owners = self._owners
        last = min(len(text), first + STRETCH)
        for begin in range(first, last, PIECE):
            # A word that stands over the border of two pieces is found with the second.
            offset = max(0, begin - self._longest + 1)
            for start, end, index in self._matcher.scan(text[offset : min(begin + PIECE, last)]):
                place = (offset + start, offset + end)
                if place[1] <= begin:
                    continue
                for literals in owners[index]:
                    if literals in found:
                        found[literals].append(place)
                    else:
                        found[literals] = [place]
        return found


def _merged(some: Places, others: Places) -> Places:
    """Both, in order of their ends."""
    places = sorted(chain(some, others), key=itemgetter(1, 0))
    if isinstance(some, list) and isinstance(others, list):
        return places
    from speechlint.lexicon.long_places import LongPlaces

    return LongPlaces(places)


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
