"""placeholder/masked-year"""

from __future__ import annotations

from collections import Counter

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.document.masks import Mask
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Context, Invalid, Valid
from speechlint.text.words import holds_any

_DIGITS = frozenset("0123456789")
_FIRST_YEAR = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
_OPENING, _CLOSING = ("开局", "开篇", "起步"), ("收官", "收尾", "最后一年", "末年")
# How far years and plans are looked for on either side of the mask, in code points.
NEAR, PLAN_NEAR = 2_000, 30


class MaskedYear(MaskRule):
    """20xx年, 201X年, 二〇××年. Years that the text names elsewhere, and the years of a five-year plan that stands
    beside the mask, are given in a note.
    """

    id = "placeholder/masked-year"
    title = Bilingual("年份没有填", "A year is still to be put in")
    why = Bilingual(
        "“20xx年”是范文的通用写法，定稿必须写明年份。",
        "20xx is how a model text is written; a final text names the year.",
    )
    norm = "GB/T 9704-2012 7.3.5"
    kind = Kind.YEAR
    noun = Bilingual("年份", "a year")
    VALID = (
        Valid("20年来水质稳步好转，20余年没有断过流。"),
        Valid("2023年收官，场地20×20米。"),
        Valid("二〇二四年和一九八○年都发过水。"),
        Valid("歼-20和C919都来了，2024年见。"),
        Valid("汛期是4月~年底，水温20~25度，三~五年一遇。"),
    )
    INVALID = (
        Invalid("⟦20xx⟧年是治水的关键之年。"),
        Invalid("⟦201X⟧年底完工，⟦20*⟧年验收。"),
        Invalid("⟦二〇××⟧年⟦20××⟧年两次加固。"),
        Invalid("關於⟦20xx⟧年的工作總結"),
        Invalid("⟦200*⟧年的水库，到⟦20XX⟧—⟦20XX⟧年才修好。"),
        Invalid("⟦20NN⟧年和⟦20??⟧年的账都在，还有⟦XX⟧年度报告。"),
        Invalid("总结了⟦~⟧年的水情，签订了⟦~⟧度责任书。"),
        Invalid("⟦20xx⟧年开工。", fixed="2024年开工。", values={"20xx": "2024"}),
    )

    def notes(self, ctx: Context, mask: Mask) -> tuple[Bilingual, ...]:
        start, end = mask.span
        plan = _plan_years(ctx.document.folded, end)
        if plan:
            return (Bilingual(f"紧挨着的规划期指向 {plan}", f"the plan beside it points to {plan}"),)
        named = _years_named(ctx.text, max(0, start - NEAR), end + NEAR)
        if not named:
            return ()
        years = "、".join(sorted(year for year, _ in Counter(named).most_common(3)))
        return (Bilingual(f"附近写明的年份有 {years}", f"years named near it: {years}"),)


def _years_named(text: str, start: int, end: int) -> list[str]:
    """The years 1900 to 2099 written out before a 年 in `text[start:end]`, in order."""
    found: list[str] = []
    at = text.find("年", start + 4, end)
    while at >= 0:
        year = text[at - 4 : at]
        if year[:2] in ("19", "20") and _DIGITS.issuperset(year[2:]) and text[at - 5 : at - 4] not in _DIGITS:
            found.append(year)
        at = text.find("年", at + 1, end)
    return found


def _plan_years(folded: str, end: int) -> str:
    """The year or the years of the plan period beside the mask; "" where none stands there."""
    near = folded[end : end + PLAN_NEAR]
    at = near.find("十")
    while at >= 0 and near[at : at + 3] not in _FIRST_YEAR:
        at = near.find("十", at + 1)
    if at < 0:
        return ""
    first = _FIRST_YEAR[near[at : at + 3]]
    behind = folded[end + at + 3 : end + at + 11]
    if holds_any(behind, _OPENING):
        return str(first)
    if holds_any(behind, _CLOSING):
        return str(first + 4)
    return f"{first}—{first + 4}"
