"""number/date-numeral-mix"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.number.house import is_quoted, is_traditional
from speechlint.document.dates import Date, Part
from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Historians give the lunar months of old years in Chinese numerals: 1840年六月. Later ones are common months.
_COMMON_CALENDAR, _CERTAIN = 1912, 1949
# 2019年五月初五 is a lunar date, 1917年十月革命 a name.
_AFTER_MONTH = (
    "",
    "，",
    "。",
    "、",
    "；",
    "：",
    "）",
    ",",
    "\n",
    "\r",
    "起",
    "至",
    "到",
    "以",
    "底",
    "上",
    "中",
    "下",
    "份",
    "—",
)
_COUNTED = ("游", "内", "之", "来", "间", "后", "遊", "的")
_ZEROS = "0０"
_CLOCK = Pattern("[ \xa0]?[0-9]{1,2}:[0-9]{2}")


class DateNumeralMix(Rule):
    """One date in two ways of writing, 2019年五月3日, or with zeros in front, 05月: a date of an official document
    is written in Arabic digits without them. Dates of the lunar calendar are written in Chinese numerals beside any
    year; serial numbers, tables with 2024-05-01 and times such as 08时 keep their zeros.
    """

    id = "number/date-numeral-mix"
    title = Bilingual("同一日期混用数字写法", "One date in two ways of writing")
    why = Bilingual(
        "成文日期用阿拉伯数字写全，月、日不编虚位（GB/T 9704-2012 第7.3.5.4条）；一个日期里不混用汉字和阿拉伯数字。",
        "A date is written in Arabic digits, without zeros in front, and never half in Chinese numerals.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "改后是同一天；只有可能按农历写的旧日期要人看过。",
        "It is the same day; only old dates, which may be lunar ones, should be looked at.",
    )
    norm = "GB/T 9704-2012, 7.3.5.4; GB/T 15835-2011, 4.3, 5.1.4"
    VALID = (
        Valid("2024年5月3日开工，二〇二四年五月三日立碑。"),
        Valid("2024年正月开捕，2024年五月初五赛船，2024年八月十五赏月。"),
        Valid("1917年十月革命，民国三十五年5月5日。"),
        Valid("1840年六月，英舰到了海口。"),
        Valid("登记日期为2024-05-01，上午08时30分集合。"),
        Valid("您的账户于07月15日18:42支出58.00元。"),
        Valid("5月三日游的产品卖得好。"),
        Valid("中華民國 88 年 02 月 03 日公布。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("清淤从⟦2019年五月3日⟧开始。", fixed="清淤从2019年5月3日开始。"),
        Invalid("⟦二〇一九年5月⟧，船闸通航。", fixed="2019年5月，船闸通航。"),
        Invalid("自⟦2024年05月01日⟧起施行。", fixed="自2024年5月1日起施行。"),
        Invalid("请于⟦03月09日⟧前报名。", fixed="请于3月9日前报名。"),
        Invalid("全员于⟦五月3日⟧到岗，⟦2022年八月十六日⟧撤离。", fixed="全员于5月3日到岗，2022年8月16日撤离。"),
        Invalid("定於⟦二〇二四年9月3日⟧開工。", fixed="定於2024年9月3日開工。", preset="zh-hant"),
        Invalid("⟦２０２４年０６月⟧完工。", fixed="２０２４年６月完工。"),
        Invalid("⟦1921年七月15日⟧，码头工人罢工。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for date in ctx.document.dates:
            parts = [part for part in (date.year, date.month, *date.days) if part is not None]
            mixed = len({part.chinese for part in parts}) == 2
            padded = [part for part in (date.month, *date.days) if _is_padded(ctx, part)]
            if not (mixed and _is_common(ctx, date)) and not (padded and not is_traditional(ctx, date.span.start)):
                continue
            if min(part.value for part in parts) < 1 or in_code(ctx.document, *date.span):
                continue
            # A message of a bank or a machine: 07月15日18:42.
            if not mixed and _CLOCK.match(ctx.text, date.span.end) is not None:
                continue
            edits = [Edit(part.span, str(part.value)) for part in parts if part.chinese]
            edits += [Edit(Span(part.span.start, part.span.start + 1), "") for part in padded]
            yield _found(ctx, date.span, sorted(edits), certain=not mixed or _is_certain(date))


def _found(ctx: Context, span: Span, edits: list[Edit], *, certain: bool) -> Diagnostic:
    word, right, at = span.of(ctx.text), "", span.start
    for edit in edits:
        right += ctx.text[at : edit.span.start] + edit.content
        at = edit.span.end
    right += ctx.text[at : span.end]
    return ctx.found(
        span,
        Bilingual(f"日期“{word}”应写作“{right}”", f"the date “{word}” is written “{right}”"),
        severity=Severity.HINT if is_quoted(ctx, span.start) else None,
        fix=ctx.fix(
            Bilingual(f"改为“{right}”", f"write “{right}”"),
            edits,
            Applicability.SAFE if certain else Applicability.UNSAFE,
        ),
    )


def _is_padded(ctx: Context, part: Part) -> bool:
    return part.span.end - part.span.start == 2 and ctx.text[part.span.start] in _ZEROS and part.value > 0


def _is_common(ctx: Context, date: Date) -> bool:
    """Whether a date with both kinds of numerals is one of the common calendar, and no count of days."""
    folded, behind = ctx.document.folded, date.span.end
    if date.other or (date.year is not None and (date.solar_year or 0) < _COMMON_CALENDAR):
        return False
    if date.year is not None and date.year.chinese and date.year.value < _COMMON_CALENDAR:
        return False
    if date.month.chinese and not date.days and folded[behind : behind + 1] not in _AFTER_MONTH:
        return False
    last = date.days[-1] if date.days else None
    counted = not date.month.chinese and last is not None and last.chinese and folded[last.span.end] == "日"
    return not (counted and folded[behind : behind + 1] in _COUNTED)


def _is_certain(date: Date) -> bool:
    return date.solar_year is None or date.solar_year >= _CERTAIN
