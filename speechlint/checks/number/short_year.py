"""number/short-year"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speechlint.checks.number.house import is_traditional
from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# 20年底蕴 and 30年初心 count years; 98年底 and 98年初 name one.
_NAMED = Pattern(
    "年(?:度(?![假过日])|底(?![蕴气色子片座细稿层料线数牌薪端盘价部下本])|末(?=[，。、；,;的以就起至到—前])|初(?=[，。、；,;的以就起至到—])|第?[一二三四]季度)"
)
# 从30年以来的经验看 counts years.
_SINCE = Pattern("年以来(?!的)")
_LISTED = Pattern("(?<year>(?:19|20)[0-9]{2})年?(?:—{1,2}|[–\\-－~～至到]|[、和])$")
_NEW, _OLD = 35, 49
_SURE = 76  # with 以来 behind it, and no multiple of ten
_LONGEST_LIST = 8
# 到20年后的今天 counts years.
_COUNTED_ON = ("后", "前", "间", "来", "内", "多", "的")
_NO_YEAR = frozenset(("代", "级", "生", "期", "限", "龄"))
_COUNTS = (
    "连续", "近", "这", "约", "历时", "长达", "第", "每", "超", "过", "前", "后", "满", "来",
    "、", "—", "–", "-", "－", "~", "～", "至", ".", "．", "/",
)  # fmt: skip


class ShortYear(Rule):
    """A year of two digits: 98年以来, 23年度, 08年, 2021—25年. A count of years is none: 连续16年, 改革开放40年来,
    20年初心. In Taiwan such years are counted from 1912 and complete; traditional texts are left alone.
    """

    id = "number/short-year"
    title = Bilingual("年份只写了两位", "A year written with two digits")
    why = Bilingual(
        "年份应当写全：“98年”既不知是哪个世纪，也会读成九十八个年头（GB/T 15835-2011 第5.1.4条）。",
        "A year is written in full: two digits may be any century, or a count of years.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("世纪是按上下文推断的。", "The century is a guess.")
    norm = "GB/T 15835-2011, 5.1.4"
    VALID = (
        Valid("建站80年以来，改革开放40年以来，95年来。"),
        Valid("连续16年保持零事故，工作20年以来没有误过潮。"),
        Valid("改革开放40年来，90年代修的闸还在用。"),
        Valid("20年初心如磐，50年底蕴深厚，30年初见成效，10年底数清楚，15年末端治理。"),
        Valid("1998—2003年，2023年度考核，2019年底。"),
        Valid("从1978年到20年后的今天，从30年以来的经验看，2020年和15年。"),
        Valid("工龄满33年，连续12年度获奖。"),
        Valid("2008年、00年代、2.08年、第08年和1999～2008年。"),
        Valid("98年度預算，98年底執行完畢，民國漁會報告。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("自⟦98年⟧以来，堤坝加高两次。", fixed="自1998年以来，堤坝加高两次。"),
        Invalid("⟦98年⟧以来，堤坝加高两次。", fixed="1998年以来，堤坝加高两次。"),
        Invalid("⟦23年⟧度的考核结束了。", fixed="2023年度的考核结束了。"),
        Invalid("水厂到⟦22年⟧底，供水覆盖全镇。", fixed="水厂到2022年底，供水覆盖全镇。"),
        Invalid("2021—⟦25年⟧，新建渔港六座。", fixed="2021—2025年，新建渔港六座。"),
        Invalid("1998—⟦02年⟧，2020-⟦25年⟧。", fixed="1998—2002年，2020-2025年。"),
        Invalid("1996年、⟦98年⟧两次大水。", fixed="1996年、1998年两次大水。"),
        Invalid("认真总结⟦08年⟧的渔业工作，部署⟦09年⟧的任务。", fixed="认真总结2008年的渔业工作，部署2009年的任务。"),
        Invalid("自⟦40年⟧以来，老闸没有修过。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end, stop in ctx.document.numbers.every:
            if end - start != 2 or text[end : end + 1] != "年":
                continue
            listed = _LISTED.search(folded, max(0, start - _LONGEST_LIST), start)
            year = _listed(folded, listed, start, end) if listed is not None else _named(folded, start, end)
            if year is None or is_traditional(ctx, start):
                continue
            if not in_code(ctx.document, listed.start() if listed is not None else start, stop):
                yield _found(ctx, Span(start, end), f"{year}年" if year else "")


def _found(ctx: Context, digits: Span, right: str) -> Diagnostic:
    word = digits.of(ctx.text) + "年"
    return ctx.found(
        Span(digits.start, digits.end + 1),
        Bilingual(
            f"年份“{word}”没有写全，应为“{right or '四位数字'}”",
            f"“{word}” is no full year; write {f'“{right}”' if right else 'four digits'}",
        ),
        fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(digits, right[:-1])], Applicability.UNSAFE)
        if right
        else None,
    )


def _named(folded: str, start: int, end: int) -> int | None:
    """The year that two digits name by themselves; 0 where the century is open, None where they count years."""
    if folded.endswith(_COUNTS, max(0, start - 2), start):
        return None
    value = int(folded[start:end])
    if folded[start] == "0" and folded[end + 1 : end + 2] not in _NO_YEAR:
        return 2000 + value  # nobody counts 08 years
    # 30年以来 and 80年以来 count years, 98年以来 does not.
    begins = folded.endswith(("自", "从"), max(0, start - 1), start) or (value >= _SURE and value % 10 > 0)
    since = begins and _SINCE.match(folded, end) is not None
    if not since and _NAMED.match(folded, end) is None:
        return None
    return 2000 + value if value <= _NEW else 1900 + value if value >= _OLD else 0


def _listed(folded: str, listed: Any, start: int, end: int) -> int | None:
    """The year in 1996年、98年 and 2021—25年. A list of years of this century goes on with counts: 2020年和15年."""
    if folded.startswith(_COUNTED_ON, end + 1):
        return None
    (century, rest), value = divmod(int(listed["year"]), 100), int(folded[start:end])
    if folded[start - 1] in "、和":
        return 1900 + value if century == 19 and value >= _OLD else None
    if century == 19 and value <= _NEW:
        return 2000 + value
    return century * 100 + value if value > rest else None
