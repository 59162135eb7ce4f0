"""The outline that a document site shows before its text: a list of the headings that come again below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.marker_grammar import Reading, read_marker
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import BLANKS, ends_sentence, without_blanks
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

OUTLINE_WORDS = Literals(("目录", "提纲", "大纲", "框架"))
FEWEST_HEADINGS = 3
MOST_OUTLINES = 20
LONGEST_OUTLINE = 120  # lines
LONGEST_HEADING = 50
# Headings are looked for in so much of the text behind the outline.
BODY = 200_000
STRETCH = 1 << 12  # code points of it that are squeezed at a time
_WORD = "(?:目录|提纲|大纲|框架)"
_OPENER = Pattern(
    rf"(?P<left>[【\[〖]?)(?:全文|文章|文稿|讲话|内容|本文|写作|稿件)?{_WORD}"
    rf"(?P<more>(?:[/／、|和及]{_WORD})*)(?:如下|预览)?[】\]〗]?(?P<colon>[:：]?)(?P<dots>[.…。]{{0,6}})"
)
_DOTS = Pattern("[.…。·]{1,12}")
# A real table of contents leads to pages, or lists the chapters of a law.
_LEADS_TO_PAGE = Pattern(r".*(?:[.…·]{2,}|[\t\u3000 ]{2,})[（(]?[0-9]{1,4}[）)]?")
_CHAPTER = Pattern("第[ \u3000]?[一二三四五六七八九十百0-9]{1,4}[ \u3000]?[章编节篇条]")
_NUMBERED = Pattern(
    r"[一二三四五六七八九十]{1,3}(?:、|是|要|，)|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、]|第[一二三四五六七八九十]{1,3}[，、]"
)


class Outline(NamedTuple):
    """The lines (0-based, blank ones left out) of an outline: the opener, its headings, and the dots that close it."""

    lines: tuple[int, ...]


def find_outlines(document: Document) -> tuple[Outline, ...]:
    """Outlines whose headings come again in the text behind them; a table of contents is none."""
    found: list[Outline] = []
    bodies = _Bodies(document)
    taken = -1
    for start, _ in document.places(OUTLINE_WORDS):
        line = document.lines.index_of(start)
        if line <= taken or len(found) == MOST_OUTLINES:
            continue
        outline = _read_outline(document, line, bodies)
        if outline is not None:
            found.append(outline)
            taken = outline.lines[-1]
    return tuple(found)


def outline_spans(document: Document, outline: Outline) -> tuple[Span, ...]:
    """The words of each of its lines."""
    text, spans = document.text, []
    for line in outline.lines:
        start, end = document.lines[line]
        while start < end and text[start] in BLANKS:
            start += 1
        while end > start and text[end - 1] in BLANKS:
            end -= 1
        spans.append(Span(start, end))
    return tuple(spans)


def _read_outline(document: Document, line: int, bodies: _Bodies) -> Outline | None:
    words = _words(document, line)
    opener = _OPENER.fullmatch(words) if len(words) <= 24 else None
    if opener is None:
        return None
    headings, dots = _read_headings(document, line + 1)
    if len(headings) < FEWEST_HEADINGS:
        return None
    texts = [_words(document, heading) for heading in headings]
    if any(_CHAPTER.match(text) or _LEADS_TO_PAGE.fullmatch(text) for text in texts):
        return None
    # One sign alone may be a secretary's own table of contents.
    signs = (
        2 * bool(opener["left"] or opener["more"] or opener["dots"]) + bool(opener["colon"]) + 2 * (dots is not None)
    )
    signs += _opens_the_text(document, line)
    if signs == 0:
        return None
    body = bodies.behind(document.lines.ends[headings[-1] if dots is None else dots])
    again = sum(without_blanks(words).rstrip("。；;：:") in body for words in texts)
    if again < FEWEST_HEADINGS or signs + (again < len(texts)) < 2:
        return None
    return Outline((line, *headings, *(() if dots is None else (dots,))))


def _read_headings(document: Document, line: int) -> tuple[list[int], int | None]:
    """The numbered lines of heading length from `line` on, and the line of dots that closes them."""
    headings: list[int] = []
    first: Reading | None = None
    reached = 0
    for here in range(line, min(len(document.lines), line + LONGEST_OUTLINE)):
        words = _words(document, here)
        if not words:
            continue
        if _DOTS.fullmatch(words) is not None:
            return headings, here
        if len(words) > LONGEST_HEADING or ends_sentence(words) or _NUMBERED.match(words) is None:
            break
        # The text itself begins where the numbers begin again.
        reading = read_marker(words, 0, len(words), line_start=True)
        if reading is not None and reading.ordinal is not None:
            first = first or reading
            if reading.style == first.style:
                if reading.ordinal <= reached:
                    break
                reached = reading.ordinal
        headings.append(here)
    return headings, None


class _Bodies:
    """Text without blanks, whatever stands in headings. Each stretch is squeezed once, however many outlines ask."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._squeezed: dict[int, str] = {}

    def behind(self, start: int) -> str:
        """What stands behind an outline."""
        folded = self._document.folded
        end = min(start + BODY, len(folded))
        first, last = start // STRETCH + 1, end // STRETCH
        if first >= last:
            return without_blanks(folded[start:end])
        before, rest = folded[start : first * STRETCH], folded[last * STRETCH : end]
        return "".join([without_blanks(before), *map(self._stretch, range(first, last)), without_blanks(rest)])

    def _stretch(self, number: int) -> str:
        if number not in self._squeezed:
            start = number * STRETCH
            self._squeezed[number] = without_blanks(self._document.folded[start : start + STRETCH])
        return self._squeezed[number]


def _opens_the_text(document: Document, line: int) -> bool:
    """Whether nothing stands before the line: an author's table of contents has a title above it."""
    start = document.lines.starts[line]
    return start < 200 and not document.text[:start].strip()


def _words(document: Document, line: int) -> str:
    """The line in simplified characters without blanks at its ends; no more than a heading's length of it and a bit."""
    start, end = document.lines.starts[line], document.lines.ends[line]
    return fold(document.text[start : min(end, start + 3 * LONGEST_HEADING)].strip(BLANKS))
