"""Numbering markers wherever they stand: at line starts, behind a salutation, and inside paragraphs."""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from speechlint.document.addressed import ADDRESSED
from speechlint.document.headings import heading_words
from speechlint.document.marker_grammar import BEGINNINGS, CN, ORDINAL, RUN, TOP, Reading, read_marker
from speechlint.document.marker_places import Quotations, joined, moved, rejoined
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markup import LineBounds
from speechlint.lexicon.literals import Places
from speechlint.text.charsets import BLANKS, CLOSERS, is_han
from speechlint.text.lines import Lines
from speechlint.text.numerals import written_like
from speechlint.text.span import Span
from speechlint.text.words import last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

# What a marker inside a paragraph may follow; a run or an ordinal may also follow a comma, and brackets and signs too.
_STOPS = frozenset("。！？；：…!?;:")
_PAUSES = frozenset("，、,")
_FOLLOWED = _STOPS | _PAUSES | frozenset(CLOSERS + ".")
_BEFORE_COMMA = frozenset(("（1）", "1）", "①", "⑴", "⒈", "（一）", "㈠"))
_IN_FRONT = frozenset(CN + "零〇百0123456789０１２３４５６７８９")
LONGEST_SALUTATION = 25
_SPACE = BLANKS + "\r\n"
FARTHEST = 3000  # code points; what a marker counts on from stands no farther in front of it


# How far in front of 1） the bracket is looked for that it closes.
NEAR = 20


class Where(enum.Enum):
    """Where a marker stands: at the start of a line, behind a salutation that begins it, or inside a paragraph."""

    LINE = "line"
    SALUTATION = "salutation"
    INLINE = "inline"


class Marker(Struct, frozen=True, gc=False):
    """A numbering marker.

    `span` is all of it, with its mark and the blanks inside: 一、 （1） 第一， 一是; `number` is what is counted in it
    (一, 1, ①, the word of 首先，) and `word` how that is written. `style` names its form: 第一章 第一条 一、 （一） 1.
    （1） 1） ① ⑴ ⒈ ㈠ a. 第一， 第一是 第一要 其一， 首先， 首先是 一是 一要 一来 一方面; 1、 and 1. are of one style,
    as are （1） and (1). `level`: 0 chapter, 1 一、 2 （一） 3 1. 4 （1） 5 ① 6 第一， 7 一是. `ordinal` is None for
    最后 and for 第十七条之一. `line` is 0-based. `words` are what `headings.Heading.words` are, and `lead` says that
    text goes on behind them.
    Where a site's page mark tears a marker apart, the spans go over it.
    """

    span: Span
    number: Span
    style: str
    level: int
    ordinal: int | None
    line: int
    where: Where
    words: Span
    lead: bool
    word: str

    def written(self, ordinal: int) -> str:
        """What to put in place of `number` for another ordinal, in this marker's own way; ValueError beyond 1 to 99, or
        beyond what the way has signs for.
        """
        if self.word in _WORD_ORDINALS:
            if not 1 <= ordinal <= 3 or self.style == "一方面":
                raise ValueError(f"{self.word} has no follower that says {ordinal}")
            return ("首先", "其次", "再次")[ordinal - 1]
        return written_like(self.word, ordinal)


def stands_between(text: str, marker: Marker, ordinal: int, start: int) -> bool:
    """Whether the form of the marker with another number stands somewhere between `start` and the marker: 二是 in the
    middle of a clause, where no marker is read, and yet the number is there.
    """
    try:
        number = marker.written(ordinal)
    except ValueError:
        return False
    before = text[marker.span.start : marker.number.start]
    behind = text[marker.number.end : marker.span.end].strip(BLANKS)[:1]
    if marker.level == ORDINAL:
        behind = ""  # 第二 may go on with any word
    elif marker.level == TOP:
        behind = "、"
    form = before + number
    at = text.find(form, max(start, marker.span.start - FARTHEST), marker.span.start)
    # 第二是 and 十二、 are others; 二 是 and a 二 that the line end tears from its 是 are not.
    while at >= 0:
        other = at > 0 and (text[at - 1] in "第其" or text[at - 1] in _IN_FRONT)
        end = at + len(form)
        if not other and text[end : end + 6].lstrip(_SPACE).startswith(behind):
            return True
        at = text.find(form, at + 1, marker.span.start)
    return False


_WORD_ORDINALS = frozenset(("首先", "其次", "再次", "最后", "最後", "一方面", "另一方面"))


def find_markers(document: Document) -> tuple[Marker, ...]:
    """The markers in reading order; those in site residue and in tables of contents are left out."""
    places = document.places(MARKER_SIGNS)
    if not places:
        return ()
    seams = [mark.seam for mark in document.page_marks]
    if seams:
        text, joints = joined(document.text, seams)
        found = list(moved(_find(text, Lines(text), rejoined(places, text, seams)), joints, document.lines))
    else:
        found = _find(document.text, document.lines, places, document.bare_lines)
    return tuple(_own(document, found))


