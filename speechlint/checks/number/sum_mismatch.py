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
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_WORDS = Literals(("其中", "合计", "共计", "总计"))
_AMOUNT = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[万亿]?"
_UNIT = r"(?<unit>元|人|名|个|户|项|家|台|套|吨|亩|公里|万吨)"
_TOTAL = Pattern(rf"(?:共有?|总?投资|总数为?|合计|共计|总计|总共|招收|新增)(?<total>{_AMOUNT}){_UNIT}[，,（(]$")
_PARTS = Pattern(
    rf"其中[:：]?(?<part>\p{{Han}}{{1,10}}?(?<amount>{_AMOUNT})(?<unit>\p{{Han}}{{1,2}}))"
    rf"(?:[、，,]?(?:和|及)?(?<part>\p{{Han}}{{1,10}}?(?<amount>{_AMOUNT})(?<unit>\p{{Han}}{{1,2}})))+(?=[。；;）)])"
)
_LIST = Pattern(rf"(?:\p{{Han}}{{1,10}}?(?<amount>{_AMOUNT})(?<unit>\p{{Han}}{{1,2}})[、，,和])+")
_SUM = Pattern(rf"(?<total>{_AMOUNT}){_UNIT}(?=[。；;，,])")
# Those of a kind that leave nothing over: less than the whole is a mistake, too.
_HALVES = (("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("正式", "临时"))
_BEFORE = 60


class SumMismatch(Rule):
    """Parts that do not add up to the whole beside them: 共10人，其中男4人、女5人. Only lists that are plainly whole
    are added: halves of one kind, amounts of money that exceed the whole, and lists with 合计 behind them; parts behind
    其中 may overlap or leave something out.
    """

    id = "number/sum-mismatch"
    title = Bilingual("分项之和与总数不符", "Parts that do not add up")
    why = Bilingual("分项与总数对不上，必有一处写错。", "Where the parts do not make the whole, a figure is wrong.")
    severity = Severity.HINT
    on = False
    presets = {"strict": Severity.HINT}
    triggers = _WORDS
    VALID = (
        Valid("共10人，其中男4人、女6人。", preset="strict"),
        Valid("共10人，其中党员8人、女5人。", preset="strict"),
        Valid("共30亿元，其中中央10亿元、地方12亿元。", preset="strict"),
        Valid("甲村10万元、乙村25万元，合计35万元。", preset="strict"),
        Valid("共有12户，其中城镇4户、农村8户等。", preset="strict"),
    )
    INVALID = (
        Invalid("班组⟦共10人，其中男4人、女5人⟧。", preset="strict"),
        Invalid("项目⟦总投资30亿元，其中中央10亿元、地方25亿元⟧。", preset="strict"),
        Invalid("⟦甲村10万元、乙村25万元，合计30万元⟧。", preset="strict"),
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
    if whole is None or parts is None or set(parts.captures("unit")) != {whole["unit"]}:
        return
    names = parts.captures("part")
    total, added = value_of(whole["total"]), _added(parts)
    halves = len(names) == 2 and any(names[0].startswith(a) and names[1].startswith(b) for a, b in _HALVES)
    if (halves and added != total) or (whole["unit"] == "元" and added > total):
        yield _found(ctx, Span(whole.start(), parts.end()), total, added)


def _before_the_sum(ctx: Context, start: int, end: int) -> Iterator[Diagnostic]:
    folded = ctx.document.folded
    whole = _SUM.match(folded, end)
    begin = max(folded.rfind(mark, max(0, start - _BEFORE), start) for mark in "。；;：:\n") + 1
    if whole is None or (begin == 0 and start > _BEFORE):
        return
    parts = _LIST.fullmatch(folded, begin, start)
    if parts is None or set(parts.captures("unit")) != {whole["unit"]} or len(parts.captures("amount")) < 2:
        return
    total, added = value_of(whole["total"]), _added(parts)
    if added != total:
        yield _found(ctx, Span(begin, whole.end()), total, added)


def _added(parts: Any) -> Decimal:
    return sum((value_of(amount) for amount in parts.captures("amount")), Decimal(0))


def _found(ctx: Context, span: Span, total: Decimal, added: Decimal) -> Diagnostic:
    return ctx.found(
        span,
        Bilingual(
            f"分项相加是{plain(added)}，总数写的是{plain(total)}，应核对",
            f"the parts make {plain(added)}, the whole is given as {plain(total)}",
        ),
    )
