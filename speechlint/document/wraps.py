"""Line ends inside a sentence: of a whole file that was wrapped at a column, and single ones."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from speechlint.document.columns import find_column, wrapped_lines
from speechlint.document.seams import (
    SHORTEST_PARAGRAPH,
    first_word,
    has_end_mark,
    makes_phrase,
    sides_of,
    torn_over,
    torn_word_at,
)
from speechlint.document.torn import is_dangling, last_words
from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import BLANKS, OPENERS, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep
from speechlint.text.words import last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

SHORTEST_LINE = 25
LONGEST_PHRASE = 8
_BLANK_LINE = Sweep(r"\n[ \t\u3000\r]*\n[ \t\u3000\r\n]*")
# What no line begins with.
_NEVER_FIRST = frozenset("，。、；：！？”’）》」』】〕,;")
# 一、2024年工作回顾
_HEADED = Pattern(
    r"[ \t\u3000\xa0]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；：]{0,40}$"
)
# A phrase that begins so is no clause: 通过走访|调研
_FRAME = Pattern("通过|按照|根据|围绕|针对|随着|为了|对于|关于|依托|把|以")
_FOLLOWERS = frozenset("的了们和与及或等")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"))
_REACH = 30
_CLAUSE_MARKS = "，、；：。！？,;:!?…”）"


class Wrap(NamedTuple):
    """A line end that cuts a sentence.

    `span` covers the words on both sides, `seam` what has to go: line ends, and the blanks around them. `word` is what
    the vocabulary says was torn, empty where only the sentence was; `whole` says that the file is wrapped throughout.
    """

    span: Span
    seam: Span
    word: str
    whole: bool


def find_wraps(document: Document) -> tuple[Wrap, ...]:
    """In order; none in Markdown, where a line end in a paragraph is none, nor beside what a site left."""
    if document.source.format == "markdown":
        return ()
    apart = _torn_apart(document)
    if not document.soft_breaks:
        return tuple(apart)
    wraps = _find_wraps(document)
    return tuple(sorted((*wraps, *apart))) if apart else wraps


def _find_wraps(document: Document) -> tuple[Wrap, ...]:
    """Those with one line end."""
    soft = sorted(document.soft_breaks)
    column = find_column(document, soft)
    if column is not None:
        lines = [line for line in wrapped_lines(document, column) if _is_own(document, line)]
        return tuple(_wrap(document, line, "", whole=True) for line in lines)
    found = []
    for line in soft:
        if _HEADED.match(document.text, *document.lines[line]) is not None:
            continue
        # What stands in lists and poems has no end mark.
        word = torn_word_at(document, line) if has_end_mark(document.text, *document.lines[line + 1]) else ""
        cut = word or _cuts(document, *sides_of(document, line))
        if cut and _is_own(document, line) and _is_prose(document, line):  # the kinds of lines cost the most
            found.append(_wrap(document, line, word, whole=False))
    return tuple(found)


def _torn_apart(document: Document) -> list[Wrap]:
    """Words that a blank line tears: a page's end that became a paragraph's."""
    text, lines = document.text, document.lines
    found = []
    for match in _BLANK_LINE.finditer(text):
        if not is_han(text[match.start() - 1]) and text[match.start() - 1] not in BLANKS + "\r":
            continue
        line, below = lines.index_of(match.start()), lines.index_of(match.end())
        start, end = lines.starts[line], lines.ends[line]
        behind, stop = lines.starts[below], lines.ends[below]
        while end > start and text[end - 1] in BLANKS:
            end -= 1
        while behind < stop and text[behind] in BLANKS:
            behind += 1
        if end - start < SHORTEST_LINE or behind == stop:
            continue
        word = torn_over(document, start, end, behind, stop)
        if word and _is_prose(document, line, below) and _is_own(document, line) and _is_own(document, below - 1):
            before, after = last_words(document.folded, start, end), first_word(document.folded, behind, stop)
            span = Span(end - min(2, len(before[-1])), behind + max(1, min(2, len(after))))
            found.append(Wrap(span, Span(end, behind), word, False))
    return found


def _is_own(document: Document, line: int) -> bool:
    """Whether neither the line nor the next one is a site's."""
    from speechlint.document.kinds import LineKind

    if LineKind.RESIDUE in document.kinds[line : line + 2]:
        return False
    at = document.lines.starts[line + 1]
    marks = document.page_marks
    index = bisect_left(marks, at, key=lambda mark: mark.span.start)
    return index == len(marks) or marks[index].span.start >= document.lines.ends[line + 1]


def _is_prose(document: Document, line: int, below: int = -1) -> bool:
    """Whether neither the line nor the one `below`, the next, is a title, a heading, a salutation or a signature."""
    from speechlint.document.kinds import LineKind

    below = line + 1 if below < 0 else below
    return document.kinds[line] in (LineKind.BODY, LineKind.HEADING) and document.kinds[below] is LineKind.BODY


def _wrap(document: Document, line: int, word: str, *, whole: bool) -> Wrap:
    start, end, behind, stop = sides_of(document, line)
    before, after = last_words(document.folded, start, end), first_word(document.folded, behind, stop)
    span = Span(end - min(2, len(before[-1])) if before else end - 1, behind + max(1, min(2, len(after))))
    return Wrap(span, Span(end, behind), word, whole)


def _cuts(document: Document, start: int, end: int, behind: int, stop: int) -> bool:
    """Whether the left line cannot be the end of a paragraph, though no word is torn."""
    text = document.text
    if end - start < SHORTEST_LINE:
        return False
    if text[behind] in _NEVER_FIRST or text[end - 1] in OPENERS:
        return False  # told by the mark: punctuation/mark-position
    if end - start < SHORTEST_PARAGRAPH and not has_end_mark(text, start, end):
        return False
    # A list or a poem goes on in lines that are no longer.
    if stop - behind < SHORTEST_LINE or not has_end_mark(text, behind, stop):
        return False
    if text[end - 1] in "，、," or is_dangling(last_words(document.folded, start, end)):
        return True
    if makes_phrase(document.folded, start, end, behind, stop):
        return True
    if _goes_on(document.folded, behind) or (text[end - 1].isdecimal() and text[behind].isdecimal()):
        return True
    if any(_is_open(text, max(start, end - _REACH), end, behind, opener, closer) for opener, closer in _PAIRS):
        return True
    clause = last_of(_CLAUSE_MARKS, text, max(start, end - LONGEST_PHRASE - 1), end) + 1
    return clause > 0 and _FRAME.match(document.folded, clause, end) is not None


def _goes_on(folded: str, behind: int) -> bool:
    """Whether the line begins with a character that follows others and with no word that begins so: 的, not 的确."""
    return folded[behind] in _FOLLOWERS and not any(knows(folded[behind : behind + n]) for n in (2, 3, 4))


def _is_open(text: str, start: int, end: int, behind: int, opener: str, closer: str) -> bool:
    """Whether a pair of marks stands over the break, near it on both sides."""
    if text.rfind(opener, start, end) <= text.rfind(closer, start, end):
        return False
    closing = text.find(closer, behind, behind + _REACH)
    return closing >= 0 and text.find(opener, behind, closing) < 0
