"""Tables: which lines are one, and where their cells lie."""

from __future__ import annotations

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_DELIMITER = Pattern(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$")


class Row(NamedTuple):
    """The cells of a line, and the pipes between and around them with their blanks."""

    cells: tuple[Span, ...]
    pipes: tuple[Span, ...]


def read_row(text: str, start: int, end: int) -> Row:
    """The row in `[start, end)`, which begins with no blank. An escaped pipe is text."""
    cells: list[Span] = []
    pipes: list[Span] = []
    at = start
    pipe = text.find("|", start, end)
    while pipe >= 0:
        if pipe == start or text[pipe - 1] != "\\":
            left, right = pipe, pipe + 1
            while left > at and text[left - 1] in " \t":
                left -= 1
            while right < end and text[right] in " \t":
                right += 1
            if pipe > start:
                cells.append(Span(at, left))
            pipes.append(Span(left, right))
            at = right
        pipe = text.find("|", pipe + 1, end)
    if at < end:
        cells.append(Span(at, end))
    return Row(tuple(cells), tuple(pipes))


def heads_table(text: str, header: Span, start: int, end: int) -> bool:
    """Whether the line `[start, end)` is the delimiter row under the header."""
    if text.find("|", start, end) < 0 or text.find("|", header.start, header.end) < 0:
        return False
    if _DELIMITER.match(text, start, end) is None:
        return False
    return len(read_row(text, start, end).cells) == len(read_row(text, *header).cells)
