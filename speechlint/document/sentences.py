"""Paragraphs and sentences, read across the line breaks that an editor or a site put inside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.headings import Heading, read_heading
from speechlint.text.charsets import BLANKS, CLOSERS, SENTENCE_ENDS, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# A shorter line is a title, a list entry or a heading, not half a sentence; with a mark inside it may be half of one.
SHORTEST_CUT, SHORTEST_MARKED = 25, 12
_LINE_ENDS = SENTENCE_ENDS + "：:；;"
_CLOSING = CLOSERS + ")\"'"
_INNER_MARK = Pattern("[，、；：。,;]")
# The end marks of a sentence with the closing marks behind them; a full stop counts behind a Han character only.
_END = Pattern(rf"(?P<mark>[{SENTENCE_ENDS}]+|\.(?!\.))(?P<closers>[{CLOSERS})\"]*)")
# What cannot begin a sentence: before one of these the end mark belonged to words that are only cited.
_GOES_ON = frozenset("，、；：。！？,;:!?的之等是和与與及为為）)")


def find_soft_breaks(document: Document) -> frozenset[int]:
    """Numbers (0-based) of the lines whose end cuts a sentence.

    The left line does not end in an end mark, a colon or a semicolon, and is no heading and no short line without
    marks; the right line is neither blank nor a heading nor indented.
    """
    text, lines = document.text, document.lines
    if len(lines) < 2:
        return frozenset()
    starts, ends = lines.starts, lines.ends
    found = set()
    for line in range(len(starts) - 1):
        start, end, after = starts[line], ends[line], starts[line + 1]
        length = end - start
        if length < SHORTEST_MARKED or after == ends[line + 1] or text[after] in BLANKS or text[end - 1] in _LINE_ENDS:
            continue
        # What a line ends in is decided by its last characters; it may be megabytes long.
        bare = text[max(start, end - 80) : end].rstrip()
        if not bare or _ends(bare):
            continue
        if length < SHORTEST_CUT and _INNER_MARK.search(text, start, end) is None:
            continue
        # Few lines of a draft come this far, so the headings of all need not be known.
        heading = _heading(text, line, start, end)
        if (heading is None or heading.lead) and _heading(text, line + 1, after, ends[line + 1]) is None:
            found.add(line)
    return frozenset(found)


def find_paragraphs(document: Document) -> tuple[Span, ...]:
    """Lines joined over soft breaks, without the indent and the blanks at the end; blank lines are no paragraph."""
    text, lines, soft = document.text, document.lines, document.soft_breaks
    found = []
    first: int | None = None
    for line, end in enumerate(lines.ends):
        start = lines.starts[line] if first is None else first
        if line in soft:
            first = start
            continue
        first = None
        words = text[start:end].lstrip(BLANKS)
        if words:
            start = end - len(words)
            found.append(Span(start, start + len(words.rstrip(BLANKS))))
    return tuple(found)


def find_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of all paragraphs, closing marks with the sentence that they close.

    An end mark inside a quotation or brackets ends a sentence only where they close behind it and nothing but a new
    sentence follows; an ellipsis only at the end of a paragraph; a decimal point never.
    """
    quotes = [quote.span for quote in document.quotes if quote.depth == 0]
    return tuple(sentence for paragraph in document.paragraphs for sentence in _split(document.text, paragraph, quotes))


def _heading(text: str, line: int, start: int, end: int) -> Heading | None:
    while start < end and text[start] in BLANKS:
        start += 1
    return read_heading(text, line, start, end) if start < end else None


def _ends(line: str) -> bool:
    bare = line.rstrip(_CLOSING).rstrip()
    return bool(bare) and (line[-1] in _LINE_ENDS or bare[-1] in SENTENCE_ENDS)


def _split(text: str, paragraph: Span, quotes: list[Span]) -> Iterator[Span]:
    start, end = paragraph
    for match in _END.finditer(text, start, end):
        if match.end() == end:
            break
        if not _is_end(text, paragraph, match, quotes):
            continue
        yield Span(start, match.end())
        start = match.end()
        while start < end and text[start] in BLANKS + "\r\n":
            start += 1
    if start < end:
        yield Span(start, end)


def _is_end(text: str, paragraph: Span, match, quotes: list[Span]) -> bool:  # type: ignore[no-untyped-def]
    """Whether the marks of `match` end a sentence; the end of the paragraph is never asked about."""
    mark, after = match["mark"], text[match.end()]
    if mark == ".":
        at = match.start()
        if at - paragraph.start < 4 or not is_han(text[at - 1]) or not (is_han(after) or after in BLANKS):
            return False
    elif mark.strip("…") == "":
        return False
    if after in _GOES_ON:
        return False
    index = bisect_right(quotes, (match.start(), len(text))) - 1
    return index < 0 or quotes[index].end <= match.end()
