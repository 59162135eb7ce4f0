"""number/invalid-date"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from speechlint.checks.number.weekdays import WEEKDAY, weekday_named, weekday_of
from speechlint.document.dates import FEBRUARY, Date, Part, days_in
from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.occurrences import occurrences
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_MONTHS = 12
# Before the common calendar was taken over, a date may be one of the lunar calendar, whose months have 30 days.
_COMMON_CALENDAR = 1912
_LUNAR_DAYS = 30
_TO = Pattern("(?:—{1,2}|[–\\-－―~～至到])")
_ISO = Pattern(r"(?<![0-9./-])(?<year>(?:19|20)[0-9]{2})([-/.])0?(?<month>[1-9]|1[0-2])\2(?<day>3[01]|29)(?![0-9./-])")
_TIME = Pattern("[上下]午[ \xa0]?(?<hour>[0-9]{1,2})[:：时](?<minute>[0-9]{2})分?(?![0-9.:：])")
_HOURS, _MINUTES = 24, 60
_BEFORE_COUNTED = ("第", "编号", "公元前", "前")


class InvalidDate(Rule):
    """Days and months that the calendar has not, a weekday that is not the date's, an end before its beginning, and
    impossible times of day. Dates of the lunar and other calendars are left alone, and so are years that may be
    counted from another era: only what cannot be right is reported.
    """

    id = "number/invalid-date"
    title = Bilingual("日期不存在或前后矛盾", "A date that does not exist or contradicts itself")
    why = Bilingual(
        "公历里没有的日子、对不上的星期、早于起点的终点，都是笔误，照此通知会误事。",
        "A day that is in no calendar, a wrong weekday, an end before the beginning: nobody can come to such a meeting.",
    )
    severity = Severity.ERROR
    norm = "GB/T 15835-2011, 5.1.5; GB/T 7408"
    VALID = (
        Valid("2024年2月29日开闸，12月31日至次年1月5日停航。"),
        Valid("农历二月三十，渔市照开；旧历2月30日，庙会收场。"),
        Valid("每年11月至次年3月封港，值班到24:00。"),
        Valid("2024年5月1日（星期三）放假。"),
        Valid("2024年3月4日至8日（星期一至星期五）轮训。"),
        Valid("2025年3月3日周二虎到任。"),
        Valid("6月1日31名船员到岗，9月31项任务完成。"),
        Valid("公元前221—前206年，编号2024-13-45。"),
        Valid("民國113年2月29日啟用。", preset="zh-hant"),
        Valid("由2035年提前至2030年。"),
        Valid("光绪二十一年二月三十日，九十月间。"),
    )
    INVALID = (
        Invalid("验收改在⟦9月31日⟧。"),
        Invalid("⟦2023年2月29日⟧试水，⟦2024年13月⟧验收。"),
        Invalid("工期为⟦4月28—31日⟧，补录到⟦2024-06-31⟧。"),
        Invalid("民國⟦112年2月29日⟧啟用。", preset="zh-hant"),
        Invalid("2024年5月1日⟦（星期五）⟧集合，2025年3月3日⟦周二⟧上午开会。"),
        Invalid("合同期为⟦2025年6月1日至2024年12月31日⟧，⟦2025年至2021年⟧是建设期。"),
        Invalid("⟦上午8时75分⟧集合。"),
        Invalid("⟦二〇二三年十一月三十一日⟧合龙。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        dates = ctx.document.dates
        for date in dates:
            fault = _fault(date)
            if fault is not None and not in_code(ctx.document, date.span.start, date.span.end):
                yield ctx.found(date.span, fault)
            elif date.solar_year is not None and len(date.days) == 1:
                yield from _wrong_weekday(ctx, date)
        for first, last in pairwise(dates):
            if first.span.end + 2 >= last.span.start and _runs_back(ctx.document.folded, first, last):
                yield _backwards(ctx, Span(first.span.start, last.span.end))
        yield from _backward_years(ctx)
        yield from _numeric(ctx)
        yield from _times(ctx)


def _fault(date: Date) -> Bilingual | None:
    """What is wrong with the date in itself."""
    month = date.month.value
    if not 1 <= month <= _MONTHS:
        if date.year is None and not date.days:
            return None
        return Bilingual(f"一年只有十二个月，没有“{month}月”", f"a year has no month {month}")
    if date.other or not date.days:
        return None
    old = date.solar_year is not None and date.solar_year < _COMMON_CALENDAR
    lunar = old or (date.year is None and date.month.chinese and month == FEBRUARY)
    last = max(days_in(date.solar_year, month), _LUNAR_DAYS if lunar else 0)
    for day in date.days:
        if not 1 <= day.value <= last:
            year = f"{date.solar_year}年" if month == FEBRUARY and date.solar_year is not None else ""
            return Bilingual(
                f"{year}{month}月没有{day.value}日，这个月只有{last}天", f"month {month} has {last} days, no {day.value}"
            )
    return None


def _wrong_weekday(ctx: Context, date: Date) -> Iterator[Diagnostic]:
    folded = ctx.document.folded
    match = WEEKDAY.match(folded, date.span.end, date.span.end + 12)
    if match is None or _TO.match(folded[date.span.start - 1 : date.span.start]) is not None:
        return
    year, day = date.solar_year, date.days[0].value
    right = weekday_of(year, date.month.value, day) if year is not None and year >= _COMMON_CALENDAR else None
    if right is None or right == weekday_named(match["day"]):
        return
    wanted = match["word"] + "一二三四五六日"[right]
    span = Span(*match.span())
    yield ctx.found(
        span,
        Bilingual(
            f"这一天是{wanted}，不是“{match['word']}{match['day']}”；日期和星期有一个不对",
            f"this day is a {wanted}; either the date or the weekday is wrong",
        ),
    )


def _runs_back(folded: str, first: Date, last: Date) -> bool:
    """Whether two dates are a range, both with their year or both in one, that ends before it begins."""
    if _TO.fullmatch(folded, first.span.end, last.span.start) is None or not first.days or not last.days:
        return False
    if first.solar_year is None or last.solar_year is None:
        return False
    return _order(first) > _order(last)


def _order(date: Date) -> tuple[int, int, int]:
    return date.solar_year or 0, date.month.value, date.days[-1].value


def _backwards(ctx: Context, span: Span) -> Diagnostic:
    word = span.of(ctx.text)
    return ctx.found(
        span, Bilingual(f"“{word}”止于起点之前，起止应核对", f"“{word}” ends before it begins; check both dates")
    )


def _backward_years(ctx: Context) -> Iterator[Diagnostic]:
    """Ranges of days in one month and of years that run backwards: 3月28日至25日, 2024—2021年."""
    text, folded = ctx.text, ctx.document.folded
    for date in ctx.document.dates:
        for first, last in pairwise(date.days):
            if first.value > last.value and _is_range(folded, first, last):
                yield _backwards(ctx, date.span)
                break
    for found in ctx.document.numbers.ranges:
        start, end = found.span
        first, last = text[start : found.first.stop], text[found.last.start : end]
        if len(first) == len(last) == 4 and first > last and text[end : end + 1] == "年" and _is_year(first, last):
            before = folded[max(0, start - 3) : start]
            if not before.endswith(_BEFORE_COUNTED) and not in_code(ctx.document, start, end):
                yield _backwards(ctx, Span(start, end + 1))


def _is_range(folded: str, first: Part, last: Part) -> bool:
    between = folded[first.span.end : last.span.start].strip("日号 \xa0\u3000")
    return bool(between) and _TO.fullmatch(between) is not None


def _is_year(*words: str) -> bool:
    return all(word.isdecimal() and word[:2] in ("19", "20") for word in words)


def _numeric(ctx: Context) -> Iterator[Diagnostic]:
    """2024-02-30: only days that a month has not, for a serial number may have any figures."""
    for match in _ISO.finditer(ctx.text):
        year, month, day = (int(match[name]) for name in ("year", "month", "day"))
        if day <= days_in(year, month) or in_code(ctx.document, *match.span()):
            continue
        last = days_in(year, month)
        yield ctx.found(
            Span(*match.span()),
            Bilingual(f"{year}年{month}月只有{last}天，没有{day}日", f"month {month} of {year} has {last} days"),
        )


def _times(ctx: Context) -> Iterator[Diagnostic]:
    folded = ctx.document.folded
    for at in occurrences("午", folded):
        match = _TIME.match(folded, max(0, at - 1))
        if match is not None and (int(match["hour"]) > _HOURS or int(match["minute"]) >= _MINUTES):
            word = ctx.text[match.start() : match.end()]
            yield ctx.found(
                Span(*match.span()), Bilingual(f"没有“{word}”这个时刻，应核对", f"there is no such time as “{word}”")
            )
