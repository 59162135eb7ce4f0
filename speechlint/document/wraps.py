"""Line ends inside a sentence: of a whole file that was wrapped at a column, and single ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from speechlint.document.torn import is_dangling, last_words
from speechlint.lexicon.vocabulary import LONGEST, knows, size
from speechlint.text.charsets import BLANKS, SENTENCE_ENDS, ends_sentence, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import first_of, last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

# A file is wrapped where so many lines cut a sentence, a share of all, most of them at one width; where they are few, a
# word has to be torn too, or paragraphs to be indented and the lines that go on not.
FEWEST_WRAPS, MANY_WRAPS = 3, 12
CLOSED_SHARE = 0.1
SAMPLE = 60
WRAPPED_SHARE = 0.3
UNIFORM_SHARE = 0.85
NARROWEST, WIDEST = 25, 85  # characters
RAGGED = 4
SET_OFF_SHARE = 0.8
SHORTEST_LINE, SHORTEST_PARAGRAPH = 25, 40
LONGEST_PHRASE = 8
COMMON = 5  # how common a torn word of two characters has to be
_FAR = 2000
# What no line begins with.
_NEVER_FIRST = frozenset("，。、；：！？”’）》」』】〕,;")
# 一、2024年工作回顾
_HEADED = Pattern(
    r"[ \t\u3000\xa0]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^，。；：]{0,40}$"
)
# A phrase that begins so is no clause: 通过走访|调研
_FRAME = Pattern("通过|按照|根据|围绕|针对|随着|为了|对于|关于|依托|把|以")
_CLAUSE_MARKS = "，、；：。！？,;:!?…”）"


class Wrap(NamedTuple):
    """A line end that cuts a sentence.

    `span` covers the words on both sides, `seam` what has to go: the line end with the blanks around it. `word` is what
    the vocabulary says was torn, empty where only the sentence was; `whole` says that the file is wrapped throughout.
    """

    span: Span
    seam: Span
    word: str
    whole: bool


def find_wraps(document: Document) -> tuple[Wrap, ...]:
    """In order; none in Markdown, where a line end in a paragraph is none, nor beside what a site left."""
    if not document.soft_breaks or document.source.format != "plain":
        return ()
    soft = sorted(document.soft_breaks)
    column = _column(document, soft)
    if column is not None:
        lines = [line for line in _wrapped(document, column) if _is_own(document, line)]
        return tuple(_wrap(document, line, "", whole=True) for line in lines)
    found = []
    for line in soft:
        if not _is_own(document, line) or not _is_prose(document, line):
            continue
        # What stands in lists and poems has no end mark.
        word = _torn(document, line) if _has_end(document.text, *document.lines[line + 1]) else ""
        if word or _cuts(document, *_sides(document, line)):
            found.append(_wrap(document, line, word, whole=False))
    return tuple(found)


class _Column(NamedTuple):
    """Where a file is wrapped: `width` characters, or columns where `wide` ones count twice."""

    width: int
    wide: bool

    def of(self, line: str) -> int:
        return len(line) + (sum(ord(character) > 0x2000 for character in line) if self.wide else 0)


def _column(document: Document, soft: Sequence[int]) -> _Column | None:
    """The width at which the file is wrapped; None where it is not."""
    if len(soft) < FEWEST_WRAPS:
        return None
    text, lines = document.text, document.lines
    filled = sum(1 for start, end in zip(lines.starts, lines.ends, strict=True) if end > start)
    if len(soft) < WRAPPED_SHARE * filled:
        return None
    left = [text[lines.starts[line] : lines.ends[line]].rstrip() for line in soft]
    for wide, narrowest, widest in ((False, NARROWEST, WIDEST), (True, 2 * NARROWEST, 2 * WIDEST)):
        widths = sorted(map(_Column(0, wide).of, left))
        width = widths[-max(1, len(widths) // 20)]  # a few may stick out
        if narrowest <= width <= widest and _is_uniform(widths, width):
            sure = any(_torn(document, line) for line in soft[:SAMPLE]) or _is_indented(document, soft)
            return _Column(width, wide) if sure or _is_long_prose(document, soft) else None
    return None


def _is_indented(document: Document, soft: Sequence[int]) -> bool:
    """Whether nearly all lines are indented but those that go on."""
    text, lines = document.text, document.lines
    going_on = {line + 1 for line in soft}
    begun = [
        text[start] in BLANKS
        for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True))
        if start < end and line not in going_on
    ]
    return len(begun) > 1 and sum(begun) >= SET_OFF_SHARE * len(begun)


def _is_long_prose(document: Document, soft: Sequence[int]) -> bool:
    """Whether the cuts are many, and enough of the lines between them end a sentence: a list does not."""
    if len(soft) < MANY_WRAPS:
        return False
    text, ends = document.text, document.lines.ends
    closed = sum(ends_sentence(text[max(0, end - 20) : end]) for end in ends)
    return closed >= CLOSED_SHARE * len(soft)


def _is_uniform(widths: Sequence[int], width: int) -> bool:
    return sum(abs(width - other) <= RAGGED for other in widths) >= UNIFORM_SHARE * len(widths)


def _wrapped(document: Document, column: _Column) -> Iterator[int]:
    """The lines that are full and go on in the next one.

    Where paragraphs are set off by an indent or a blank line, a full line goes on even behind an end mark.
    """
    text, (starts, ends) = document.text, (document.lines.starts, document.lines.ends)
    full = [
        start < end <= start + 2 * column.width
        and column.width - RAGGED <= column.of(text[start:end].rstrip()) <= column.width + RAGGED
        for start, end in zip(starts, ends, strict=True)
    ]
    begun = [line + 1 for line in range(len(full) - 1) if not full[line] and starts[line] < ends[line]]
    set_off = sum(starts[line] == ends[line] or text[starts[line]] in BLANKS for line in begun)
    for line in range(len(full) - 1):
        start, end = starts[line + 1], ends[line + 1]
        if not full[line] or start == end or text[start] in BLANKS:
            continue
        if set_off >= SET_OFF_SHARE * len(begun) or line in document.soft_breaks:
            yield line


def _is_own(document: Document, line: int) -> bool:
    """Whether neither the line nor the next one is a site's."""
    from speechlint.document.kinds import LineKind

    if LineKind.RESIDUE in document.kinds[line : line + 2]:
        return False
    at = document.lines.starts[line + 1]
    marks = document.page_marks
    index = bisect_left(marks, at, key=lambda mark: mark.span.start)
    return index == len(marks) or marks[index].span.start >= document.lines.ends[line + 1]


