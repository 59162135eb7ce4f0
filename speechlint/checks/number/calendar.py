"""What cannot be in dates and times: each fault with the place where it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from speechlint.document.dates import FEBRUARY, LAST_MONTH, LONGEST_MONTH, Date, Part, days_in
from speechlint.document.model import Document
from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.text.occurrences import occurrences
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

Fault = tuple[Span, Bilingual]

# Before the common calendar was taken over, a date may be one of the lunar calendar, whose months have 30 days.
_COMMON_CALENDAR, _LUNAR_DAYS = 1912, 30
_NAMES = "一二三四五六日"
# A bare 周一 may begin a name (周一鸣), so something has to follow that no name goes on with.
_WEEKDAY = Pattern(
    "[（(][ \xa0]?(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])[ \xa0]?[）)]"
    "|(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])(?=[，。、；,;]|[上下]午|早上|晚上?|中午|凌晨|召开|举行)"
)
_TO = Pattern(r"(?:—{1,2}|[–\-－―~～至到])")
_TIME = Pattern("[上下]午[ \xa0]?(?<hour>[0-9]{1,2})[:：时](?<minute>[0-9]{2})分?(?![0-9.:：])")
_QUARTER = Pattern("年度?(?<quarter>第?[五六七八九5-9])$")
_HOURS, _MINUTES = 24, 60
_GLUED = Pattern("(?:(?P<year>(?:19|20)[0-9]{2}))?(?P<days>[0-9]{3,4})日")
_NO_DAY = Pattern("[志历元]|报(?![到名送请])")  # 2024315日志
_DIGITS = frozenset("0123456789")
_SHORTEST_GLUED, _LONGEST_GLUED = 3, 9
# Where days are counted in this sentence, it may go on so: 期限由90日延长到120日，从121日起收取罚息.
NEAR, _COUNTED_DAYS = 30, Pattern("[^月0-9][0-9]{2,3}[日天]|期限|保质期|工期|账期|疗程")
# Without a year such a figure may count days: 用时315日, 从120日起步.
_FROM, _HELD = frozenset("于於自从從"), Pattern("[上下]午|晚|早|召|举")
_SINCE = Pattern("起(?![步计算付至降升增减逐])")
_BEFORE_COUNTED = ("第", "编号", "公元前", "前")
# A code such as 〔2024-02-30〕 or 第2024-02-30号 is no date.
_SERIAL_BEFORE = ("第", "〔", "[", "号", "-", "/", ".")


def date_faults(document: Document) -> Iterator[Fault]:
    """Days that no calendar has, weekdays that are not the date's, and ranges that end before they begin."""
    folded = document.folded
    for date in document.dates:
        fault = _fault(date) or _backward_days(folded, date)
        if fault is not None:
            if not in_code(document, *date.span):
                yield date.span, fault
        elif date.solar_year is not None and len(date.days) == 1:
            yield from _weekday_fault(folded, date)
    for first, last in pairwise(document.dates):
        if first.span.end + 2 >= last.span.start and _runs_back(folded, first, last):
            span = Span(first.span.start, last.span.end)
            yield span, _backward(span.of(document.text))


def glued_dates(document: Document) -> Iterator[Fault]:
    """Dates that lost their 年 and 月: 2024315日, 定于315日起."""
    text = document.text
    for end in occurrences("日", text):
        start = end
        while end - start < _LONGEST_GLUED and text[start - 1 : start] in _DIGITS:
            start -= 1
        if end - start < _SHORTEST_GLUED:
            continue
        match = _GLUED.fullmatch(text, start, end + 1)
        if match is None or _NO_DAY.match(document.folded, end + 1) is not None or in_code(document, start, end):
            continue
        if match["year"] is None and not _is_day(document.folded, start, end + 1):
            continue
        days = _readings(match["days"])
        if days:
            year = f"{match['year']}年" if match["year"] else ""
            wanted = [f"“{year}{month}月{day}日”" for month, day in days]
            word = text[start : end + 1]
            lost = Bilingual("“年”“月”", "年 and 月") if year else Bilingual("“月”", "月")
            yield (
                Span(start, end + 1),
                Bilingual(
                    f"“{word}”里少了{lost.zh}，可能是{'或'.join(wanted)}",
                    f"“{word}” lost its {lost.en}; {' or '.join(wanted)} may be meant",
                ),
            )


def year_faults(document: Document) -> Iterator[Fault]:
    """2024—2021年: ranges of years that run backwards."""
    text = document.text
    for found in document.numbers.ranges:
        start, end = found.span
        first, last = text[start : found.first.stop], text[found.last.start : end]
        if first <= last or text[end : end + 1] != "年" or not _is_year(first) or not _is_year(last):
            continue
        if not document.folded.endswith(_BEFORE_COUNTED, max(0, start - 3), start) and not in_code(
            document, start, end
        ):
            yield Span(start, end + 1), _backward(text[start : end + 1])


def iso_faults(document: Document) -> Iterator[Fault]:
    """2024-02-30: only days that a month has not, for a serial number may have any figures."""
    text = document.text
    for first, second in pairwise(document.numbers.ranges):
        if first.last != second.first:
            continue
        start, end = first.first.start, second.last.end
        words = text[start:end].split("-")
        if (
            [len(word) for word in words] != [4, 2, 2]
            or not _is_year(words[0])
            or text[start - 1 : start] in _SERIAL_BEFORE
        ):
            continue
        year, month, day = map(int, words)
        if not 1 <= month <= LAST_MONTH or not days_in(year, month) < day <= LONGEST_MONTH:
            continue
        if not in_code(document, start, end):
            yield Span(start, end), _no_such_day(year, month, day, days_in(year, month))


