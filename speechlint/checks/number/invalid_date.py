"""number/invalid-date"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.number.calendar import (
    date_faults,
    glued_dates,
    impossible_quarters,
    impossible_times,
    iso_faults,
    year_faults,
)
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class InvalidDate(Rule):
    """Days and months that the calendar has not, a weekday that is not the date's, an end before its beginning, dates
    that lost their 年 and 月, and impossible quarters and times of day. Dates of the lunar and other calendars are left
    alone, and so are years that may be counted from another era: only what cannot be right is reported.
    """

    id = "number/invalid-date"
    title = Bilingual("日期不存在或前后矛盾", "A date that does not exist or contradicts itself")
    why = Bilingual(
        "公历里没有的日子、对不上的星期、早于起点的终点，都是笔误，照此通知会误事。",
        "A day that is in no calendar, a wrong weekday, an end before the beginning: nobody can come.",
    )
    severity = Severity.ERROR
    norm = "GB/T 15835-2011, 5.1.4; GB/T 7408"
    VALID = (
        Valid("2024年2月29日开闸，12月31日至次年1月5日停航。"),
        Valid("9月28日至10月5日放假，9月28日、9月25日各一场，11月20日至次年11月5日有效。"),
        Valid("农历二月三十，渔市照开；旧历2月30日，庙会收场。"),
        Valid("每年11月至次年3月封港，值班到24:00。"),
        Valid("2024年5月1日（星期三）放假。"),
        Valid("2024年3月4日至8日（星期一至星期五）轮训。"),
        Valid("2025年3月3日周二虎到任。"),
        Valid("6月1日31名船员到岗，9月31项任务完成。"),
        Valid("公元前221—前206年，编号2024-13-45。"),
        Valid("民國113年2月29日啟用。", preset="zh-hant"),
        Valid("连续第五季度增长，2024年5个季度末。"),
        Valid("由2035年提前至2030年。"),
        Valid("于120日内完工，用时527日，自180日起计，第2024822号，2024日历，于365日前办结。"),
        Valid("2024315日志已经归档，20240527日报见附件。"),
        Valid("工期从120日起步，贷款由90日展到120日的，从121日起收取罚息，自110日起计息。"),
        Valid("光绪二十一年二月三十日，九十月间。"),
    )
    INVALID = (
        Invalid("验收改在⟦9月31日⟧。"),
        Invalid("⟦2023年2月29日⟧试水，⟦2024年13月⟧验收。"),
        Invalid("工期为⟦4月28—31日⟧，补录到⟦2024-06-31⟧。"),
        Invalid("民國⟦112年2月29日⟧啟用。", preset="zh-hant"),
        Invalid("2024年5月1日⟦（星期五）⟧集合，2025年3月3日⟦周二⟧上午开会。"),
        Invalid("合同期为⟦2025年6月1日至2024年12月31日⟧，⟦2025年至2021年⟧是建设期。"),
        Invalid("公示期为⟦9月28日至9月25日⟧，⟦6月0日⟧截止。"),
        Invalid("⟦上午8时75分⟧集合，2024年⟦第五季度⟧补课。"),
        Invalid("⟦二〇二三年十一月三十一日⟧合龙。"),
        Invalid("⟦2024822日⟧通过，⟦20241105日⟧修订，定于⟦527日⟧起试水。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for faults in (date_faults, glued_dates, year_faults, iso_faults, impossible_times, impossible_quarters):
            for span, message in faults(ctx.document):
                yield ctx.found(span, message)
