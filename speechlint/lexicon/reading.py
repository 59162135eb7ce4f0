"""Where the words of a stretch of text begin and end: the cheapest reading by the vocabulary and a table of words."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.lexicon import vocabulary
from speechlint.lexicon.word_table import WordTable

LONGEST = 6  # code points of a word
REACH = 5  # so far on either side of a place a text is read
# What a step of a reading costs: the commoner the word, the less. A word of the vocabulary costs the difference of
# `_COMMON` and its size.
_ALONE, _FREE, _LISTED, _LISTED_LONG, _COMMON = 15.0, 9.0, 19.0, 16.0, 20.0
_NEVER = 1e9
# Words of one character.
_OFTEN_ALONE = frozenset(
    "的了在是有不和与也都就要这那个年月日人大小上下中来去到对为以而其之我你他她它们好多新老各每更最很将把被从向由使让给做"
    "用说看想能会可又再还没等及或并但若则因所"
)


class Reading:
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
        yield from spans_over(self._offset, self._low, self._high)

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


def spans_over(offset: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretches of two characters and more over `offset`, the longest first."""
    for length in range(min(LONGEST, high - low), 1, -1):
        for start in range(max(low, offset - length + 1), min(offset, high - length) + 1):
            yield start, start + length


def _cost(word: str, table: WordTable) -> float:
    if len(word) == 1:
        return _FREE if word in _OFTEN_ALONE else _ALONE
    size = vocabulary.size(word)
    if size >= 0:
        return min(_COMMON - size, _NEVER if len(word) == 2 or not table.forms(word) else _LISTED_LONG)
    if not table.forms(word):
        return _NEVER
    return _LISTED if len(word) == 2 else _LISTED_LONG
