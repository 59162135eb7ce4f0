"""How markers look that are written in another form than the standard's: 1、 （一）、 一. for 1. （一） 一、"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from speechlint.document.form_grammar import (
    ARABIC,
    BRACKETED,
    CHINESE,
    CN,
    DIGITS,
    ORDINAL,
    OTHER_NUMBER,
    WORDS,
    WORDS_FIRST,
    YEAR,
)
from speechlint.text.charsets import BLANKS, CLOSERS, OPENERS, SENTENCE_ENDS, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

LONGEST_INDENT = 40
REACH = 20  # so near behind half-width brackets Chinese words stand
LONGEST_BARE = 30  # a heading that lost its mark is no longer than this
_LIST_MARKS = "；：;:"


class Mistake(enum.Enum):
    """What is wrong with a marker; each is reported by one rule."""

    ARABIC_MARK = "1、"
    ORDINAL_MARK = "第一、"
    BRACKET_MARK = "（一）、"
    CHINESE_MARK = "一，"
    HALF_WIDTH = "(一)"
    BLANK = "一 、"


class MarkerForm(NamedTuple):
    """A marker in another form than the standard's.

    `span` covers the marker with its mark, and the blanks where they are the mistake. `right` is what should stand
    there. `ordinal` is None for 最后. `opens_line` is False for a marker inside a paragraph.
    """

    span: Span
    right: str
    ordinal: int | None
    mistake: Mistake
    opens_line: bool


class Doubt(enum.Enum):
    """What has to stand near a marker for it to be one."""

    NONE = 0
    SIBLING = 1  # the number before or behind it, written in the same way
    HEADING = 2  # a heading 一、 with that number
    EITHER = 3


class Reading(NamedTuple):
    """A marker as it stands there, before anybody asks what stands near it."""

    form: MarkerForm
    doubt: Doubt


def read_forms(document: Document, places: Iterable[tuple[int, int]]) -> Iterator[Reading]:
    """The markers at these places in order, each once."""
    text, taken = document.text, -1
    for start, end in places:
        if end <= taken:
            continue
        at = _start_of(text, start, taken)
        opening = _opening(text, at)
        if opening is None:
            continue
        reading = _read(document, at, opening)
        if reading is not None:
            taken = reading.form.span.end
            yield reading


def _start_of(text: str, start: int, least: int) -> int:
    """Where the marker begins whose sign stands at `start`."""
    least = max(0, least, start - 10)
    while start > least and (text[start - 1] in CN or text[start - 1] in DIGITS):
        start -= 1
    at = start
    while at > least and text[at - 1] in BLANKS:
        at -= 1
    return at - 1 if at > least and text[at - 1] in "（(第" else start


def _opening(text: str, at: int) -> str | None:
    """What stands before `at`: "line" for a line's start, "end" for an end mark, "list" for a colon or the like."""
    least = max(0, at - LONGEST_INDENT)
    before = at
    while before > least and text[before - 1] in BLANKS:
        before -= 1
    if before == 0 or text[before - 1] in "\r\n":
        return "line"
    mark = text[before - 1]
    if mark in _LIST_MARKS or (mark in "．." and text[before - 2 : before - 1].isdecimal()):  # 5．(1)
        return "list"
    while before > least and text[before - 1] in CLOSERS:
        before -= 1
    return "end" if text[before - 1] in SENTENCE_ENDS else None


def _read(document: Document, at: int, opening: str) -> Reading | None:
    text = document.text
    first = text[at]
    line = opening == "line"
    if first == "第" or first in WORDS_FIRST:
        match = ORDINAL.match(document.folded, at)
        return None if match is None else _read_ordinal(document, match, line)
    match = BRACKETED.match(text, at)
    if match is not None:
        return _read_bracketed(text, match, line)
    if first in CN:
        match = CHINESE.match(text, at)
        return None if match is None or not line else _read_chinese(document, match)
    match = ARABIC.match(text, at)
    return None if match is None else _read_arabic(document, match, opening)


def _read_ordinal(document: Document, match, line: bool) -> Reading | None:  # type: ignore[no-untyped-def]
    after = document.folded[match.end() : match.end() + 1]
    # 第一、第二产业 and 第三、四季度 are counted side by side; 第二、一定要 is not.
    if after in OTHER_NUMBER and not _starts_anew(after, match["number"]):
        return None
    if after in WORDS_FIRST and ORDINAL.match(document.folded, match.end()) is not None:
        return None
    word = match["number"]
    ordinal = WORDS.index(word) + 1 if word in WORDS[:3] else number_of(word.lstrip("其"))
    mark = match.start("mark")
    right = document.text[match.start() : mark].strip(BLANKS) + "，"
    form = MarkerForm(Span(*match.span()), right, ordinal, Mistake.ORDINAL_MARK, line)
    return Reading(form, Doubt.NONE)


