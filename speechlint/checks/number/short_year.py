"""number/short-year"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.number.house import is_traditional
from speechlint.document.numbers import Number, in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# 20年底蕴 and 30年初心 count years; 98年底 and 98年初 name one.
_NAMED = Pattern("年(?:度(?!假)|底(?![蕴气色子片座细稿层料线])|末(?!班)|初(?=[，。、；,;的以就起至到—]))")
_SINCE = Pattern("年以来")
_LISTED = Pattern("(?<year>(?:19|20)[0-9]{2})年?(?:—{1,2}|[–\\-－~～至到]|[、和])$")
_NEW, _OLD = 35, 49
_JOINED = tuple("、—–-－~～至.．/")
_COUNTS = ("连续", "近", "这", "约", "历时", "长达", "第", "每", "超", "过", "前", "后", "满", "来")


class ShortYear(Rule):
    """A year of two digits: 98年以来, 23年度, 2021—25年. A count of years is none: 连续16年, 改革开放40年来, 20年初心.
    In Taiwan such years are counted from 1912 and complete; traditional texts are left alone.
    """

    id = "number/short-year"
    title = Bilingual("年份只写了两位", "A year written with two digits")
    why = Bilingual(
        "年份应当写全：“98年”既不知是哪个世纪，也会读成九十八个年头（GB/T 15835-2011 第5.1.5条）。",
        "A year is written in full: two digits may be any century, or a count of years.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("世纪是按上下文推断的。", "The century is a guess.")
    norm = "GB/T 15835-2011, 5.1.5"
    VALID = (
        Valid("连续16年保持零事故，工作20年以来没有误过潮。"),
        Valid("改革开放40年来，90年代修的闸还在用。"),
        Valid("20年初心如磐，50年底蕴深厚，30年初见成效。"),
        Valid("1998—2003年，2023年度考核，2019年底。"),
        Valid("工龄满33年，连续12年度获奖。"),
        Valid("98年度預算，98年底執行完畢，民國漁會報告。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("自⟦98年⟧以来，堤坝加高两次。", fixed="自1998年以来，堤坝加高两次。"),
        Invalid("⟦23年⟧度的考核结束了。", fixed="2023年度的考核结束了。"),
        Invalid("水厂到⟦22年⟧底，供水覆盖全镇。", fixed="水厂到2022年底，供水覆盖全镇。"),
        Invalid("2021—⟦25年⟧，新建渔港六座。", fixed="2021—2025年，新建渔港六座。"),
        Invalid("1996年、⟦98年⟧两次大水。", fixed="1996年、1998年两次大水。"),
        Invalid("自⟦40年⟧以来，老闸没有修过。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end, stop in ctx.document.numbers.every:
            if end - start != 2 or text[end : end + 1] != "年":
                continue
            number = Number(start, end, stop)
            year = _year(folded, number)
            if year is None or is_traditional(ctx, number.start) or in_code(ctx.document, *number.span):
                continue
            word = text[number.start : number.stop]
            span = Span(number.start, number.stop + 1)
            right = f"{year}年" if year else "四位数字"
            fix = ctx.fix(
                Bilingual(f"改为“{right}”", f"write “{right}”"),
                [Edit(number.span, str(year))],
                Applicability.UNSAFE,
            )
            yield ctx.found(
                span,
                Bilingual(f"年份“{word}年”没有写全，应为“{right}”", f"“{word}年” is no full year; write “{right}”"),
                fix=fix if year else None,
            )


def _year(folded: str, number: Number) -> int | None:
    """The year that two digits stand for; 0 where the century is open, None where they count years."""
    start, stop = number.span
    value = int(folded[start:stop])
    before = folded[max(0, start - 8) : start]
    listed = _LISTED.search(before)
    if listed is not None:
        return _in_list(int(listed["year"]), value, before[-1])
    if before.endswith(_COUNTS) or before.endswith(_JOINED):
        return None
    if _NAMED.match(folded, stop) is not None or (
        before.endswith(("自", "从")) and _SINCE.match(folded, stop) is not None
    ):
        return 2000 + value if value <= _NEW else 1900 + value if value >= _OLD else 0
    return None


def _in_list(named: int, value: int, mark: str) -> int | None:
    """The year in 1996年、98年 and 2021—25年; a list of years of this century goes on with counts: 2020年和15年."""
    century, rest = divmod(named, 100)
    if mark in "、和":
        return 1900 + value if century == 19 and value >= _OLD else None
    return century * 100 + value if value > rest else None
