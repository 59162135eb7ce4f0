"""Numbering markers at line starts, and the words of the headings behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechlint.text.charsets import BLANKS, SENTENCE_ENDS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

# A heading is no longer than this; what is longer is a paragraph that begins with a number.
LONGEST = 40
CHAPTER, ORDINAL, RUN = 0, 6, 7

_CN = "[零〇一二三四五六七八九十百]{1,4}"
_DIGITS = "[0-9０-９]{1,2}"
# Each style with its level; the first that matches wins, so the longer ones stand first. `number` is what is counted.
_GRAMMAR = (
    ("chapter", CHAPTER, Pattern(rf"第(?P<number>{_CN})[章节節条條编編篇部](?:分)?(?![a-zA-Z中门門队隊署])")),
    (
        "ordinal",
        ORDINAL,
        Pattern(rf"第(?P<number>{_CN}|{_DIGITS})[、，,：:]|(?P<word>首先|其次|再次|最后|最後)[，,、：:]"),
    ),
    ("run", RUN, Pattern(r"(?P<number>[一二三四五六七八九十]{1,3})(?:是(?!否|非)|要(?=[^素点點件])|[来來](?=[，,]))")),
    ("一、", 1, Pattern(rf"(?P<number>{_CN})[、．.](?![0-9])")),
    ("（一）", 2, Pattern(rf"[（(](?P<number>{_CN})[）)]、?|(?P<sign>[㈠-㈩])、?")),
    ("1.", 3, Pattern(rf"(?P<number>{_DIGITS})[.．、](?![0-9０-９])|(?P<sign>[⒈-⒛])")),
    ("（1）", 4, Pattern(rf"[（(](?P<number>{_DIGITS})[）)]、?|(?P<number>{_DIGITS})[）)]|(?P<sign>[⑴-⒇])")),
    ("①", 5, Pattern(r"(?P<sign>[①-⑳㉑-㉟㊱-㊿])、?|[a-z][.)．）](?![a-zA-Z0-9])")),
)
_ROWS = {style: (style, level, pattern) for style, level, pattern in _GRAMMAR}
_SIGNS = frozenset(
    chr(code) for first, last in ("①⒛", "㈠㈩", "㉑㉟", "㊱㊿") for code in range(ord(first), ord(last) + 1)
)
_ROMAN = "abcdefghijklmnopqrstuvwxyz"
# The rows that a line can match by its first character.
_ROWS_BY_FIRST = {
    **dict.fromkeys("第", (_ROWS["chapter"], _ROWS["ordinal"])),
    **dict.fromkeys("首其再最", (_ROWS["ordinal"],)),
    **dict.fromkeys("零〇一二三四五六七八九十百", (_ROWS["run"], _ROWS["一、"])),
    **dict.fromkeys("（(", (_ROWS["（一）"], _ROWS["（1）"])),
    **dict.fromkeys("0123456789０１２３４５６７８９", (_ROWS["1."], _ROWS["（1）"])),
    **dict.fromkeys(_SIGNS, (_ROWS["（一）"], _ROWS["1."], _ROWS["（1）"], _ROWS["①"])),
    **dict.fromkeys(_ROMAN, (_ROWS["①"],)),
}
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
# 三、四月份: two numbers side by side are no marker.
_RANGE = Pattern(
    r"(?P<next>[一二三四五六七八九十]{1,3})(?:月|日|年级|年級|线|線|季度|产业|產業|次|级|級|类|類|期|号|號|届|屆|等)"
)
_SENTENCE_END = Sweep(f"[{SENTENCE_ENDS}]")


class Heading(NamedTuple):
    """A numbered line start.

    `line` is 0-based; `span` is the line without its indent; `marker` covers all of 一、 or （1） or 第一，
    `level`: 0 chapter, 1 一、 2 （一） 3 1. 4 （1） 5 ①, 6 第一， and 首先， 7 一是
    `style` names the form of the table above.
    `ordinal` is the number counted, None for 最后 and for letters.
    `words` are the heading's words with no end mark; empty where a long paragraph follows the marker.
    `lead` says that text goes on in the same line behind the words: a running-in heading.
    """

    line: int
    span: Span
    marker: Span
    level: int
    style: str
    ordinal: int | None
    words: Span
    lead: bool


def find_headings(document: Document) -> tuple[Heading, ...]:
    """The headings of all lines, whatever else those lines are; one look at each line's beginning."""
    text, lines = document.text, document.bare_lines
    found = []
    for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        while start < end and text[start] in BLANKS:
            start += 1
        if start == end or text[start] not in _ROWS_BY_FIRST:
            continue
        heading = read_heading(text, line, start, end)
        if heading is not None:
            found.append(heading)
    return tuple(found)


def read_heading(text: str, line: int, start: int, end: int) -> Heading | None:
    """The heading whose marker stands at `start`, in a line that ends at `end`; None where no marker does."""
    for style, level, pattern in _ROWS_BY_FIRST.get(text[start], ()):
        match = pattern.match(text, start, end)
        if match is None:
            continue
        ordinal = _ordinal(match)
        if style == "一、" and _is_range(text, ordinal, match.end(), end):
            return None
        words, lead = heading_words(text, match.end(), end)
        return Heading(line, Span(start, end), Span(start, match.end()), level, style, ordinal, words, lead)
    return None


def _ordinal(match: Any) -> int | None:
    """What the one group of the marker that there is says; a letter has none."""
    group = match.lastgroup
    if group is None:
        return None
    return _WORDS.get(match[group]) if group == "word" else number_of(match[group])


def _is_range(text: str, ordinal: int | None, start: int, end: int) -> bool:
    match = _RANGE.match(text, start, end)
    return match is not None and number_of(match["next"]) == (ordinal or 0) + 1


def heading_words(text: str, start: int, end: int) -> tuple[Span, bool]:
    """The words behind a marker, and whether text follows them in the line; no look farther than a heading's length."""
    while start < end and text[start] in BLANKS:
        start += 1
    long = end - start > LONGEST
    mark = _SENTENCE_END.search(text, start, start + LONGEST + 1 if long else end)
    if mark is not None:
        at = behind = mark.start()
        while behind < end and text[behind] in SENTENCE_ENDS:
            behind += 1
        return Span(start, at), behind < end and _goes_on(text, behind, end)
    if long and _goes_on(text, start + LONGEST, end):
        return Span(start, start), True
    end = start + LONGEST if long else end
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return Span(start, end), False


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether anything but blanks stands at `start` or soon behind it."""
    return text[start] not in BLANKS or bool(text[start : min(end, start + LONGEST)].strip(BLANKS))