def _is_prose(document: Document, line: int) -> bool:
    """Whether neither the line nor the next one is a title, a heading, a salutation or a signature."""
    from speechlint.document.kinds import LineKind

    if document.kinds[line] not in (LineKind.BODY, LineKind.HEADING) or document.kinds[line + 1] is not LineKind.BODY:
        return False
    return _HEADED.match(document.text, *document.lines[line]) is None


def _wrap(document: Document, line: int, word: str, *, whole: bool) -> Wrap:
    start, end, behind, stop = _sides(document, line)
    before, after = last_words(document.folded, start, end), _first_word(document.folded, behind, stop)
    span = Span(end - min(2, len(before[-1])) if before else end - 1, behind + max(1, min(2, len(after))))
    return Wrap(span, Span(end, behind), word, whole)


def _sides(document: Document, line: int) -> tuple[int, int, int, int]:
    """Where the line begins and its words end; where the next one begins and ends."""
    text, lines = document.text, document.lines
    end = lines.ends[line]
    while text[end - 1] in BLANKS:
        end -= 1
    return lines.starts[line], end, lines.starts[line + 1], lines.ends[line + 1]


def _torn(document: Document, line: int) -> str:
    """The word of the vocabulary that the end of the line tears; empty where none is, or where no prose stands."""
    text = document.text
    start, end, behind, stop = _sides(document, line)
    if not is_han(text[end - 1]) or not is_han(text[behind]):
        return ""
    if end - start < SHORTEST_PARAGRAPH and not _has_end(text, start, end):
        soft = document.soft_breaks
        if line - 1 in soft or line + 1 in soft or first_of("，；、", text, start, end) < 0:
            return ""
    word = _torn_word(document.folded, start, end, behind, stop)
    return word if len(word) > 2 or size(word) >= COMMON else ""


def _torn_word(folded: str, start: int, end: int, behind: int, stop: int) -> str:
    """The word of the vocabulary that stands over the break; empty where none does.

    Each half alone must leave over what belongs to it: 召开大|会议 is no 大会. Two whole words make only a fixed phrase
    of four characters, 贯彻|落实, and only inside a clause that began with other words.
    """
    right = _head(folded, behind, stop)
    left = last_words(folded, start, end)
    first = _first_word(folded, behind, stop)
    phrase = folded[end - 2 : end] + first
    if len(left) > 1 and len(phrase) == 4 and knows(phrase[:2]) and knows(phrase):
        return phrase
    joined = "".join(left) + right
    border, at = len(joined) - len(right), 0
    for word in last_words(joined, 0, len(joined)):
        if at < border < at + len(word):
            rest = word[border - at :]
            whole = knows(word[: border - at]) and knows(rest)
            return word if len(first) <= len(rest) and not whole else ""
        at += len(word)
    return ""


def _head(folded: str, start: int, stop: int) -> str:
    """The first few Han characters of a line."""
    end = start
    while end < min(stop, start + LONGEST) and is_han(folded[end]):
        end += 1
    return folded[start:end]


def _first_word(folded: str, start: int, stop: int) -> str:
    """The longest word of the vocabulary that a line begins with, or its first character; empty where none is Han."""
    head = _head(folded, start, stop)
    return next((head[:n] for n in range(len(head), 1, -1) if knows(head[:n])), head[:1])


def _cuts(document: Document, start: int, end: int, behind: int, stop: int) -> bool:
    """Whether the left line cannot be the end of a paragraph, though no word is torn."""
    text = document.text
    if end - start < SHORTEST_LINE:
        return False
    if text[behind] in _NEVER_FIRST:
        return True
    if end - start < SHORTEST_PARAGRAPH and not _has_end(text, start, end):
        return False
    # A list or a poem goes on in lines that are no longer.
    if stop - behind < SHORTEST_LINE or not _has_end(text, behind, stop):
        return False
    if text[end - 1] in "，、,":
        return True
    if is_dangling(last_words(document.folded, start, end)):
        return True
    clause = last_of(_CLAUSE_MARKS, text, max(start, end - LONGEST_PHRASE - 1), end) + 1
    return clause > 0 and _FRAME.match(document.folded, clause, end) is not None


def _has_end(text: str, start: int, stop: int) -> bool:
    """Whether an end mark stands in the line; of a very long one only the last part is asked."""
    return last_of(SENTENCE_ENDS, text, max(start, stop - _FAR), stop) >= 0