def impossible_times(document: Document) -> Iterator[Fault]:
    """上午8时75分."""
    for at in occurrences("午", document.folded):
        match = _TIME.match(document.folded, max(0, at - 1))
        if match is not None and (int(match["hour"]) > _HOURS or int(match["minute"]) >= _MINUTES):
            span = Span(*match.span())
            word = span.of(document.text)
            yield span, Bilingual(f"没有“{word}”这个时刻，应核对", f"there is no such time as “{word}”")


def impossible_quarters(document: Document) -> Iterator[Fault]:
    """2024年第五季度; without a year, quarters may be counted on: 连续第五季度."""
    for at in occurrences("季度", document.folded):
        match = _QUARTER.search(document.folded, max(0, at - 4), at)
        if match is not None:
            span = Span(match.start("quarter"), at + 2)
            word = span.of(document.text)
            yield span, Bilingual(f"一年只有四个季度，没有“{word}”", f"a year has four quarters, no “{word}”")


def _fault(date: Date) -> Bilingual | None:
    """What is wrong with the month or a day in itself."""
    month = date.month.value
    if not 1 <= month <= LAST_MONTH:
        if date.year is None and not date.days:
            return None
        return Bilingual(f"一年只有十二个月，没有“{month}月”", f"a year has no month {month}")
    if date.other:
        return None
    old = date.solar_year is not None and date.solar_year < _COMMON_CALENDAR
    lunar = old or (date.year is None and date.month.chinese and month == FEBRUARY)
    last = max(days_in(date.solar_year, month), _LUNAR_DAYS if lunar else 0)
    for day in date.days:
        if not 1 <= day.value <= last:
            return _no_such_day(date.solar_year if month == FEBRUARY else None, month, day.value, last)
    return None


def _no_such_day(year: int | None, month: int, day: int, last: int) -> Bilingual:
    name = f"{year}年{month}月" if year else f"{month}月"
    of_year = f" of {year}" if year else ""
    if day < 1:
        return Bilingual(f"没有“{month}月{day}日”这一天", f"there is no day {day} of a month")
    return Bilingual(f"{name}只有{last}天，没有{day}日", f"month {month}{of_year} has {last} days, no day {day}")


def _backward(word: str) -> Bilingual:
    return Bilingual(f"“{word}”止于起点之前，起止应核对", f"“{word}” ends before it begins; check both")


def _backward_days(folded: str, date: Date) -> Bilingual | None:
    """3月28日至25日."""
    for first, last in pairwise(date.days):
        if first.value > last.value and _is_range(folded, first, last):
            return _backward(date.span.of(folded))
    return None


def _is_range(folded: str, first: Part, last: Part) -> bool:
    between = folded[first.span.end : last.span.start].strip("日号 \xa0\u3000")
    return _TO.fullmatch(between) is not None


def _runs_back(folded: str, first: Date, last: Date) -> bool:
    """Whether two dates, both with their year or in one month, are a range that ends before it begins."""
    if _TO.fullmatch(folded, first.span.end, last.span.start) is None or not first.days or not last.days:
        return False
    if first.other or last.other:
        return False
    if last.year is None:  # 9月28日至25日 of one month; of two months the second may be the next year's
        return first.month.value == last.month.value and first.days[-1].value > last.days[-1].value
    if first.solar_year is None or last.solar_year is None:
        return False
    return _order(first, first.solar_year) > _order(last, last.solar_year)


def _order(date: Date, year: int) -> tuple[int, int, int]:
    return year, date.month.value, date.days[-1].value


def _weekday_fault(folded: str, date: Date) -> Iterator[Fault]:
    match = _WEEKDAY.match(folded, date.span.end, date.span.end + 12)
    if match is None or _TO.fullmatch(folded, max(0, date.span.start - 1), date.span.start) is not None:
        return
    if date.solar_year is None or date.solar_year < _COMMON_CALENDAR:
        return
    right = _NAMES[datetime.date(date.solar_year, date.month.value, date.days[0].value).weekday()]
    named = match["day"].replace("天", "日")
    if right != named:
        wanted, word = match["word"] + right, match["word"] + match["day"]
        yield (
            Span(*match.span()),
            Bilingual(
                f"这一天是{wanted}，不是“{word}”；日期和星期有一个不对",
                f"this day is a {wanted}, not “{word}”; either the date or the weekday is wrong",
            ),
        )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _is_day(folded: str, start: int, end: int) -> bool:
    """Whether a figure before 日 names a day, on which something begins: 定于315日起, 于315日上午."""
    if folded[start - 1 : start] not in _FROM:
        return False
    if _SINCE.match(folded, end) is not None:
        return _COUNTED_DAYS.search(folded, max(0, start - NEAR), start) is None
    return _HELD.match(folded, end) is not None


def _readings(days: str) -> list[tuple[int, int]]:
    """The months and days that a run of three or four digits may be."""
    pairs = ((int(days[:at]), int(days[at:])) for at in (1, 2) if 0 < len(days) - at < 3)
    return [(month, day) for month, day in pairs if 0 < month <= LAST_MONTH and 0 < day <= days_in(None, month)]
