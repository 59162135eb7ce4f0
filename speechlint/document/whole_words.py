"""The stretch of a text that a message quotes, so that it cuts no word."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.lexicon.scripts import fold
from speechlint.lexicon.vocabulary import LONGEST, size
from speechlint.text.charsets import is_han
from speechlint.text.span import Span

COMMON = 4  # the size from which on a word counts


def in_whole_words(folded: str, around: Span, place: Span, right: str) -> Span:
    """`around`, widened to where words end once `right` stands at `place`, one character; `folded` is the text in
    simplified characters. A place by itself is widened to the longest word over it, or to its neighbours."""
    mended = folded[max(0, place.start - 2 * LONGEST) : place.start]
    shift = place.start - len(mended)
    mended += fold(right) + folded[place.end : place.end + 2 * LONGEST]
    start, end = around.start - shift, around.end - shift
    if around == place:
        start, end = _over(mended, start)
    start = min(_crossing(mended, start), default=(0, start, start))[1]
    end = min(_crossing(mended, end), default=(0, end, end))[2]
    return Span(start + shift, end + shift)


def _over(text: str, place: int) -> tuple[int, int]:
    """The longest word over a place, or the place and the Han characters beside it."""
    words = [
        (start - end, -size(text[start:end]), start, end)
        for start in range(max(0, place - LONGEST + 1), place + 1)
        for end in range(max(place + 1, start + 2), min(len(text), start + LONGEST) + 1)
        if size(text[start:end]) > 0
    ]
    if words:
        return min(words)[2:]
    return place - is_han(text[place - 1 : place]), place + 1 + is_han(text[place + 1 : place + 2])


def _crossing(text: str, border: int) -> Iterator[tuple[int, int, int]]:
    """The common words that begin before a border and end behind it, each after what ranks it: its size, negative."""
    for start in range(max(0, border - LONGEST + 1), border):
        for end in range(border + 1, min(len(text), start + LONGEST) + 1):
            if (common := size(text[start:end])) >= COMMON:
                yield -common, start, end
