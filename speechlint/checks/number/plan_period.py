"""number/plan-period"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speechlint.checks.number.facts import PLAN_YEARS, PLANS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_QUOTED = ("六五", "七五", "八五", "九五", "十五")
_LONG = ("十一五", "十二五", "十三五", "十四五", "十五五")
_WORDS = Literals((*(opener + plan for plan in _QUOTED for opener in "“「\"'‘"), *_LONG), both_scripts=False)
_OPEN, _CLOSE = "[“「\"'‘]?", "[”」\"'’]?"
_PLAN = f"{_OPEN}(?<plan>十[一二三四五]五|[六七八九十]五){_CLOSE}(?:规划|时期|计划)?(?:实施)?的?"
_ONE_YEAR = (
    "(?:(?<opening>开局|开篇|起步|开局起步|首)|(?<closing>收官|收尾|最后|末)|第(?<which>[一二三四五]))(?:之|一)?年"
    "(?!的?(?:之?[前后]|上一|下一|临近|将至|倒计时))"
)
# 2024年为“十四五”收官打基础 says what is done for it: the clause has to end behind 为 …, and without 之年.
_ENDED = "(?=[，。；！、）])"
_ALONE = f"(?:(?<opening>开局)|(?<closing>收官)){_ENDED}"
_YEAR_FIRST = Pattern(
    f"(?<year>(?:19|20)[0-9]{{2}})年(?:[，,]?(?:正?是|系|既是|作为|(?<for>为)|迎来))?"
    f"(?:我国|我省|我市|我县|全面)?(?:实施|推进)?{_PLAN}"
    f"(?:{_ONE_YEAR}(?(for){_ENDED})|{_ALONE})"
)
_SPAN = Pattern(
    f"{_PLAN}(?:期间)?[（(](?<first>(?:19|20)[0-9]{{2}})年?(?:—{{1,2}}|[–\\-－―~～至到])"
    f"(?<last>(?:19|20)[0-9]{{2}})年?[）)]"
)
_BEFORE, _BEHIND, _BRACKET = 20, 40, 8


class PlanPeriod(Rule):
    """A year that is not the one the text says it is in a five-year plan: 2018年是“十三五”开局之年. Only where year and
    plan are one phrase; years in which a plan is prepared or its end is worked for are left alone.
    """

    id = "number/plan-period"
    title = Bilingual("年份与五年规划的阶段不符", "A year that does not fit the five-year plan")
    why = Bilingual(
        "各个五年规划（计划）的起止年份有定：“十四五”是2021—2025年，开局在2021年，收官在2025年。",
        "The years of each plan are known: the 14th began in 2021 and ended with 2025.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("错的可能是年份，也可能是规划。", "Either the year or the plan may be wrong.")
    triggers = _WORDS
    VALID = (
        Valid("2016年是“十三五”开局之年，2020年是“十三五”收官之年。"),
        Valid("2024年为“十四五”收官打基础。"),
        Valid("2024年是“十四五”收官前的关键一年。"),
        Valid("2019年为“十三五”收官之年做准备，2019年是“十三五”收官之年的前一年。"),
        Valid("2025年是“十四五”收官之年，也是“十五五”谋划之年。"),
        Valid("“十四五”时期（2021—2025年）渔港扩建。"),
        Valid("2023年是“十四五”规划的第三年。"),
        Valid("2010年是「十一五」規劃的最後一年。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("⟦2018年是“十三五”开局之年⟧。", fixed="2016年是“十三五”开局之年。"),
        Invalid("⟦2026年“十四五”收官⟧，任务很重。", fixed="2025年“十四五”收官，任务很重。"),
        Invalid("⟦2022年是“十四五”规划的第三年⟧。", fixed="2023年是“十四五”规划的第三年。"),
        Invalid("⟦2025年是“十四五”开局之年⟧。"),
        Invalid("⟦“十四五”时期（2020—2024年）⟧渔港扩建。"),
        Invalid("⟦2024年是「十四五」收官之年⟧。", fixed="2025年是「十四五」收官之年。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for start, end in ctx.places:
            begin = max(0, start - _BEFORE)
            if folded.find("年", begin, start) >= 0:
                for match in _YEAR_FIRST.finditer(folded, begin, end + _BEHIND):
                    if start <= match.start("plan") <= start + 1 and match.end("plan") == end:
                        yield from _wrong_year(ctx, match)
            if folded.find("（", end, end + _BRACKET) >= 0 or folded.find("(", end, end + _BRACKET) >= 0:
                match = _SPAN.match(folded, max(0, start - 1), end + _BEHIND)
                match = match or _SPAN.match(folded, start, end + _BEHIND)
                if match is not None:
                    yield from _wrong_span(ctx, match)


def _wrong_year(ctx: Context, match: Any) -> Iterator[Diagnostic]:
    first, plan = PLANS[match["plan"]], match["plan"]
    if match["which"]:
        right, stage = first + (number_of(match["which"]) or 1) - 1, f"第{match['which']}年"
    elif match["opening"]:
        right, stage = first, "开局之年"
    else:
        right, stage = first + PLAN_YEARS - 1, "收官之年"
    year = int(match["year"])
    if right == year:
        return
    # The year of the plan's other end: the word is likelier to be wrong than the year.
    other = {first: "开局", first + PLAN_YEARS - 1: "收官"}.get(year)
    span = Span(*match.span())
    yield ctx.found(
        span,
        Bilingual(
            f"“{plan}”的{stage}是{right}年，不是{match['year']}年",
            f"that year of the plan “{plan}” is {right}, not {match['year']}",
        ),
        fix=ctx.fix(
            Bilingual(f"改为{right}年", f"write {right}"),
            [Edit(Span(*match.span("year")), str(right))],
            Applicability.DISPLAY if other else Applicability.UNSAFE,
        ),
        notes=(Bilingual(f"{year}年是它的{other}之年", f"{year} is the other end of that plan"),) if other else (),
    )


def _wrong_span(ctx: Context, match: Any) -> Iterator[Diagnostic]:
    """Both years beside the plan's name; a part of its years is no mistake."""
    begin = PLANS[match["plan"]]
    end = begin + PLAN_YEARS - 1
    first, last = int(match["first"]), int(match["last"])
    if begin <= first and (last <= end or last - first >= PLAN_YEARS):
        return
    yield ctx.found(
        Span(*match.span()),
        Bilingual(
            f"“{match['plan']}”是{begin}—{end}年，不是{first}—{last}年",
            f"the plan “{match['plan']}” runs from {begin} to {end}, not from {first} to {last}",
        ),
    )
