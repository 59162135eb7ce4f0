"""Lines of a Markdown draft without the markup round their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.document.model import Document

# ## and ** may stand round the words of a heading; a bar of a table or the point of a list may not.
_ROUND = frozenset("#*_ \t\u3000\xa0")


class LineBounds(NamedTuple):
    """Where each line's words begin and end, as `text.lines.Lines` has it for the lines themselves."""

    starts: list[int]
    ends: list[int]


def bare_lines(document: Document) -> LineBounds:
    """The lines without headings' hashes and emphasis at their ends; code and other quiet lines have no words left.

    In a text without quiet stretches these are the lines as they are.
    """
    text, lines = document.text, document.lines
    bounds = LineBounds(lines.starts, lines.ends)
    if not document.source.quiet:
        return bounds
    bounds = LineBounds(list(lines.starts), list(lines.ends))
    closing = []
    for (start, end), reason in document.source.quiet:
        first = lines.index_of(start)
        if reason != "markup":
            _leave_out(bounds, document, first, start, end)
        elif start <= _words_start(text, bounds.starts[first], lines.ends[first]) and _ROUND.issuperset(
            text[start:end]
        ):
            bounds.starts[first] = min(end, lines.ends[first])
        else:
            closing.append((first, start, end))
    for line, start, end in reversed(closing):
        if not text[end : bounds.ends[line]].strip(BLANKS) and _ROUND.issuperset(text[start:end]):
            bounds.ends[line] = max(start, bounds.starts[line])
    return bounds


def prose_text(document: Document) -> str:
    """The text, of the same length, with blanks in the place of code and other quiet stretches but markup."""
    text = document.text
    parts: list[str] = []
    at = 0
    for (start, end), reason in document.source.quiet:
        if reason != "markup":
            parts += (text[at:start], " " * (end - start))
            at = end
    return "".join((*parts, text[at:])) if parts else text


def _leave_out(bounds: LineBounds, document: Document, line: int, start: int, end: int) -> None:
    """Leaves no words in the lines that a quiet stretch covers from their first word on."""
    text, lines = document.text, document.lines
    while line < len(lines) and lines.starts[line] < end:
        if start <= _words_start(text, bounds.starts[line], lines.ends[line]):
            bounds.starts[line] = lines.ends[line]
        line += 1


def _words_start(text: str, start: int, end: int) -> int:
    while start < end and text[start] in BLANKS:
        start += 1
    return start
