"""A finding's place in the draft: its own words with some of those around them."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.reporters.cells import cell, cells
from speechlint.reporters.visible import visible
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

NEWLINE = "⏎"
CUT = "…"


class Excerpt(NamedTuple):
    """Part of a line, safe to show: what stands before the marked words, these, and what follows."""

    before: str
    marked: str
    after: str


def excerpt(text: str, span: Span, line: Span, room: int, ambiguous: int = 1) -> Excerpt:
    """The words of `span` and their neighbours in its first line, in at most `room` cells.

    `line` is the line that the span begins in. Words that are too many are shown by their beginning and end.
    """
    marked = _marked(text, span, line, room * 3 // 5, ambiguous)
    rest = max(0, room - max(1, cells(marked, ambiguous)))
    begin, end = span.start, min(span.end, line.end)
    first = line.start + _indent(text, line.start, begin)
    left = _take(reversed(text[max(first, begin - rest) : begin]), rest, ambiguous)
    right = _take(text[end : min(line.end, end + rest)], rest, ambiguous)
    share = rest // 2
    if left.cells + right.cells > rest or left.length < begin - first or right.length < line.end - end:
        left_room = min(left.cells, max(share, rest - right.cells))
        left = _fit(reversed(text[max(first, begin - rest) : begin]), begin - first, left_room, ambiguous)
        right = _fit(text[end : min(line.end, end + rest)], line.end - end, rest - left.cells, ambiguous)
    return Excerpt("".join(reversed(left.pieces)), marked, "".join(right.pieces))


class _Taken(NamedTuple):
    pieces: list[str]
    length: int  # characters of the draft in them
    cells: int


def _take(characters: Iterable[str], room: int, ambiguous: int) -> _Taken:
    """As many of the characters as have room."""
    pieces: list[str] = []
    used = 0
    for character in characters:
        piece = visible(character)
        size = cell(piece, ambiguous) if len(piece) == 1 else len(piece)
        if used + size > room:
            break
        pieces.append(piece)
        used += size
    return _Taken(pieces, len(pieces), used)


def _fit(characters: Iterable[str], available: int, room: int, ambiguous: int) -> _Taken:
    """The same, with a sign where some of the `available` characters had no room."""
    characters = list(characters)
    taken = _take(characters, room, ambiguous)
    if taken.length == available:
        return taken
    sign = cells(CUT, ambiguous)
    taken = _take(characters, room - sign, ambiguous)
    return _Taken([*taken.pieces, CUT], taken.length, taken.cells + sign)


def _marked(text: str, span: Span, line: Span, room: int, ambiguous: int) -> str:
    # The span may be as long as the draft: only its two ends are looked at.
    start, end = span.start, min(span.end, line.end)
    tail = NEWLINE if span.end > line.end else ""
    whole = _take(text[start : min(end, start + room + 1)], room, ambiguous)
    if whole.length == end - start:
        return "".join(whole.pieces) + tail
    head = _take(whole.pieces, room * 2 // 3, ambiguous)
    rest = room - head.cells - cells(CUT, ambiguous)
    back = _take(reversed(text[max(start, end - room) : end]), rest, ambiguous)
    return "".join(head.pieces) + CUT + "".join(reversed(back.pieces)) + tail


def _indent(text: str, start: int, end: int) -> int:
    """How many blanks a line begins with; not more than a paragraph's indent may have."""
    window = text[start : min(end, start + 40)]
    return len(window) - len(window.lstrip(" \t\u3000"))
