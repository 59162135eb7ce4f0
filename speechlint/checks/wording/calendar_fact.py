"""wording/calendar-fact"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.wording.anniversaries import anniversary_faults, exact_year
from speechlint.checks.wording.lunar_years import lunar_faults, lunar_words, this_years_fault
from speechlint.checks.wording.year_fault import Fault
from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals

_ANNIVERSARY = "周年"
_WORDS = Literals(lambda: (*lunar_words(), _ANNIVERSARY))


class CalendarFact(Rule):
    """A year of the zodiac or of the sixty-year cycle that is not that of the year beside it (2024年是兔年), animals
    out of turn (兔年过后迎来马年), and an anniversary that does not fit the year of the event (2024年是建党100周年).

    Only what is said in one phrase is compared. Days, weekdays and five-year plans belong to the rules about numbers.
    """

    id = "wording/calendar-fact"
    title = Bilingual("生肖、干支或周年与年份不符", "A lunar year or an anniversary that does not fit the year")
    why = Bilingual(
        "生肖、干支和周年都算得出来，写错了，台下一听便知。",
        "Animals, signs and anniversaries can be counted; everybody in the hall hears the slip.",
    )
    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "错的可能是年份，也可能是生肖、干支或周年数。", "The year may be wrong, or what stands beside it."
    )
    norm = "GB/T 33661-2017（农历的编算和颁行）"
    triggers = _WORDS
    VALID = (
        Valid("兔年过后迎来龙年，2024年是农历甲辰龙年。"),
        Valid("送走羊年，猴年将至；辞虎迎兔，辞旧迎新。"),
        Valid("蛇年将至，龙年渐远，渔村张灯结彩。"),
        Valid("全县生猪年出栏五万头，肉牛年存栏两万头。"),
        Valid("2021年是建党100周年，2019年是新中国成立70周年。"),
        Valid("2020年，为迎接建党100周年，渔村修了礼堂。"),
        Valid("2024年是渔业公司成立100周年。"),
        Valid("属牛年份出生的渔民，龙年说龙，马年说马。"),
        Valid("2023年龙年贺岁邮票开始印制。"),
        Valid("1898年（戊戌年）、2025年（农历乙巳年）都修过堤。"),
        Valid("龍年已去，蛇年到來，2025年是乙巳蛇年。", preset="zh-hant"),
        Valid("从2012年龙年到2024年龙年，一轮过去了。"),
        Valid("以优异成绩庆祝建党100周年！\n2020年11月5日"),
        Valid("去年，渔村以优异成绩庆祝建军96周年。\n2024年7月2日"),
        Valid("学习在庆祝建党95周年大会上的讲话\n船工们记了笔记。\n2017年7月2日"),
    )
    INVALID = (
        Invalid("⟦2024年是农历兔年⟧，渔村办了灯会。", fixed="2024年是农历龙年，渔村办了灯会。"),
        Invalid("兔年过后迎来⟦马年⟧，渔家添新船。", fixed="兔年过后迎来龙年，渔家添新船。"),
        Invalid("牛岁收官船满舱，⟦兔年⟧开局帆正扬。", fixed="牛岁收官船满舱，虎年开局帆正扬。"),
        Invalid("⟦甲辰兔年⟧伊始，码头开工。", fixed="甲辰龙年伊始，码头开工。"),
        Invalid("2025年（农历⟦甲辰⟧年）三月开渔。", fixed="2025年（农历乙巳年）三月开渔。"),
        Invalid("鱼市辞虎迎⟦龙⟧。", fixed="鱼市辞虎迎兔。"),
        Invalid("2024年是建党⟦100周年⟧。", fixed="2024年是建党103周年。"),
        Invalid("2020年正值新中国成立⟦七十周年⟧。"),
        Invalid("送走龍年，迎來⟦馬年⟧。", fixed="送走龍年，迎來蛇年。"),
        Invalid("今年是全国总工会成立⟦95周年⟧。\n2025年4月2日", fixed="今年是全国总工会成立100周年。\n2025年4月2日"),
        Invalid("以崭新面貌庆祝建军⟦96周年⟧！\n2024年7月30日", fixed="以崭新面貌庆祝建军97周年！\n2024年7月30日"),
        Invalid("值此建党⟦102周年⟧之际，大家好。\n2024年6月28日", fixed="值此建党103周年之际，大家好。\n2024年6月28日"),
    )  # fmt: skip

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        document, folded = ctx.document, ctx.document.folded
        lunar = [place for place in ctx.places if not folded.endswith(_ANNIVERSARY, *place)]
        anniversaries = [place for place in ctx.places if folded.endswith(_ANNIVERSARY, *place)]
        faults = [*lunar_faults(document, lunar), *anniversary_faults(document, anniversaries)]
        if lunar and "今年" in folded:
            year = exact_year(document.own_date)
            faults += this_years_fault(document, year, lunar) if year is not None else ()
        seen = set()
        for fault in faults:
            if fault.part not in seen:
                seen.add(fault.part)
                yield _diagnostic(ctx, fault)


def _diagnostic(ctx: Context, fault: Fault) -> Diagnostic:
    fix = None
    if fault.right:
        right = as_written(ctx.text, fault.part, [fault.right])[0]
        fix = ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(fault.part, right)], Applicability.UNSAFE)
    return ctx.found(fault.span, fault.message, fix=fix)
