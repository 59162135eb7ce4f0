"""Which bracket and which quotation mark belongs to which, and which have no partner."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

CLOSER_OF = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "「": "」", "『": "』"}
# Round brackets pair whatever their width, and 〞 stands in drafts for ”.
_OPENED = {**{opener: opener for opener in CLOSER_OF}, "(": "（", "〝": "“"}
_CLOSED = {**{closer: opener for opener, closer in CLOSER_OF.items()}, ")": "（", "〞": "“"}
_MARK = Sweep("[“”‘’（）()《》〈〉【】〔〕「」『』〝〞]")
_SORTS = {"“": "“‘", "‘": "“‘", "「": "「『", "『": "「『", "《": "《〈", "〈": "《〈"}
_BEHIND = frozenset(" \t\u3000\xa0。！？；”’」』》）")
_BETWEEN = frozenset(("", "\r", "\n", "（", "(", *"0123456789①②③④⑤⑥"))
# Over so many paragraphs a quotation or a remark in brackets may run without being opened again.
FARTHEST = 12
FARTHEST_ARTICLE = 30  # an article that a law is to have, quoted whole
# A pair that the end of a line cuts, where the break is not known to be soft, is no longer than this.
SHORT = 60
# A list marker such as 1） or a）, and the eyes of a face: what stands before a closing bracket that is no pair's.
_MARKER = Pattern(
    r"(?:^|[\s，。、；：！？（(“])(?:[0-9]{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[①-⑳ⅰ-ⅻⅠ-Ⅻ])[ 　]?\Z"
)


class Nested(NamedTuple):
    """A pair of quotation or title marks, and the innermost such pair around it: offsets of the four marks."""

    opener: int
    closer: int
    outer_opener: int
    outer_closer: int


class Pairs:
    """`partner` maps each mark that has one to the mark that it belongs to, both ways; all numbers are code points.

    `nested` are quotations inside quotations and titles inside titles; `alone` the marks without partner, in order.
    """

    __slots__ = ("alone", "nested", "partner")

    def __init__(self, partner: dict[int, int], nested: list[Nested], alone: list[int]) -> None:
        self.partner = partner
        self.nested = nested
        self.alone = alone


def find_pairs(document: Document) -> Pairs:
    """The pairs of a draft: within a line, else within lines joined over soft breaks, else over paragraphs.

    Takes time in proportion to the number of marks. Marks in quiet stretches and list markers such as 1） are none.
    """
    text, starts, ends = document.text, document.lines.starts, document.lines.ends
    quiet = [stretch.span for stretch in document.source.quiet]
    partner: dict[int, int] = {}
    nested: list[tuple[int, int, int]] = []
    unsettled: list[int] = []  # lines with a mark left over
    stack: list[int] = []
    line, line_end, settled = 0, -1, True
    opened, closed = _OPENED, _CLOSED
    for at in [match.start() for match in _MARK.finditer(text)]:
        if at >= line_end:
            if stack or not settled:
                unsettled.append(line)
                stack.clear()
                settled = True
            line = bisect_right(starts, at) - 1
            line_end = ends[line]
        elif not settled:
            continue
        if quiet and _within(quiet, at):
            continue
        character = text[at]
        if character in opened:
            stack.append(at)
        elif stack and opened[text[stack[-1]]] == closed[character]:
            start = stack.pop()
            partner[start] = at
            partner[at] = start
            if stack:
                nested.append((start, at, _outer(text, stack, closed[character])))
        else:
            settled = False
    if stack or not settled:
        unsettled.append(line)
    alone: list[int] = []
    if unsettled:
        for span in _joined(document, unsettled):
            alone += _pair_again(text, span, quiet, partner, nested)
        alone = _over_paragraphs(document, alone, partner)
    found = [
        Nested(start, end, outer, partner[outer])
        for start, end, outer in nested
        if outer >= 0 and outer in partner and partner.get(start) == end
    ]
    return Pairs(partner, found, alone)


def _within(spans: list[Span], offset: int) -> bool:
    index = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return index >= 0 and offset < spans[index].end


def _outer(text: str, stack: list[int], kind: str) -> int:
    """The mark that encloses it, over a few brackets; -1 where that is none of the same sort."""
    sort = _SORTS.get(kind)
    if sort is not None:
        for at in stack[-1:-5:-1]:
            other = _OPENED[text[at]]
            if other in _SORTS:
                return at if other in sort else -1
    return -1


def _joined(document: Document, unsettled: list[int]) -> Iterator[Span]:
    """The lines, each with those that soft breaks join to it."""
    lines, soft = document.lines, document.soft_breaks
    last = -1
    for line in unsettled:
        if line <= last:
            continue
        first = last = line
        while first - 1 in soft:
            first -= 1
        while last in soft:
            last += 1
        yield Span(lines.starts[first], lines.ends[last])


def _pair_again(
    text: str, span: Span, quiet: list[Span], partner: dict[int, int], nested: list[tuple[int, int, int]]
) -> list[int]:
    """Pairs the marks of a paragraph anew, and gives those that are left over, in order."""
    stack: list[int] = []
    waiting: dict[str, int] = {}
    alone: list[int] = []
    for match in _MARK.finditer(text, span.start, span.end):
        at, character = match.start(), match[0]
        partner.pop(at, None)
        if quiet and _within(quiet, at):
            continue
        kind = _OPENED.get(character)
        if kind is not None:
            stack.append(at)
            waiting[kind] = waiting.get(kind, 0) + 1
            continue
        kind = _CLOSED[character]
        if not waiting.get(kind):
            alone.append(at)
            continue
        while True:
            start = stack.pop()
            waiting[_OPENED[text[start]]] -= 1
            if _OPENED[text[start]] == kind:
                break
            alone.append(start)
        partner[start], partner[at] = at, start
        if stack:
            nested.append((start, at, _outer(text, stack, kind)))
    alone += stack
    alone.sort()
    return _crossing(text, [at for at in alone if not _is_other(text, at)], partner)


def _crossing(text: str, alone: list[int], partner: dict[int, int]) -> list[int]:
    """Pairs what crosses another pair: “（”） has all its marks, though in the wrong order."""
    open_marks: dict[str, list[int]] = {}
    for at in alone:
        character = text[at]
        if character in _OPENED:
            open_marks.setdefault(_OPENED[character], []).append(at)
        elif open_marks.get(_CLOSED[character]):
            start = open_marks[_CLOSED[character]].pop()
            partner[start], partner[at] = at, start
    return [at for at in alone if at not in partner]


def _is_other(text: str, at: int) -> bool:
    """Whether a mark left over is none of a pair: 1）, a), :), Xi’an, 5”."""
    character, before = text[at], text[at - 1 : at]
    if character in "）)":
        if before in (":", ";", "-") or _MARKER.search(text, max(0, at - 6), at) is not None:
            return True
        return "[" in text[max(0, at - 12) : at]  # [0,1)
    if character == "(":
        return before in (":", ";", "-") or "]" in text[at : at + 12]
    if character in "’‘":
        beside = before + text[at + 1 : at + 2]
        return any(sign.isascii() and sign.isalnum() for sign in beside)
    return character == "”" and before.isascii() and before.isdigit()


def _over_paragraphs(document: Document, alone: list[int], partner: dict[int, int]) -> list[int]:
    """Takes out the quotations and remarks that run over several paragraphs, opened again in each or not."""
    text, lines = document.text, document.lines
    taken: set[int] = set()
    open_marks: dict[
        str, tuple[int, int, bool]
    ] = {}  # by kind: the opening that waits, its line, whether it may be far
    for at in alone:
        line = lines.index_of(at)
        begin, end = lines.starts[line], lines.ends[line]
        kind = _OPENED.get(text[at])
        if kind is None:
            start, first, far = open_marks.pop(_CLOSED[text[at]], (-1, line, False))
            near = 0 < line - first <= 2 and at - start <= SHORT
            edge = far and _at_edge(text, at, begin, end)
            if near or (edge and first < line and _is_within_reach(document, start, first, line)):
                taken |= {start, at}
                partner[start], partner[at] = at, start
            continue
        begins = text[at - 1 : at] in ("：", ":") or (at - begin < 8 and not text[begin:at].strip())
        if begins and _opens_again(document, line, text[at]):
            taken.add(at)
        else:
            open_marks[kind] = (at, line, begins or _at_edge(text, at, begin, end))
    return [at for at in alone if at not in taken]


def _is_within_reach(document: Document, start: int, first: int, line: int) -> bool:
    """Whether so few paragraphs lie between the lines as a quotation that began at `start` may run over."""
    farthest = FARTHEST_ARTICLE if document.text.startswith("第", start + 1) else FARTHEST
    if line - first > 2 * farthest:
        return False
    starts, ends = document.lines.starts, document.lines.ends
    blank = sum(starts[between] == ends[between] for between in range(first, line)) if line - first > farthest else 0
    return line - first - blank <= farthest


def _opens_again(document: Document, line: int, mark: str) -> bool:
    """Whether the next paragraph begins with the mark; items of a list between them do not count."""
    text, starts = document.text, document.lines.starts
    for after in range(line + 1, min(line + FARTHEST, len(starts))):
        words = text[starts[after] : starts[after] + 9].lstrip(BLANKS)
        if words.startswith(mark):
            return True
        if words[:1] not in _BETWEEN:
            return False
    return False


def _at_edge(text: str, at: int, begin: int, end: int) -> bool:
    """Whether the mark opens its line, or nothing but closing marks stands behind it."""
    if at - begin < 8 and not text[begin:at].strip():
        return True
    return end - at < 8 and _BEHIND.issuperset(text[at + 1 : end])
