"""Quotations and titles in marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import add
from typing import TYPE_CHECKING

from msgspec import Struct

from speechlint.text.charsets import BLANKS, SENTENCE_ENDS
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〞"}
_OPENING = {closer: opener for opener, closer in CLOSING.items()}
_PLAIN = frozenset(map(add, CLOSING, CLOSING.values()))
_ITSELF = {mark: mark for pair in CLOSING.items() for mark in pair} | {'"': '"'}  # one string for each mark of a text
_MARK = Sweep('[“”‘’「」『』《》〈〉〝〞"]')
_TITLE_MARKS = "《〈"
_SAYING = tuple("说說讲講道问問答曰云称稱指出强调強調写道寫道表示提出")


class Quote(Struct, frozen=True, gc=False):
    """A pair of marks with what stands between them.

    `span`, from `start` to `end`, covers both marks, `inside` neither. `depth` is 0 for the outermost.
    `direct` says that somebody's own words stand there: they follow a colon or a verb of saying with a comma, or they
    have an end mark of their own. Such words are not the writer's to change.
    """

    start: int
    end: int
    opener: str
    closer: str
    depth: int
    direct: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def inside(self) -> Span:
        return Span(self.start + 1, self.end - 1)


class Quoted:
    """Which places stand in quotations or titles, for many questions."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        outer = [quote for quote in quotes if not quote.depth]
        self._starts = [quote.start for quote in outer]
        self._ends = [quote.end for quote in outer]

    def holds(self, start: int, end: int) -> bool:
        """Whether it all stands between two marks."""
        index = bisect_left(self._starts, start) - 1
        return index >= 0 and end < self._ends[index]


def find_quotes(document: Document, paragraphs: Iterable[Span] | None = None) -> tuple[Quote, ...]:
    """All balanced pairs, outermost first in reading order; a mark without its partner in the same paragraph is none.

    With `paragraphs`, some of the document's, only what stands in these is read. A straight `"` opens and closes in
    turn, and only in paragraphs that hold an even number of them; `'` never counts.
    """
    text = document.text
    if _MARK.search(text) is None:
        return ()
    if paragraphs is None:
        return tuple(_all_quotes(text, document.paragraphs))
    found: list[Quote] = []
    for start, end in paragraphs:
        marks = [match.start() for match in _MARK.finditer(text, start, end)]
        if len(marks) > 1:
            found += _nested(text, marks)
    return tuple(found)


def _all_quotes(text: str, paragraphs: Iterable[Span]) -> list[Quote]:
    offsets = [match.start() for match in _MARK.finditer(text)]
    marks = [_ITSELF[text[at]] for at in offsets]
    found: list[Quote] = []
    first = last = 0
    for _, end in paragraphs:
        first, last = last, bisect_left(offsets, end, last)
        if last - first < 2:
            continue
        inside = offsets[first:last]
        if (last - first) % 2 or not _PLAIN.issuperset(map(add, marks[first:last:2], marks[first + 1 : last : 2])):
            found += _nested(text, inside)
            continue
        for at in range(first, last, 2):
            opener, start, end = marks[at], offsets[at], offsets[at + 1] + 1
            direct = opener not in _TITLE_MARKS and _is_direct(text, start, end)
            found.append(Quote(start, end, opener, marks[at + 1], 0, direct))
    return found


def _nested(text: str, marks: list[int]) -> list[Quote]:
    """The quotations of one paragraph, some of which may stand in others."""
    pairs = _pairs(text, marks)
    pairs.sort(key=lambda span: (span.start, -span.end))
    found = []
    open_ends: list[int] = []
    for span in pairs:
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        start, end = span
        opener = _ITSELF[text[start]]
        direct = opener not in _TITLE_MARKS and _is_direct(text, start, end)
        found.append(Quote(start, end, opener, _ITSELF[text[end - 1]], len(open_ends), direct))
        open_ends.append(end)
    return found


def _pairs(text: str, marks: list[int]) -> list[Span]:
    """The balanced pairs among the marks of one paragraph, in order of their ends."""
    straight = sum(text[mark] == '"' for mark in marks) % 2 == 0
    pairs: list[Span] = []
    stack: list[int] = []
    waiting: dict[str, int] = {}  # how many of each opener are in the stack
    for mark in marks:
        character = text[mark]
        opener = _OPENING.get(character)
        if character == '"':
            if not straight:
                continue
            opener = '"' if waiting.get('"') else None
        if opener is None:
            stack.append(mark)
            waiting[character] = waiting.get(character, 0) + 1
            continue
        while waiting.get(opener):
            start = stack.pop()
            waiting[text[start]] -= 1
            if text[start] == opener:
                pairs.append(Span(start, mark + 1))
                break
    return pairs


def _is_direct(text: str, start: int, end: int) -> bool:
    if text[end - 2] in SENTENCE_ENDS and end - start > 3:
        return True
    before = start
    while before and text[before - 1] in BLANKS:
        before -= 1
    if not before:
        return False
    mark = text[before - 1]
    return mark in "：:" or (mark in "，," and text.endswith(_SAYING, 0, before - 1))
