"""Markers of headings and lists that are written in another form than the standard's: 1、 for 1. and the like."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, CLOSERS, OPENERS, SENTENCE_ENDS, is_han
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_CN, _DIGITS = "一二三四五六七八九十", "0123456789０１２３４５６７８９"
_WORDS = ("首先", "其次", "再次", "最后", "其一", "其二", "其三", "其四", "其五")
_SPACES = (" ", "\u3000", "\xa0")


def _signs() -> Iterable[str]:
    yield from (f"{digit}{mark}" for digit in _DIGITS for mark in "、．，,")
    yield from (f"{digit}.{blank}" for digit in _DIGITS for blank in _SPACES)
    yield from (f"{digit}{mark}" for digit in _CN for mark in (*".．，,：:", *_SPACES))
    yield from (f"第{digit}、" for digit in (*_CN, *"123456789"))
    yield from (f"第十{digit}、" for digit in _CN)
    yield from (f"{word}、" for word in _WORDS)
    yield from (f"{digit}、{blank}" for digit in _CN for blank in _SPACES)
    for digit in _CN + _DIGITS:
        yield from (f"({digit}", f"{digit})")
        yield from (f"{digit}）{behind}" for behind in (*"、.．，：", *_SPACES))
        yield from (f"{opener}{blank}{digit}" for opener in "（(" for blank in _SPACES)
        yield from (f"{digit}{blank}{mark}" for mark in "、.）)" for blank in _SPACES)
    yield from (f"{sign}{mark}" for sign in "①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩" for mark in "、.．")


FORM_SIGNS = Literals(_signs)
FARTHEST_SIBLING = 4000
LONGEST_INDENT = 40
LONGEST_BARE = 30  # a heading that lost its mark is no longer than this
_B = f"[{BLANKS}]"
_N = rf"(?P<number>[{_CN}百]{{1,4}}|[0-9０-９]{{1,2}})"
_BRACKETED = Pattern(
    rf"(?:(?P<left>[（(]){_B}{{0,4}})?{_N}{_B}{{0,4}}(?P<right>[）)])(?:{_B}{{0,2}}(?P<mark>[、.．，,：:]))?"
    rf"|(?P<number>[①-⑳㈠-㈩]){_B}{{0,2}}(?P<mark>[、.．])"
)
_ORDINAL = Pattern(
    rf"第{_B}?(?P<number>[{_CN}]{{1,3}}|[0-9]{{1,2}}){_B}{{0,2}}(?P<mark>、)|(?P<number>{'|'.join(_WORDS)}|最後)(?P<mark>、)"
)
_CHINESE = Pattern(rf"(?P<number>[{_CN}]{{1,3}}){_B}{{0,4}}(?:(?P<mark>[、.．，,：:])|(?<={_B}))")
_ARABIC = Pattern(rf"(?P<number>[0-9０-９]{{1,2}}){_B}{{0,4}}(?P<mark>[、．.，,])")
_OTHER_NUMBER = frozenset(_CN + _DIGITS + "第（(")
_LIST_MARKS = "；：;:"
_WORDS_FIRST = frozenset("首其再最")


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


class _Doubt(enum.Enum):
    """What has to stand near a marker for it to be one."""

    NONE = 0
    SIBLING = 1  # the number before or behind it, written in the same way
    HEADING = 2  # a heading 一、 with that number
    EITHER = 3


class _Reading(NamedTuple):
    form: MarkerForm
    doubt: _Doubt


def find_marker_forms(document: Document) -> tuple[MarkerForm, ...]:
    """In order; none of the standard's own form, none where a site's page number stands, and none of annexes."""
    places = document.places(FORM_SIGNS)
    if not places:
        return ()
    read = list(_readings(document, places))
    if not read:
        return ()
    others = {offset for mark in document.page_marks for offset in range(*mark.span)}
    others.update(annex.number.start for annex in document.annexes if annex.number is not None)
    known, headings = _known(read), _headed(document, read)
    return tuple(
        form for form, doubt in read if _is_marker(form, doubt, known, headings) and form.span.start not in others
    )


def _readings(document: Document, places: Iterable[tuple[int, int]]) -> Iterator[_Reading]:
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
    while start > least and (text[start - 1] in _CN or text[start - 1] in _DIGITS):
        start -= 1
    at = start
    while at > least and text[at - 1] in BLANKS:
        at -= 1
    if at > least and text[at - 1] in "（(":
        return at - 1
    return start - 1 if start > least and text[start - 1] == "第" else start


def _opening(text: str, at: int) -> str | None:
    """What stands before `at`: "line" for a line's start, "end" for an end mark, "list" for a colon or the like."""
    least = max(0, at - LONGEST_INDENT)
    before = at
    while before > least and text[before - 1] in BLANKS:
        before -= 1
    if before == 0 or text[before - 1] in "\r\n":
        return "line"
    mark = text[before - 1]
    if mark in _LIST_MARKS:
        return "list"
    while before > least and text[before - 1] in CLOSERS:
        before -= 1
    return "end" if text[before - 1] in SENTENCE_ENDS else None


def _read(document: Document, at: int, opening: str) -> _Reading | None:
    text = document.text
    first = text[at]
    line = opening == "line"
    if first == "第" or first in _WORDS_FIRST:
        match = _ORDINAL.match(document.folded, at)
        return None if match is None else _read_ordinal(document, match, line)
    match = _BRACKETED.match(text, at)
    if match is not None:
        return _read_bracketed(text, match, line)
    if first in _CN:
        match = _CHINESE.match(text, at)
        return None if match is None or not line else _read_chinese(document, match)
    match = _ARABIC.match(text, at)
    return None if match is None else _read_arabic(document, match, opening)


