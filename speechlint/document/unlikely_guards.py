"""Where no unlikely character is looked for: names, what other rules report; and what is quoted."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.lexicon.coinages import in_coinage
from speechlint.lexicon.confusions import CONFUSABLE, ZUO_ZUO
from speechlint.lexicon.house_words import as_mainland
from speechlint.lexicon.idiom_list import LENGTH, is_right
from speechlint.lexicon.wordings import VARIANTS
from speechlint.text.charsets import TRANSCRIBING, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_DOTS = frozenset("·•・‧")
REACH = 6  # code points from a place to the dot of a name
FOREIGN = 3  # so many of the five characters about a place that transcribe foreign names make it part of one
ONE = "一"  # stands before nearly every verb and measure word, and is itself hardly ever a slip
SHORTEST_RUN = 3  # code points
COUNTED = 30  # code points on either side of a numeral in which others count the same
SHORT_QUOTE = 8  # code points of an expression in quotation marks
_TITLE_MARKS = "《〈"
# What stands in a series may be any member of it; which one is meant no table knows.
_NUMERALS = frozenset("〇零一二三四五六七八九十百千两")
_SERIES = (_NUMERALS, *map(frozenset, ("东西南北中", "甲乙丙丁戊己", "他她它", "年月日")))
_BODIES = frozenset("省市州县区乡镇村旗盟校院系班局厅委办科处股所站队组部社厂场店")
_OFFICES, _DOCUMENT_NUMBER = frozenset("政党府委"), Pattern("[政党府委][办字]{0,2}[发函字]?[〔［\\[（]")
_OURS = frozenset(("我们", "咱们", "你们", "他们"))
# What a speaker does with an adverb before it: 诚挚地感谢各位. Behind one of the others it is a noun: 表示诚挚的感谢.
_COURTESIES = ("感谢", "祝福", "祝愿", "祝贺", "欢迎", "问候", "慰问", "缅怀", "悼念", "怀念", "邀请", "感激")
_GIVING = Pattern("(?:表示|表达|致[以上敬]|送[上去来]|献[上给]|道[声上]|报以|受到|得到|向)[^，。；：！？、\\n]*$")
_CLAUSE = 14  # code points before such an adverb that are looked at
# Behind 所 what somebody does is said with one character: 各方所提意见.
_DONE = frozenset("提询涉获报议列载述指称言陈见附举拟订定设属辖")
# What somebody still does, wants or is: 我仍想. Elsewhere it may stand for 们.
_STILL = frozenset("想会须需将在能然可应不愿盼记相深")
_BESIDE_NUMERALS = _NUMERALS | frozenset("第0123456789０１２３４５６７８９")
_TRANSCRIBING = frozenset(TRANSCRIBING)


class Guards:
    """What is known of the places of one draft; asked about few of them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def spare(self, offset: int) -> bool:
        """Whether nothing is to be said about the character at the offset."""
        folded = self._document.folded
        return (
            self._as_read[offset] != folded[offset]
            or in_coinage(folded, offset)
            or _is_in_right_words(folded, offset)
            or self._is_alone(offset)
            or self._document.strange_passages.hold(offset)
            or folded[offset] == ONE
            or _is_of_pattern(folded, offset)
            or self._is_in_foreign_name(offset)
            or self._names.cover(offset)
            or self._reported.cover(offset)
        )

    def is_series(self, offset: int, right: str) -> bool:
        """Whether the character and the one it would be taken for are members of one series (numbers, directions), or
        the latter would make another number."""
        folded = self._document.folded
        before, wrong, behind = folded[max(0, offset - 1) : offset], folded[offset], folded[offset + 1 : offset + 2]
        if right in _NUMERALS and not _BESIDE_NUMERALS.isdisjoint(before + behind):
            return True
        if wrong in _NUMERALS and is_han(behind) and self._counts_again(offset, behind):
            return True
        return any(wrong in series and right in series for series in _SERIES)

    def _counts_again(self, offset: int, unit: str) -> bool:
        """Whether something near the numeral is counted by the same word: 提案五十三案、法規九案."""
        folded = self._document.folded
        for near in (folded[max(0, offset - COUNTED) : offset], folded[offset + 2 : offset + COUNTED]):
            at = near.find(unit, 1)
            while at > 0:
                if near[at - 1] in _NUMERALS:
                    return True
                at = near.find(unit, at + 1)
        return False

    def is_quoted(self, offset: int) -> bool:
        """Whether the character stands in a title, in somebody's own words, or in a short expression in marks."""
        return self._quotes.cover(offset)

    def _is_alone(self, offset: int) -> bool:
        """Whether the character stands in a run of Chinese that is too short to say what was meant."""
        folded = self._document.folded
        start, end = offset, offset + 1
        while start > 0 and is_han(folded[start - 1]) and end - start < SHORTEST_RUN:
            start -= 1
        while end < len(folded) and is_han(folded[end]) and end - start < SHORTEST_RUN:
            end += 1
        return end - start < SHORTEST_RUN

    def _is_in_foreign_name(self, offset: int) -> bool:
        folded = self._document.folded
        for step in (-1, 1):
            at = offset + step
            while abs(at - offset) < REACH and 0 <= at < len(folded) and is_han(folded[at]):
                at += step
            if 0 <= at < len(folded) and folded[at] in _DOTS:
                return True
        around = folded[max(0, offset - 2) : offset + 3]
        return sum(character in _TRANSCRIBING for character in around) >= FOREIGN

    @cached_property
    def _as_read(self) -> str:
        """The text as mainland prose would say it: what it says otherwise is no slip."""
        document = self._document
        return as_mainland(document.folded) if document.script.is_traditional else document.folded

    @cached_property
    def _names(self) -> _Spans:
        return _Spans([person.span for person in self._document.people])

    @cached_property
    def _reported(self) -> _Spans:
        tables = (CONFUSABLE.words, ZUO_ZUO.words, VARIANTS.words)
        places = [place for words in tables for place in self._document.places(words)]
        idioms = [slip.whole for slip in self._document.idiom_slips]
        return _Spans([*idioms, *(Span(start, end) for start, end in places)])

    @cached_property
    def _quotes(self) -> _Spans:
        return _Spans(
            [
                quote.inside
                for quote in self._document.quotes
                if quote.direct or quote.opener in _TITLE_MARKS or quote.span.end - quote.span.start <= SHORT_QUOTE + 2
            ]
        )


