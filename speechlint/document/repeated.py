"""Which words a draft writes more than once: such are names and terms of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property

from speechlint.lexicon.literals import Literals

FEW = 16  # words that are looked for one by one, each of which may take as long as it takes to read the whole text


class Repeated:
    """Asked about words of a text, in which each of them stands. `words` gives all that may be asked about: if these
    turn out to be many, one pass tells of all.
    """

    def __init__(self, text: str, words: Callable[[], Iterable[str]]) -> None:
        self._text = text
        self._words = words
        self._asked = 0

    def __contains__(self, word: str) -> bool:
        if self._asked < FEW:
            self._asked += 1
            text = self._text
            return text.find(word, text.find(word) + 1) >= 0
        return self._counts[word] > 1

    @cached_property
    def _counts(self) -> Counter[str]:
        text = self._text
        words = Literals(dict.fromkeys(self._words()), both_scripts=False)
        return Counter(text[start:end] for start, end in words.places(text))