def _starts_anew(after: str, number: str) -> bool:
    """Whether the number behind the mark is no higher than the marker's own, and so no neighbour of it."""
    other = number_of(after) if after in CN else None
    return other is not None and other <= (number_of(number) or 0)


def _read_bracketed(text: str, match, line: bool) -> Reading | None:  # type: ignore[no-untyped-def]
    start, end = match.span()
    left, right, mark = match["left"], match["right"], match["mark"]
    number = match["number"]
    behind = _skip(text, end)
    after = text[behind : behind + 1]
    if not after or after in "\r\n）)" or (mark and after in OTHER_NUMBER):
        return None
    if not left and not mark:
        return None
    wanted = number if right is None else f"（{number}）" if left else f"{number}）"
    mistake = Mistake.BRACKET_MARK
    if mark and mark in "：:。" and not line:
        return None
    if not mark:
        if left == "(" or right == ")":
            mistake = Mistake.HALF_WIDTH
            if not any(map(is_han, text[behind : behind + REACH].partition("\n")[0])):
                return None
        elif line and (text[start:end] != wanted or (behind > end and is_han(after))):
            mistake, end = Mistake.BLANK, behind if is_han(after) else end
        else:
            return None
    form = MarkerForm(Span(start, end), wanted, number_of(number), mistake, line)
    return Reading(form, Doubt.NONE if line else Doubt.SIBLING)


def _read_chinese(document: Document, match) -> Reading | None:  # type: ignore[no-untyped-def]
    text = document.text
    start, end = match.span()
    mark, number = match["mark"], match["number"]
    behind = _skip(text, end)
    after = text[behind : behind + 1]
    digit = after in DIGITS and (mark != "." or YEAR.match(text, behind) is not None)
    if not after or after in CN or not (is_han(after) or after in OPENERS or digit):
        return None
    mistake, doubt = Mistake.CHINESE_MARK, Doubt.NONE
    if mark == "、":
        wordy = is_han(after) or digit
        if text[start:end] == f"{number}、" and (behind == end or not wordy):
            return None
        mistake, end = Mistake.BLANK, behind if wordy else end
    elif mark is None or mark in "，,：:。":
        doubt = Doubt.EITHER if mark else Doubt.HEADING
        if after == "是" or (mark is None and not _is_short(document, behind)):
            return None
    form = MarkerForm(Span(start, end), f"{number}、", number_of(number), mistake, True)
    return Reading(form, doubt)


def _read_arabic(document: Document, match, opening: str) -> Reading | None:  # type: ignore[no-untyped-def]
    text = document.text
    start, end = match.span()
    mark, number = match["mark"], match["number"]
    behind = _skip(text, end)
    after = text[behind : behind + 1]
    line = opening == "line"
    if mark == "．" and not number.isascii():  # set in full width throughout
        return None
    if not after or (mark not in "、." and not (is_han(after) or after in OPENERS)):
        return None
    # 3、四月份 counts side by side; among lines that begin with 2、 and 4、 it is the third of a list.
    wordy = line and mark == "、" and after in CN
    if after in OTHER_NUMBER and not wordy:
        return None
    mistake, doubt = Mistake.ARABIC_MARK, Doubt.NONE if line and not wordy else Doubt.SIBLING
    if mark == ".":
        # In Markdown the blank belongs to the list's own syntax.
        if not line or not is_han(after) or document.source.format == "markdown" or text[start:behind] == f"{number}.":
            return None
        mistake, end = Mistake.BLANK, behind
    elif mark in "，,。：:":
        if not line:
            return None
        doubt = Doubt.SIBLING
    form = MarkerForm(Span(start, end), f"{number}.", number_of(number), mistake, line)
    return Reading(form, doubt)


def _skip(text: str, at: int) -> int:
    """The offset behind the blanks at `at`."""
    while at < len(text) and text[at] in BLANKS:
        at += 1
    return at


def _is_short(document: Document, start: int) -> bool:
    """Whether the words from `start` to the line's end are a heading's."""
    end = document.lines.ends[document.lines.index_of(start)]
    if end - start > LONGEST_BARE:
        return False
    return not any(mark in document.text[start:end] for mark in "，。；：！？")
