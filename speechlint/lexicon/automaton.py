"""Every place where any of many words stands, in one pass over the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from speechlint.text.pattern import Pattern

_SURROGATE = Pattern("[\\ud800-\\udfff]")
Hit = tuple[int, int, int]  # start, end (code points), index of the word


class Matcher(Protocol):
    def scan(self, text: str) -> list[Hit]:
        """Every occurrence of every word, overlapping ones too, in order of their ends."""
        ...


def matcher(words: Sequence[str]) -> Matcher:
    """A matcher for distinct, non-empty words; ValueError otherwise."""
    if not all(words) or len(set(words)) != len(words):
        raise ValueError("words must be distinct and not empty")
    try:
        from daachorse import CharwiseDoubleArrayAhoCorasick
    except ImportError:  # no wheel for musl and for Linux on aarch64
        return PairMatcher(words)
    return AutomatonMatcher(CharwiseDoubleArrayAhoCorasick(list(words))) if words else PairMatcher(words)


class AutomatonMatcher:
    """The compiled automaton: about 100 MB/s whatever the number of words."""

    __slots__ = ("automaton",)

    def __init__(self, automaton: Any) -> None:
        self.automaton = automaton

    def scan(self, text: str) -> list[Hit]:
        try:
            found: list[Hit] = self.automaton.find_overlapping(text)
        except UnicodeEncodeError:  # it reads UTF-8, which has no lone surrogates; no word holds U+FFFF
            found = self.automaton.find_overlapping(_SURROGATE.sub("\uffff", text))
        return found


class PairMatcher:
    """The same without compiled code: words are looked up by their first two characters."""

    __slots__ = ("_pairs", "_singles")

    def __init__(self, words: Sequence[str]) -> None:
        self._singles: dict[str, int] = {}
        self._pairs: dict[str, list[tuple[str, int]]] = {}
        for index, word in enumerate(words):
            if len(word) == 1:
                self._singles[word] = index
            else:
                self._pairs.setdefault(word[:2], []).append((word, index))

    def scan(self, text: str) -> list[Hit]:
        singles, pairs = self._singles, self._pairs
        found: list[Hit] = []
        for start, character in enumerate(text):
            if character in singles:
                found.append((start, start + 1, singles[character]))
            for word, index in pairs.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    found.append((start, start + len(word), index))
        found.sort(key=lambda hit: (hit[1], hit[0]))
        return found
