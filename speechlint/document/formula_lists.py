"""Lists that stand beside the name of a fixed set of words, item by item."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.lexicon.formulas import JOINTS, Formula
from speechlint.text.charsets import HAN
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.occurrences import occurrences
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import last_of

# 四个意识，即……; 五位一体总体布局，是指……; 三严三实（……）. Behind the weak ones a part of the set may stand too.
_INTRODUCTION = Pattern(
    f'[”」』’"]?[{HAN}]{{0,10}}?(?:(?P<strong>[（(](?:即|也就是|指|就是)?|[：:]|——|[，,]?(?:即|就是|是指|指的是|也就是|分别是))[：:]?'
    "|(?P<weak>[，,]?(?:包括|包含|指|是|为)))[“「‘]?"
)
# What stands between the last member and the name behind it: ……的“四个意识”.
_JOINT = Pattern(
    '(?:的|这|这一|这个|为内容的|为主要内容的|为内涵的|构成的|组成的|三者|四者|五者|方面|[“「‘"（(]){0,3}$'
)
_SEPARATOR = Pattern("[、，,；;]|和|与|及|以及|、和")
_LEAD = Pattern(
    "(?:必须|坚持|坚决|坚定|增强|树牢|牢固|树立|提高|做到|实现|进行|建设|推进|推动|立足|贯彻|构建|打好|打赢|加强|统筹|协调|全面|反对"
    "|对|是|要|又|既|以|着力|就|大力|弘扬|持续|不断|切实|努力|严格){1,3}"
)
# A known word that goes on is part of another: 法治政府、.
_LONGER = Pattern(f"(?![和与及])[{HAN}]{{1,4}}[、；;]")
_UNKNOWN = Pattern("[^、，,；;。：！？!?\r\n（）()“”「」‘’和与]{1,12}")
_OPEN_ENDS = ("等", "……", "…", "以及其他", "之类")
REACH = 160  # code points a list may take
_FIRST = 14  # code points before the first member that is known
_VERB = 8  # code points of a verb before the first member
UNKNOWN = -1


class Item(NamedTuple):
    """A piece of a list and which member it is: its index from 0, or UNKNOWN."""

    span: Span
    member: int


class MemberList(NamedTuple):
    """A list beside a name. `certain` says that 即, a colon or a bracket introduces it."""

    items: tuple[Item, ...]
    certain: bool
    partial: bool  # 等 follows, or 包括 stands before

    @property
    def span(self) -> Span:
        return Span(self.items[0].span.start, self.items[-1].span.end)


def lists_beside(folded: str, start: int, end: int, formula: Formula) -> Iterator[MemberList]:
    """The lists directly behind and directly before the name `folded[start:end]` that hold members of the formula."""
    behind = _list_behind(folded, end, formula)
    if behind is not None:
        yield behind
    before = _list_before(folded, start, formula)
    if before is not None:
        yield before


def list_around(folded: str, start: int, end: int, formula: Formula) -> MemberList | None:
    """The list that the member `folded[start:end]` stands in, if it begins and ends with members."""
    if (folded[start - 1 : start] or "。") not in JOINTS and (folded[end : end + 1] or "。") not in JOINTS:
        return None
    for at in _starts(folded, start, end, formula):
        items = _read(folded, at, formula, min(len(folded), end + REACH))
        if items and items[-1].span.end >= end and _ends_well(items, formula):
            return MemberList(items, certain=False, partial=True)
    return None


def _ends_well(items: tuple[Item, ...], formula: Formula) -> bool:
    """Whether the last item is a member, or stands where the last member should: all others come before it."""
    return items[-1].member != UNKNOWN or [item.member for item in items[:-1]] == [*range(len(formula.members) - 1)]


def _list_behind(folded: str, end: int, formula: Formula) -> MemberList | None:
    introduction = _INTRODUCTION.match(folded, end, end + 20)
    if introduction is None:
        return None
    at, certain = introduction.end(), introduction["strong"] is not None
    starts = [found for form, _ in formula.forms if (found := folded.find(form, at, at + _FIRST + len(form))) >= 0]
    if not starts:
        return None
    items = _read(folded, min(starts), formula, min(len(folded), at + REACH))
    if not items:
        return None
    unknown = _UNKNOWN.fullmatch(folded, at, max(at, min(starts) - 1))
    if unknown is not None and folded[min(starts) - 1] == "、":
        items = (Item(Span(*unknown.span()), UNKNOWN), *items)
    elif min(starts) - at > _VERB:
        return None
    return MemberList(items, certain, not certain or folded.startswith(_OPEN_ENDS, items[-1].span.end))


def _list_before(folded: str, start: int, formula: Formula) -> MemberList | None:
    begin = max(0, start - REACH)
    joint = _JOINT.search(folded, max(begin, start - 10), start)
    end = joint.start() if joint is not None else start
    for at in _starts(folded, end, end, formula):
        items = _read(folded, at, formula, end)
        if items and items[-1].span.end == end and _ends_well(items, formula):
            return MemberList(items, certain=False, partial=False)
    return None


def _starts(folded: str, at: int, end: int, formula: Formula) -> list[int]:
    """Where members begin in the sentence before `end`, as far back from `at` as a list of them reaches."""
    begin = max(0, at - REACH)
    begin = max(begin, last_of("。！？\r\n", folded, begin, at) + 1)
    words = folded[begin:end]
    if not any(form in words for form, _ in formula.forms):  # as beside most names
        return []
    reached = at
    for _ in range(formula.marks_inside + 1):
        reached = last_of(JOINTS, folded, begin, reached)
        if reached < 0:
            break
    begin = max(begin, reached + 1)
    words = folded[begin:end]
    return sorted({begin + at for form, _ in formula.forms for at in occurrences(form, words)})


def _read(folded: str, at: int, formula: Formula, stop: int) -> tuple[Item, ...]:
    """The items from `at` on; behind a comma the list goes on with a member only."""
    items: list[Item] = []
    while len(items) <= len(formula.members) + 1:
        item = _member_at(folded, at, formula, stop)
        if item is None:
            unknown = _UNKNOWN.match(folded, at, stop)
            if unknown is None or not items or sum(other.member == UNKNOWN for other in items) > 1:
                break
            item = Item(_trimmed(folded, Span(*unknown.span()), formula), UNKNOWN)
        items.append(item)
        at = item.span.end
        separator = _SEPARATOR.match(folded, at, stop)
        if separator is None:
            if _member_at(folded, at, formula, stop) is None:
                break
            continue
        at = separator.end()
        if separator[0] in "，,；;" and _member_at(folded, at, formula, stop) is None:
            break
    return tuple(items)


def _member_at(folded: str, at: int, formula: Formula, stop: int) -> Item | None:
    """The member that begins at `at`, or behind a verb there; None for a longer word."""
    lead = _LEAD.match(folded, at, stop)
    for begin in (at, lead.end() if lead is not None else at):
        for form, member in formula.forms:
            end = begin + len(form)
            if end <= stop and folded.startswith(form, begin) and _LONGER.match(folded, end, stop) is None:
                return Item(Span(begin, end), member)
    return None


def _trimmed(folded: str, span: Span, formula: Formula) -> Span:
    """An unknown item up to the word that all members end in: 全局意识 of 全局意识不断增强."""
    tail = formula.tail
    at = folded.find(tail, span.start, span.end) if tail else -1
    return Span(span.start, at + len(tail)) if at > span.start else span
