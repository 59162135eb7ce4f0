"""Dates that name a month: their parts, their calendar, and what only looks like one."""

from __future__ import annotations

import pytest

from speechlint.document.dates import days_in
from speechlint.document.model import Document
from speechlint.formats.source import Source

Seen = tuple[str, int | None, int, tuple[int, ...], bool]


def seen(text: str) -> list[Seen]:
    return [
        (date.span.of(text), date.solar_year, date.month.value, tuple(day.value for day in date.days), date.other)
        for date in Document(Source(text)).dates
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024年5月1日开工", [("2024年5月1日", 2024, 5, (1,), False)]),
        ("2024 年 5 月 1 日开工", [("2024 年 5 月 1 日", 2024, 5, (1,), False)]),
        ("２０２４年０５月", [("２０２４年０５月", 2024, 5, (), False)]),
        ("二〇二四年十二月三十一日", [("二〇二四年十二月三十一日", 2024, 12, (31,), False)]),
        ("二○二四年元月", []),
        (
            "4月28—30日和5月3日、5日",
            [("4月28—30日", None, 4, (28, 30), False), ("5月3日、5日", None, 5, (3, 5), False)],
        ),
        ("6月31號", [("6月31號", None, 6, (31,), False)]),
        ("民國113年2月29日", [("113年2月29日", 2024, 2, (29,), False)]),
        ("昭和50年2月", [("50年2月", None, 2, (), False)]),
        ("农历二月三十日", [("二月三十日", None, 2, (30,), True)]),
        ("闰六月初一", [("六月", None, 6, (), True)]),
        ("光绪二十一年三月三十日", [("二十一年三月三十日", None, 3, (30,), True)]),
        ("6月1日31名船员", [("6月1日", None, 6, (1,), False)]),
        ("6月31号令，6月31号楼", [("6月", None, 6, (), False), ("6月", None, 6, (), False)]),
        ("3个月，月底，数月，本月31日，九十月间，岁月", []),
        ("月", []),
    ],
)
def test_dates(text: str, dates: list[Seen]) -> None:
    assert seen(text) == dates


@pytest.mark.parametrize(
    ("year", "month", "days"),
    [(2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (None, 2, 29), (2023, 4, 30), (None, 12, 31)],
)
def test_days_of_a_month(year: int | None, month: int, days: int) -> None:
    assert days_in(year, month) == days
