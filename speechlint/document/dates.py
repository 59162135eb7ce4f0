"""Dates that name a month, in digits or in Chinese numerals, read once for all rules about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.occurrences import occurrences
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import holds_any

if TYPE_CHECKING:
    from speechlint.document.model import Document

_DIGIT = "0-9０-９"
_ONES = "一二三四五六七八九"
_GAP = "[ \xa0\u3000]?"
_DAY = f"(?:[{_DIGIT}]{{1,2}}(?![{_DIGIT}.．])|[一二三]?十[{_ONES}]?|[{_ONES}])"
# What stands before 月. A year in Chinese numerals is written digit by digit, or counted from the founding of a state.
_HEAD = Pattern(
    rf"(?:(?P<year>[{_DIGIT}]{{1,4}}|[〇零○{_ONES}十百元]{{1,7}}){_GAP}年{_GAP})?"
    rf"(?<![{_DIGIT}.．{_ONES}十几数])(?P<month>[{_DIGIT}]{{1,2}}|十[{_ONES}]?|[{_ONES}]){_GAP}$"
)
_DAYS = Pattern(
    rf"{_GAP}({_DAY})(?:{_GAP}[日号]?{_GAP}(?:—{{1,2}}|[–\-－―~～至到、和]){_GAP}({_DAY}))*{_GAP}(?:日|号(?![文令公楼院泊船线机台]))"
)
_MONTH_ENDS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十 \xa0\u3000")
_LONGEST_HEAD, _LONGEST_DAYS = 16, 60
_REPUBLIC, _REPUBLIC_AT = 1911, 5
_OTHER_CALENDARS = ("农历", "阴历", "旧历", "夏历", "藏历", "回历", "傣历", "彝历", "水历", "希吉来", "旧俗")
_CALENDAR_NEAR = 10
_SHORT = 30
FEBRUARY, LAST_MONTH, LONGEST_MONTH = 2, 12, 31
_SHORT_MONTHS = frozenset({4, 6, 9, 11})


class Part(NamedTuple):
    """A year, month or day: where its numeral stands, what it says, and whether it is in Chinese numerals."""

    span: Span
    value: int
    chinese: bool


class Date(NamedTuple):
    """A month with the year before it and the days behind it, as far as they are written.

    `span` runs from the first numeral to 月, 日 or 号. `days` are several in 28—31日 and 3日、5日. `solar_year` is the
    year of the common calendar where it is certain: four digits, or years of the Republic. `other` marks dates of
    the lunar and other calendars.
    """

    span: Span
    year: Part | None
    month: Part
    days: tuple[Part, ...]
    solar_year: int | None
    other: bool


def find_dates(document: Document) -> tuple[Date, ...]:
    """The dates of a draft in reading order."""
    text = document.folded
    found: list[Date] = []
    for at in occurrences("月", text):
        if text[at - 1 : at] in _MONTH_ENDS:
            head = _HEAD.search(text, max(0, at - _LONGEST_HEAD), at)
            if head is not None:
                found.append(_date(text, head, at))
    return tuple(found)


def days_in(year: int | None, month: int) -> int:
    """The number of days of a month, 1 to 12; where the year is not known, the 29th of February is one."""
    if month != FEBRUARY:
        return _SHORT if month in _SHORT_MONTHS else LONGEST_MONTH
    return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28


def _date(text: str, head: Any, at: int) -> Date:
    month = _part(text, *head.span("month"))
    year = _part(text, *head.span("year")) if head["year"] else None
    behind = _DAYS.match(text, at + 1, at + _LONGEST_DAYS)
    days: tuple[Part, ...] = ()
    if behind is not None:
        days = tuple(_part(text, *span) for span in (behind.span(1), *behind.spans(2)))
    start = head.start("year") if year else head.start("month")
    end = behind.end() if behind is not None else at + 1
    return Date(Span(start, end), year, month, days, _solar(text, year), _is_other(text, start, year, month))


def _part(text: str, start: int, end: int) -> Part:
    word = text[start:end].replace("○", "〇")
    value = 1 if word == "元" else number_of(word)
    return Part(Span(start, end), -1 if value is None else value, not word.isdecimal())


def _solar(text: str, year: Part | None) -> int | None:
    if year is None:
        return None
    if "民国" in text[max(0, year.span.start - _REPUBLIC_AT) : year.span.start]:
        return year.value + _REPUBLIC
    digits = text[year.span.start : year.span.end]
    written_out = len(digits) == 4 and "十" not in digits and "百" not in digits
    return year.value if written_out and 1582 < year.value < 3000 else None


def _is_other(text: str, start: int, year: Part | None, month: Part) -> bool:
    """Whether the date is one of the lunar or another calendar, or of a reign, or in a leap month."""
    before = text[max(0, start - _CALENDAR_NEAR) : start]
    if text[month.span.start - 1 : month.span.start] == "闰" or holds_any(before, _OTHER_CALENDARS):
        return True
    return year is not None and year.chinese and _solar(text, year) is None
