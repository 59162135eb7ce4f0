"""Anniversaries whose number does not fit the year that is named with them."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.year_fault import Fault
from speechlint.document.model import Document
from speechlint.document.own_date import OwnDate
from speechlint.findings.bilingual import Bilingual
from speechlint.lexicon.foundings import founding_years
from speechlint.lexicon.literals import Places
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_NUMBER = Pattern("(?<count>(?<![0-9])[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,4})$")
_YEAR = "(?<![0-9])(?<year>(?:19|20)[0-9]{2})年"
# What may stand between the year and the event; 为, 迎接 and 喜迎 may be said a year before.
_LINK = Pattern(
    f"(?:{_YEAR}|(?<this>今年))(?:[，,]|是|为(?!庆祝|纪念|迎接)|将|正是|恰是|正值|恰逢|适逢|正逢|时值|也是|既是|不仅是|又是"
    "|隆重|庆祝|纪念|在|我国|我们|全党|全国|各族|人民|伟大的|党和国家|中国|迎来了?|的|[“”]){0,6}$"
)
_YEAR_BEHIND = Pattern(f"[（(]{_YEAR}[）)]")
_LONGEST = 16  # code points of an event's name
_BEFORE, _BEHIND = 28, 8
# In January nobody knows whether a draft speaks of the year that begins or of the one that ended.
_FIRST_SURE_MONTH = 2


def anniversary_faults(document: Document, places: Places) -> Iterator[Fault]:
    """2024年是建党100周年, 建党100周年（2024年）, and 今年是建党100周年 in a draft that was written in 2024."""
    folded = document.folded
    for start, _ in places:
        number = _NUMBER.search(folded, max(0, start - 4), start)
        if number is None:
            continue
        event = _event_before(folded, number.start())
        if not event:
            continue
        begin = number.start() - len(event)
        year = _year_of(document, begin, start + 2)
        if year is None:
            continue
        count, founded = number_of(number["count"]), founding_years()[event]
        if count == year - founded or count is None:
            continue
        span = Span(number.start(), start + 2)
        yield Fault(
            span,
            Bilingual(
                f"“{event}”在{founded}年，{year}年是{year - founded}周年，不是“{span.of(document.text)}”",
                f"it happened in {founded}: {year} is {year - founded} years later, not {count}",
            ),
            Span(*number.span()),
            str(year - founded) if number["count"].isdecimal() and year > founded else "",
        )


def _event_before(folded: str, end: int) -> str:
    """The longest name of an event that ends at `end`; the empty string where none does."""
    for length in range(min(_LONGEST, end), 1, -1):
        name = folded[end - length : end]
        if name in founding_years():
            return name
    return ""


def _year_of(document: Document, begin: int, end: int) -> int | None:
    """The year that stands beside the event `folded[begin:end]`."""
    behind = _YEAR_BEHIND.match(document.folded, end, end + _BEHIND)
    if behind is not None:
        return int(behind["year"])
    before = _LINK.search(document.folded, max(0, begin - _BEFORE), begin)
    if before is None:
        return None
    if before["year"]:
        return int(before["year"])
    return exact_year(document.own_date)


def exact_year(own: OwnDate | None) -> int | None:
    """The year that 今年 means in a draft: that of its date line, from February on."""
    return own.year if own is not None and own.month is not None and own.month >= _FIRST_SURE_MONTH else None
