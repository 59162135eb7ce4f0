"""A run of Chinese text cut into words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from speechlint.lexicon.vocabulary import LONGEST, UNKNOWN, size

# What a piece costs, in binary digits: a word by its count, a single character the same wherever it stands.
_RAREST, _SINGLE = 25, 13
RECENT = 5  # binary digits of the count that a word too young for the vocabulary is given


def cut(run: str) -> Iterator[tuple[int, int]]:
    """Where the words of `run`, simplified characters without marks, begin and end: those that are likeliest together.

    What is in no list falls apart into single characters. Takes time that grows with the length alone.
    """
    length, recent = len(run), recent_words()
    costs = [0] + [_RAREST * length + 1] * length
    before = [0] * (length + 1)
    for start in range(length):
        cost = costs[start] + _SINGLE
        if cost < costs[start + 1]:
            costs[start + 1], before[start + 1] = cost, start
        for end in range(start + 2, min(length, start + LONGEST) + 1):
            word = run[start:end]
            known = RECENT if word in recent else size(word)
            if known > UNKNOWN:
                cost = costs[start] + _RAREST - known
                if cost < costs[end]:
                    costs[end], before[end] = cost, start
    ends = []
    end = length
    while end:
        ends.append(end)
        end = before[end]
    at = 0
    for end in reversed(ends):
        yield at, end
        at = end


@cache
def recent_words() -> frozenset[str]:
    """Words of official prose that no dictionary has yet: 提质, 文旅; the file is read at the first question."""
    text = Path(__file__).with_name("recent_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