class _Spans:
    """Spans that are asked which of them covers a place; they may overlap."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._starts and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def _is_in_right_words(folded: str, offset: int) -> bool:
    """Whether four characters over the place are a word that lies beside an idiom and is right: 坚定不疑."""
    return any(is_right(folded[start : start + LENGTH]) for start in range(max(0, offset - LENGTH + 1), offset + 1))


def _is_of_pattern(folded: str, offset: int) -> bool:
    """Whether the character is the first or the last of 劳有所获 and the like, which are made anew every day, stands
    behind 所 (各方所提意见) or 大家 (大家听的很认真), says whose the speaker is (我们县), of which level somebody is
    (乡级预案), whose number a document has (杭政办函〔2024〕), or what somebody still does (我仍想)."""
    return (
        folded.startswith("有所", offset + 1)
        or folded.endswith("有所", 0, offset)
        or (folded[offset - 1 : offset] == "所" and folded[offset] in _DONE)
        or (folded[offset] in _BODIES and folded[offset - 2 : offset] in _OURS)
        or folded[offset - 2 : offset] == "大家"
        or (folded[offset] == "级" and folded[offset - 1] in _BODIES)
        or (folded[offset + 1 : offset + 2] in _OFFICES and _DOCUMENT_NUMBER.match(folded, offset + 1) is not None)
        or (folded[offset] == "地" and _is_courtesy(folded, offset))
        or (folded[offset] == "仍" and folded[offset - 1] in "我你他她" and folded[offset + 1 : offset + 2] in _STILL)
    )


def _is_courtesy(folded: str, offset: int) -> bool:
    """Whether 地 stands between an adverb and what the speaker does."""
    if not folded.startswith(_COURTESIES, offset + 1):
        return False
    return _GIVING.search(folded, max(0, offset - _CLAUSE), offset) is None
