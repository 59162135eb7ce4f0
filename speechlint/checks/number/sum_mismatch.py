"""number/sum-mismatch"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from speechlint.document.numbers import plain, value_of
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_WORDS = Literals(("其中", "合计", "共计", "总计"))
_AMOUNT = r"[0-9]+(?:[, \xa0][0-9]{3})*(?:\.[0-9]+)?[万亿]?"
_UNIT = r"(?<unit>万吨|公里|人次|\p{Han})"
# A rough number has no parts that could be added: 约, 近, 100余人.
_TOTAL = Pattern(rf"(?<![0-9.,约近超过逾第达到足] ?)(?<total>{_AMOUNT}){_UNIT}[，,（(]$")
_PARTS = Pattern(
    rf"其中[:：，]?(?<part>\p{{Han}}{{1,10}}?(?<amount>{_AMOUNT})(?<unit>万吨|公里|人次|\p{{Han}}))"
    rf"(?:[、，,]?(?:和|及)?(?<part>\p{{Han}}{{1,10}}?(?<amount>{_AMOUNT})(?<unit>万吨|公里|人次|\p{{Han}})))+(?=[。；;）)])"
)
_LIST = Pattern(
    rf"(?:\p{{Han}}{{1,10}}?(?<amount>{_AMOUNT})(?<unit>\p{{Han}}{{1,2}})[、，,和])+(?:(?:以上)?(?<many>[两二三四五六七八九])项)?"
)
_SUM = Pattern(rf"(?<total>{_AMOUNT})(?<unit>\p{{Han}}{{1,2}})(?=[。；;，,])")
_ROUGH = Pattern(r"[约近超过逾达到于足](?=[0-9])")
# Those of a kind that leave nothing over: less than the whole is a mistake, too.
_HALVES = (
    ("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("城市", "农村"), ("正式", "临时"), ("税收", "非税"),
    ("一般隐患", "重大隐患"), ("一般事故隐患", "重大事故隐患"), ("公办", "民办"), ("境内", "境外"), ("国内", "国外"),
    ("省内", "省外"), ("线上", "线下"), ("约束性", "预期性"),
)  # fmt: skip
_LEVEL = Pattern("(?:第?[一二三四五][级類类等]|[特甲乙丙]级)")
_BEFORE = 60


class SumMismatch(Rule):
    """Parts that do not add up to the whole beside them: 共10人，其中男4人、女5人. Only lists that are plainly whole
    are added: halves of one kind, money and classes that exceed the whole, and lists with 合计 behind them; other parts
    behind 其中 may overlap or leave something out. What rounding makes of figures is left alone.
    """

    id = "number/sum-mismatch"
    title = Bilingual("分项之和与总数不符", "Parts that do not add up")
    why = Bilingual("分项与总数对不上，必有一处写错。", "Where the parts do not make the whole, a figure is wrong.")
    severity = Severity.WARNING
    triggers = _WORDS
    VALID = (
        Valid("共10人，其中男4人、女6人。"),
        Valid("共10人，其中党员8人、女5人。"),
        Valid("共30亿元，其中中央10亿元、地方12亿元。"),
        Valid("甲村10万元、乙村25万元，合计35万元。"),
        Valid("共有12户，其中城镇4户、农村8户等。"),
        Valid("收入6.84亿元，其中税收4.12亿元、非税2.73亿元。"),
        Valid("响应8次，其中四级5次、三级2次。渔民近100人，其中男60人、女38人。"),
        Valid("甲港投资30亿元，其中码头10亿元、泊位15亿元，两项合计25亿元。"),
    )
    INVALID = (
        Invalid("班组共⟦10人，其中男4人、女5人⟧。"),
        Invalid("项目总投资⟦30亿元，其中中央10亿元、地方25亿元⟧。"),
        Invalid("⟦甲村10万元、乙村25万元，合计30万元⟧。"),
        Invalid("排查隐患⟦118条，其中一般隐患112条、重大隐患5条⟧。"),
        Invalid("启动响应⟦7次，其中四级5次、三级2次、二级1次⟧。"),
        Invalid("低保⟦10 427人，其中城市1 216人、农村9 201人⟧。"),
        Invalid("收入⟦6.84亿元，其中税收收入4.12亿元、非税收入2.82亿元⟧。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for start, end in ctx.places:
            if folded[start:end] == "其中":
                yield from _behind_the_whole(ctx, start)
            else:
                yield from _before_the_sum(ctx, start, end)


def _behind_the_whole(ctx: Context, start: int) -> Iterator[Diagnostic]:
    folded = ctx.document.folded
    whole = _TOTAL.search(folded, max(0, start - _BEFORE), start)
    parts = _PARTS.match(folded, start, start + 2 * _BEFORE)
    if whole is None or parts is None or set(parts.captures("unit")) != {whole["unit"]} or "计" in parts[0]:
        return
    names = [part.removeprefix("有") for part in parts.captures("part")]
    total, added = _value(whole["total"]), _added(parts)
    if abs(added - total) <= _rounding(whole["total"], *parts.captures("amount")) or _is_rough(parts[0]):
        return
    halves = len(names) == 2 and any(_are_halves(names, one, other) for one, other in _HALVES)
    levels = {level[0] for name in names if (level := _LEVEL.match(name)) is not None}
    apart = whole["unit"] == "元" or len(levels) == len(names)
    if halves or (apart and added > total):
        yield _found(ctx, Span(whole.start(), parts.end()), total, added, whole["total"])


def _before_the_sum(ctx: Context, start: int, end: int) -> Iterator[Diagnostic]:
    folded = ctx.document.folded
    whole = _SUM.match(folded, end)
    begin = max(folded.rfind(mark, max(0, start - _BEFORE), start) for mark in "。；;：:\n") + 1
    if whole is None or (begin == 0 and start > _BEFORE):
        return
    parts = _LIST.fullmatch(folded, begin, start)
    if parts is None or set(parts.captures("unit")) != {whole["unit"]} or len(parts.captures("amount")) < 2:
        return
    many = number_of(parts["many"]) if parts["many"] else len(parts.captures("amount"))
    if "其中" in parts[0] or many != len(parts.captures("amount")):
        return
    total, added = _value(whole["total"]), _added(parts)
    if abs(added - total) > _rounding(whole["total"], *parts.captures("amount")) and not _is_rough(parts[0]):
        yield _found(ctx, Span(begin, whole.end()), total, added, whole["total"])


def _are_halves(names: list[str], one: str, other: str) -> bool:
    first, second = names
    return (first.startswith(one) and second.startswith(other)) or (first.startswith(other) and second.startswith(one))


def _is_rough(words: str) -> bool:
    return _ROUGH.search(words) is not None


def _value(amount: str) -> Decimal:
    return value_of(amount.replace(" ", "").replace("\xa0", ""))


def _added(parts: Any) -> Decimal:
    return sum((_value(amount) for amount in parts.captures("amount")), Decimal(0))


def _rounding(*amounts: str) -> Decimal:
    """What the last places of rounded amounts may make together; whole numbers are not rounded."""
    return sum((_last_place(amount) for amount in amounts), Decimal(0)) / 2


def _last_place(amount: str) -> Decimal:
    digits = amount.rstrip("万亿")
    if digits == amount and "." not in amount:
        return Decimal(0)
    return _value("1" + amount[len(digits) :]).scaleb(-len(digits.partition(".")[2]))


def _found(ctx: Context, span: Span, total: Decimal, added: Decimal, written: str) -> Diagnostic:
    scale = written[len(written.rstrip("万亿")) :]
    made, given = (plain(value / _value(f"1{scale}")) + scale for value in (added, total))
    return ctx.found(
        span,
        Bilingual(
            f"分项相加是{made}，总数写的是{given}，应核对", f"the parts make {made}, the whole is given as {given}"
        ),
    )