def _find(text: str, lines: Lines, places: Places, bare: LineBounds | None = None) -> list[Marker]:
    bare = bare or LineBounds(lines.starts, lines.ends)
    marked_up = bare.starts is not lines.starts
    found = _at_line_starts(text, bare, marked_up)
    ends = {marker.span.start: marker.span.end for marker in found}
    starts_of_lines, ends_of_lines = lines.starts, lines.ends
    reached = line = 0
    last_line = len(starts_of_lines) - 1
    quotes = Quotations(text)
    inside = Where.INLINE
    for at, _ in places:
        if at < reached:
            continue
        if at in ends:
            reached = ends[at]
            continue
        start = at if at and text[at - 1] in _FOLLOWED else _first_of_marker(text, at)
        if start in ends:
            reached = ends[start]
            continue
        if start <= reached:
            continue
        before = start - 1
        while before and (text[before] in BLANKS or (marked_up and text[before] == "*")):
            before -= 1
        if text[before] not in _FOLLOWED:
            continue
        while line < last_line and starts_of_lines[line + 1] <= start:
            line += 1
        begin, end = starts_of_lines[line], ends_of_lines[line]
        if before < begin:
            continue
        reading = read_marker(text, start, end, line_start=False)
        if reading is None:
            continue
        if text[before] in _STOPS and before - begin > LONGEST_SALUTATION:
            where: Where | None = inside
        else:
            where = _where(text, begin, before, reading)
        if where is None or quotes.holds(begin, start, end):
            continue
        reached = reading.end
        found.append(_marker(text, line, start, end, reading, where, marked_up))
    found.sort(key=lambda marker: marker.span.start)
    return found


def _at_line_starts(text: str, lines: LineBounds, marked_up: bool) -> list[Marker]:
    found = []
    at_line = Where.LINE
    for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        while start < end and text[start] in BLANKS:
            start += 1
        if start == end or text[start] not in BEGINNINGS:
            continue
        reading = read_marker(text, start, end, line_start=True)
        if reading is not None:
            found.append(_marker(text, line, start, end, reading, at_line, marked_up))
    return found


def _marker(text: str, line: int, start: int, end: int, reading: Reading, where: Where, marked_up: bool) -> Marker:
    # **一是**快
    behind = reading.end + 2 if marked_up and text.startswith("**", reading.end, end) else reading.end
    words, lead = heading_words(text, behind, end)
    return Marker(
        Span(start, reading.end),
        reading.number,
        reading.style,
        reading.level,
        reading.ordinal,
        line,
        where,
        words,
        lead,
        reading.word,
    )


def _first_of_marker(text: str, at: int) -> int:
    """Where the marker begins that the sign at `at` is a part of: 十 of 十二、, the bracket of （12）."""
    lowest = max(0, at - 5)
    while at > lowest and text[at - 1] in _IN_FRONT:
        at -= 1
    if at and text[at - 1] in "第其（(另":
        at -= 1
    return at


def _where(text: str, begin: int, before: int, reading: Reading) -> Where | None:
    """How the marker stands behind the mark at `before`, in a line from `begin`; None where it cannot stand there."""
    mark = text[before]
    if before - begin <= LONGEST_SALUTATION and mark in "，,：:！!" and _is_address(text[begin:before]):
        return Where.SALUTATION
    if reading.style in ("1）", "1.") and mark in ":：" and text[before - 1].isdecimal():
        return None  # 8:00）
    if reading.style == "1）" and _is_open(text, max(begin, before - NEAR), before + 1):
        return None  # (2,1)
    if mark in _STOPS:
        return Where.INLINE
    if mark == ".":
        return Where.INLINE if is_han(text[before - 1 : before]) else None
    if mark in CLOSERS:
        return Where.INLINE if text[before - 1] in _STOPS or reading.level == RUN else None
    if reading.level not in (ORDINAL, RUN) and reading.style not in _BEFORE_COMMA:
        return None
    if mark == "、" and (reading.level == ORDINAL or text[before - 1] in CLOSERS):
        return None
    return Where.INLINE


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether a bracket is open at `end` that opened behind `start`."""
    return last_of("(（", text, start, end) > last_of(")）", text, start, end)


def _is_address(words: str) -> bool:
    return any(word in words for word in ADDRESSED) and not any(mark in words for mark in "。；;：:？?")


def _own(document: Document, found: list[Marker]) -> Iterator[Marker]:
    """Without those that a site left, those of tables of contents, and those in code."""
    foreign = {line for residue in document.residue for line in residue.lines}
    foreign.update(line for table in document.contents for line in table.lines)
    notices = [residue.span for residue in document.residue if not residue.lines]
    code = [span for span, reason in document.source.quiet if reason != "markup"]
    if code:
        notices = sorted(notices + code)
    if not foreign and not notices:
        yield from found
        return
    starts = [span.start for span in notices]
    for marker in found:
        if marker.line in foreign:
            continue
        index = bisect_right(starts, marker.span.start) - 1
        if index < 0 or notices[index].end <= marker.span.start:
            yield marker