def _read_ordinal(document: Document, match, line: bool) -> _Reading | None:  # type: ignore[no-untyped-def]
    after = document.folded[match.end() : match.end() + 1]
    # 第一、第二产业 and 第三、四季度 are counted side by side.
    if after in _OTHER_NUMBER or (after in _WORDS_FIRST and _ORDINAL.match(document.folded, match.end())):
        return None
    word = match["number"]
    ordinal = _WORDS.index(word) + 1 if word in _WORDS[:3] else number_of(word.lstrip("其"))
    mark = match.start("mark")
    right = document.text[match.start() : mark].strip(BLANKS) + "，"
    form = MarkerForm(Span(*match.span()), right, ordinal, Mistake.ORDINAL_MARK, line)
    return _Reading(form, _Doubt.NONE)


def _read_bracketed(text: str, match, line: bool) -> _Reading | None:  # type: ignore[no-untyped-def]
    start, end = match.span()
    left, right, mark = match["left"], match["right"], match["mark"]
    number = match["number"]
    behind = _skip(text, end)
    after = text[behind : behind + 1]
    if not after or after in "\r\n）)" or (mark and after in _OTHER_NUMBER):
        return None
    if not left and not mark:
        return None
    wanted = number if right is None else f"（{number}）" if left else f"{number}）"
    mistake = Mistake.BRACKET_MARK
    if mark and mark in "：:" and not line:
        return None
    if not mark:
        if left == "(" or right == ")":
            mistake = Mistake.HALF_WIDTH
        elif line and (text[start:end] != wanted or (behind > end and is_han(after))):
            mistake, end = Mistake.BLANK, behind if is_han(after) else end
        else:
            return None
    form = MarkerForm(Span(start, end), wanted, number_of(number), mistake, line)
    return _Reading(form, _Doubt.NONE if line else _Doubt.SIBLING)


def _read_chinese(document: Document, match) -> _Reading | None:  # type: ignore[no-untyped-def]
    text = document.text
    start, end = match.span()
    mark, number = match["mark"], match["number"]
    behind = _skip(text, end)
    after = text[behind : behind + 1]
    if after in _CN or not (is_han(after) or after in OPENERS):
        return None
    mistake, doubt = Mistake.CHINESE_MARK, _Doubt.NONE
    if mark == "、":
        if text[start:end] == f"{number}、" and (behind == end or not is_han(after)):
            return None
        mistake, end = Mistake.BLANK, behind if is_han(after) else end
    elif mark is None or mark in "，,：:":
        doubt = _Doubt.EITHER if mark else _Doubt.HEADING
        if after == "是" or (mark is None and not _is_short(document, behind)):
            return None
    form = MarkerForm(Span(start, end), f"{number}、", number_of(number), mistake, True)
    return _Reading(form, doubt)


def _read_arabic(document: Document, match, opening: str) -> _Reading | None:  # type: ignore[no-untyped-def]
    text = document.text
    start, end = match.span()
    mark, number = match["mark"], match["number"]
    behind = _skip(text, end)
    after = text[behind : behind + 1]
    line = opening == "line"
    if mark == "．" and not number.isascii():  # set in full width throughout
        return None
    if not after or after in _OTHER_NUMBER or (mark in "．，," and not (is_han(after) or after in OPENERS)):
        return None
    mistake, doubt = Mistake.ARABIC_MARK, _Doubt.NONE if line else _Doubt.SIBLING
    if mark == ".":
        # In Markdown the blank belongs to the list's own syntax.
        if not line or not is_han(after) or document.source.format != "plain" or text[start:behind] == f"{number}.":
            return None
        mistake, end = Mistake.BLANK, behind
    elif mark in "，,":
        if not line:
            return None
        doubt = _Doubt.SIBLING
    form = MarkerForm(Span(start, end), f"{number}.", number_of(number), mistake, line)
    return _Reading(form, doubt)


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


def _known(read: Iterable[_Reading]) -> dict[tuple[Mistake, int], list[int]]:
    """Where each number of each kind stands."""
    known: dict[tuple[Mistake, int], list[int]] = {}
    for form, _ in read:
        if form.ordinal is not None:
            known.setdefault((form.mistake, form.ordinal), []).append(form.span.start)
    return known


def _headed(document: Document, read: Iterable[_Reading]) -> frozenset[int]:
    """The numbers of the headings that are written 一、 as they should be; empty where nobody asks."""
    if not any(doubt in (_Doubt.HEADING, _Doubt.EITHER) for _, doubt in read):
        return frozenset()
    return frozenset(
        heading.ordinal
        for heading in document.headings
        if heading.ordinal is not None and heading.style == "一、" and document.text[heading.marker.end - 1] == "、"
    )


def _is_marker(
    form: MarkerForm, doubt: _Doubt, known: dict[tuple[Mistake, int], list[int]], headings: frozenset[int]
) -> bool:
    if doubt is _Doubt.NONE:
        return True
    if form.ordinal is None:
        return False
    if doubt is not _Doubt.SIBLING and (form.ordinal - 1 in headings or form.ordinal + 1 in headings):
        return True
    return doubt is not _Doubt.HEADING and _has_sibling(form, form.ordinal, known)


def _has_sibling(form: MarkerForm, ordinal: int, known: dict[tuple[Mistake, int], list[int]]) -> bool:
    """Whether the number before stands not far before this one, or the next one not far behind it."""
    at = form.span.start
    before, after = known.get((form.mistake, ordinal - 1), []), known.get((form.mistake, ordinal + 1), [])
    index = bisect_left(before, at)
    if index and at - before[index - 1] <= FARTHEST_SIBLING:
        return True
    index = bisect_left(after, at)
    return index < len(after) and after[index] - at <= FARTHEST_SIBLING
