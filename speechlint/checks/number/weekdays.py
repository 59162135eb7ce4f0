"""Weekdays that stand behind a date."""

from __future__ import annotations

from datetime import date

from speechlint.text.pattern import Pattern

_NAMES = "一二三四五六日"
# A bare 周一 may begin a name (周一鸣), so something has to follow that no name goes on with.
WEEKDAY = Pattern(
    "[（(][ \xa0]?(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])[ \xa0]?[）)]"
    "|(?<word>星期|周|礼拜)(?<day>[一二三四五六日天])(?=[，。、；,;]|[上下]午|早上|晚上?|中午|凌晨|召开|举行)"
)


def weekday_named(name: str) -> int:
    """0 for 一 to 6 for 日 or 天."""
    return _NAMES.index("日" if name == "天" else name)


def weekday_of(year: int, month: int, day: int) -> int | None:
    """0 for Monday to 6 for Sunday; None where there is no such day."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
