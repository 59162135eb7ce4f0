"""Which of the traditional characters that a simplified one stands for the words around it ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from speechlint.lexicon import vocabulary
from speechlint.lexicon.one_to_many import is_tolerated, plain, variants
from speechlint.lexicon.scripts import characters, folding

LONGEST = 6  # code points of a word that is asked about
REACH = 7  # so far on either side a character is read
# What a step of a reading costs: the commoner the word, the less. A reading must win by so much to count, and by more
# where some word there is content.
_ALONE, _LISTED, _LISTED_LONG, _COMMON = 14.0, 19.0, 16.0, 20.0
MARGIN, DISPUTED = 6.0, 12.0
_NEVER = 1e9
# What is a word of its own before any other, and behind any other; so common must a place's or person's name be.
_ADVERBS, _POSTPOSITIONS, _COMMON_PLACE = frozenset("並并只"), frozenset("後裡裏里"), 4
# Beside one of these a character makes no word that only a table of phrases knows: 杯的, 係為, 球後.
_FUNCTION = frozenset(
    "的是了在到为為不于於和與与有一等及或也都就被把将將从從对對向以之其这這那并並而但后後提得可能会會要上下中"
)


class Choice(NamedTuple):
    """The right character for a place, and the traditional word that shows it."""

    right: str
    word: str


class WordTable:
    """Traditional words by their simplified form.

    `words` are traditional; where two have the same simplified form both are right, the first one rather.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._forms: dict[str, str | tuple[str, ...]] = {}
        forms, simple = self._forms, folding()
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
    def doubts(self) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
        """For each traditional character: behind and before which (simplified) ones a word has a rival of it."""
        befores: defaultdict[str, set[str]] = defaultdict(set)
        afters: defaultdict[str, set[str]] = defaultdict(set)
        families = _families()
        for folded, form in self._forms.items():
            word = form if isinstance(form, str) else form[0]
            for at, character in enumerate(folded):
                if character in families:
                    member = plain(word[at])
                    if at:
                        befores[member].add(folded[at - 1])
                    if at + 1 < len(folded):
                        afters[member].add(folded[at + 1])
        found = {}
        for family in families.values():
            for character in family:
                others = [other for other in family if not is_tolerated(character, other)]
                if others:
                    found[character] = (
                        frozenset().union(*(befores[other] for other in others)),
                        frozenset().union(*(afters[other] for other in others)),
                    )
        return found | {form: found[leader] for form, leader in variants().items() if leader in found}


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


