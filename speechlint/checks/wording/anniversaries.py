"""Anniversaries whose number does not fit the year that is named with them."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.year_fault import Fault
from speechlint.document.kinds import title_line
from speechlint.document.model import Document
from speechlint.document.own_date import OwnDate
from speechlint.findings.bilingual import Bilingual
from speechlint.lexicon.foundings import founding_years
from speechlint.lexicon.literals import Places
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import last_of

_NUMBER = Pattern("(?<count>(?<![0-9])[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,4})$")
_YEAR = "(?<![0-9])(?<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
# What may stand between the year and the event; 为, 迎接 and 喜迎 may be said a year before.
_LINK = Pattern(
    f"(?:{_YEAR}|(?<this>今年))(?:[，,]|是|为(?!庆祝|纪念|迎接)|将|正是|恰是|正值|恰逢|适逢|正逢|时值|也是|既是|不仅是|又是"
    "|隆重|庆祝|纪念|在|我国|我们|全党|全国|各族|人民|伟大的|党和国家|中国|迎来了?|的|[“”]){0,6}$"
)
_YEAR_BEHIND = Pattern(f"[（(]{_YEAR}[）)]")
# What is celebrated now: 值此…之际, 以优异成绩庆祝…, 在庆祝…大会上的讲话. The year is that of the date line.
_CELEBRATES = Pattern(
    "(?:值此|今[天日]，)[^。！？]{0,40}$"
    "|以[^，。！？]{2,16}(?:成绩|业绩|成果|实绩|行动|姿态|风貌|面貌)[^，。！？]{0,6}(?:庆祝|纪念|献礼|向)[^，。！？]{0,10}$"
)
_OCCASION = Pattern("(?:华诞|纪念日|[”])?(?:的?到来|来临)?之际")
_IN_TITLE = Pattern("(?:^|在|全[市县区省])[^，。：；]{0,6}(?:庆祝|纪念)[^，。：；]{0,10}$")
_GATHERING = Pattern("[^，。：；《》]{0,24}(?:大会|座谈会|表彰|晚会|仪式|活动|会演|汇演|会议|致辞|贺词|慰问信)")
_LOOKS_BACK = Pattern("去年|前年|上年|当年|那年|回顾|曾|以来|(?:19|20)[0-9]{2}年|重要讲话|学习|总书记|精神|[《》]")
_SENTENCE, _AFTER = 60, 30
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
        count, founded = number_of(number["count"]), founding_years()[event]
        year = _year_of(document, begin, start + 2)
        if year is None and count is not None:
            year = _year_celebrated(document, begin, start + 2, founded + count)
        if year is None or count is None or count == year - founded:
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


def _year_celebrated(document: Document, begin: int, end: int, meant: int) -> int | None:
    """The year of the draft where it celebrates `folded[begin:end]` now, and the year `meant` is over by then.

    One that is still to come is prepared for: 以优异成绩庆祝建党100周年 is said in 2020.
    """
    year = exact_year(document.own_date)
    if year is None or meant >= year:
        return None
    folded = document.folded
    line = document.lines.index_of(begin)
    start, stop = document.lines.starts[line], document.lines.ends[line]
    left = max(start, begin - _SENTENCE, last_of("。！？", folded, start, begin) + 1)
    right = min(stop, end + _AFTER)
    bracket = folded.find("（", end, right)
    right = bracket if bracket >= 0 else right
    if _LOOKS_BACK.search(folded, left, right) is not None:
        return None
    if _CELEBRATES.search(folded, left, begin) is not None or _OCCASION.match(folded, end, right) is not None:
        return year
    named = line == title_line(document) and _IN_TITLE.search(folded, left, begin) is not None
    return year if named and _GATHERING.match(folded, end, right) is not None else None


def exact_year(own: OwnDate | None) -> int | None:
    """The year that 今年 means in a draft: that of its date line, from February on."""
    return own.year if own is not None and own.month is not None and own.month >= _FIRST_SURE_MONTH else None
