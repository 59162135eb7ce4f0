"""The list of annexes below a document: 附件：1.名单 and the lines that count on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

ANNEX_SIGNS = Literals(("附件：", "附件:", "附：", "附:", *(f"附件{digit}" for digit in "123456789１２３")))
LONGEST_NAME = 50
SHORTEST_NAME = 2
_B = f"[{BLANKS}]*"
_FIRST = Pattern(
    rf"附件?(?:{_B}[：:]{_B}(?:(?P<number>[0-9]{{1,2}}){_B}(?P<mark>[.．、，,]))?|[0-9]{{1,2}}{_B}[.．：:])"
)
_NEXT = Pattern(rf"{_B}(?P<number>[0-9]{{1,2}}){_B}(?P<mark>[.．、，,])")
_CLOSING = "。；;，,、."


class Annex(NamedTuple):
    """One entry: `number` is its number with the mark, None where it has none; `end` the mark that closes its name.

    `mark` and `end` are empty spans where nothing stands there.
    """

    number: Span | None
    mark: Span
    end: Span


def find_annexes(document: Document) -> tuple[Annex, ...]:
    """The entries of all lists, in order; a sentence that begins with 附件 is no list."""
    text = document.text
    found: list[Annex] = []
    reached = -1
    for start, _ in document.places(ANNEX_SIGNS):
        line = document.lines.index_of(start)
        if line <= reached or text[document.lines.starts[line] : start].strip(BLANKS):
            continue
        match = _FIRST.match(text, start)
        annex = None if match is None else _read(document, line, match)
        if annex is None:
            continue
        found.append(annex)
        reached = line
        if annex.number is not None:
            for annex in _following(document, line):
                found.append(annex)
                reached += 1
    return tuple(found)


def _following(document: Document, line: int) -> Iterator[Annex]:
    """The entries of the lines below that count on from 1."""
    wanted = 2
    while line + 1 < len(document.lines):
        line += 1
        match = _NEXT.match(document.text, *document.lines[line])
        if match is None or int(match["number"]) != wanted:
            return
        annex = _read(document, line, match)
        if annex is None:
            return
        yield annex
        wanted += 1


def _read(document: Document, line: int, match) -> Annex | None:  # type: ignore[no-untyped-def]
    text, end = document.text, match.end()
    stop = document.lines.ends[line]
    while stop > end and text[stop - 1] in BLANKS:
        stop -= 1
    closing = stop - 1 if stop > end and text[stop - 1] in _CLOSING else stop
    name = text[end:closing]
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or any(mark in "。；;" for mark in name):
        return None
    if not match.groupdict().get("number"):
        return Annex(None, Span(end, end), Span(closing, stop))
    return Annex(Span(match.start("number"), match.end("mark")), Span(*match.span("mark")), Span(closing, stop))