def _listed(name: str) -> list[str]:
    text = files("speechlint.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [word for line in text.split("\n") if not line.startswith("#") for word in line.split()]


def rivals(written: str) -> tuple[str, ...]:
    """The characters that share the simplified form of `written` and may not be written for it, one form of each."""
    family = _families().get(folding().get(ord(written), written), ())
    return tuple(other for other in family if not is_tolerated(written, other))


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    """For each simplified character with several traditional ones: these, one form of each, the usual one first."""
    families: dict[str, dict[str, None]] = {}
    for simplified, forms in characters("STCharacters").items():
        for form in forms:
            families.setdefault(simplified, {})[plain(form)] = None
    for code, simplified in folding().items():
        families.setdefault(simplified, {})[plain(chr(code))] = None
    families["么"] = dict.fromkeys(map(plain, "麼么"))  # in Taiwan the form of 幺; the tables do not give it
    return {simplified: tuple(forms) for simplified, forms in families.items() if len(forms) > 1}


def judge(written: str, folded: str, offset: int, table: WordTable) -> Choice | None:
    """What should stand at `offset` instead of the character `written`; None where it may stand.

    `folded` is the text in simplified characters, of the same length. A word that asks for another character must make
    a better reading of the neighbourhood than any in which `written` is right, by a margin.
    """
    asking: dict[tuple[int, int], Choice] = {}
    content: list[tuple[int, int]] = []
    ignored: set[tuple[int, int]] = set()
    for span in _spans(offset, 0, len(folded)):  # the longest first: a part of a longer word has nothing to add
        word, at = folded[slice(*span)], offset - span[0]
        forms = table.forms(word)
        if not forms:
            continue
        if any(is_tolerated(written, form[at]) for form in forms):
            if not _is_evidence(word, at) or _inside(span, asking):
                ignored.add(span)
            else:
                content.append(span)
        elif _may_ask(written, word, at) and not _inside(span, content):
            asking[span] = Choice(forms[0][at], forms[0])
    if not asking:
        return None
    for start, end in _spans(offset, 0, len(folded)):  # a word that the vocabulary alone knows wants what is inside it
        if (start, end) not in asking and vocabulary.knows(folded[start:end]):
            inner = [span for span in (*asking, *content) if start <= span[0] and span[1] <= end]
            if inner and all(span in asking for span in inner):
                asking[start, end] = asking[inner[0]]
    reading = _Reading(folded, offset, table)
    best = min(asking, key=reading.cost)
    other = min(map(reading.cost, (span for span in reading.spans() if span not in asking and span not in ignored)))
    return asking[best] if reading.cost(best) + (DISPUTED if content else MARGIN) <= other else None


def _inside(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def choose(folded: str, offset: int, table: WordTable) -> Choice | None:
    """The traditional character for `folded[offset]`, by the word that it stands in in the best reading.

    None where no word of the table covers it.
    """
    reading = _Reading(folded, offset, table)
    start, end = min(reading.spans(), key=reading.cost)
    return _inner(folded[start:end], offset - start, table)


def _inner(word: str, at: int, table: WordTable) -> Choice | None:
    """What `word`, or else the longest word of the table inside it, has in its place `at`."""
    for start, end in [(0, len(word)), *_spans(at, 0, len(word))]:
        forms = table.forms(word[start:end])
        if forms:
            return Choice(forms[0][at - start], forms[0])
    return None


def _may_ask(written: str, word: str, at: int) -> bool:
    """Whether the word is evidence against `written`, which may be a word of its own there: 並提出, 兩只有, 稱帝後."""
    if len(word) > 2:
        if written == "里" and at + 1 < len(word) and not vocabulary.knows(word):
            return False  # a foreign name
        return at > 0 or written not in _ADVERBS
    if written in _ADVERBS:
        return at > 0 or word == "只身"
    if at == 1 and written in _POSTPOSITIONS:
        return vocabulary.size(word) >= _COMMON_PLACE
    return _is_evidence(word, at)


def _is_evidence(word: str, at: int) -> bool:
    return len(word) > 2 or word[1 - at] not in _FUNCTION or vocabulary.knows(word)


def _spans(offset: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretches of two characters and more over `offset`, the longest first."""
    for length in range(min(LONGEST, high - low), 1, -1):
        for start in range(max(low, offset - length + 1), min(offset, high - length) + 1):
            yield start, start + length


class _Reading:
    """The Han characters about a place, and what it costs to read them as words."""

    def __init__(self, folded: str, offset: int, table: WordTable) -> None:
        low, high = offset, offset + 1
        while low > 0 and offset - low < REACH and "\u4e00" <= folded[low - 1] <= "\u9fff":
            low -= 1
        while high < len(folded) and high - offset <= REACH and "\u4e00" <= folded[high] <= "\u9fff":
            high += 1
        self._offset, self._low, self._high = offset, low, high
        self._words = {
            (start, end): _cost(folded[start:end], table)
            for start in range(low, high)
            for end in range(start + 1, min(high, start + LONGEST) + 1)
        }
        self._ahead = dict.fromkeys(range(low, high + 1), _NEVER)
        self._behind = dict(self._ahead)
        self._ahead[low] = self._behind[high] = 0.0
        for (start, end), cost in self._words.items():  # in order of their starts
            self._ahead[end] = min(self._ahead[end], self._ahead[start] + cost)
        for (start, end), cost in reversed(self._words.items()):
            self._behind[start] = min(self._behind[start], cost + self._behind[end])

    def spans(self) -> Iterator[tuple[int, int]]:
        """The stretches over the place, it alone too."""
        yield self._offset, self._offset + 1
        yield from _spans(self._offset, self._low, self._high)

    def cost(self, span: tuple[int, int]) -> float:
        """The cost of the best reading in which the stretch is one word."""
        if span not in self._words:
            return _NEVER
        return self._ahead[span[0]] + self._words[span] + self._behind[span[1]]


def read_words(folded: str) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest reading of a short text by the vocabulary: what it costs, and start and end of its words."""
    costs, origins = [0.0] + [_NEVER] * len(folded), [0] * (len(folded) + 1)
    for end in range(1, len(folded) + 1):
        for start in range(max(0, end - LONGEST), end):
            size = vocabulary.size(folded[start:end])
            step = _ALONE if end - start == 1 else _COMMON - size if size >= 0 else _NEVER
            if costs[start] + step < costs[end]:
                costs[end], origins[end] = costs[start] + step, start
    words = []
    end = len(folded)
    while end:
        words.append((origins[end], end))
        end = origins[end]
    return costs[-1], words[::-1]


def _cost(word: str, table: WordTable) -> float:
    if len(word) == 1:
        return _ALONE
    size = vocabulary.size(word)
    if size >= 0:
        return min(_COMMON - size, _NEVER if len(word) == 2 or not table.forms(word) else _LISTED_LONG)
    if not table.forms(word):
        return _NEVER
    return _LISTED if len(word) == 2 else _LISTED_LONG
