"""script/simplified-in-traditional"""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.checks.script.evidence import report
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class SimplifiedInTraditional(Rule):
    """A simplified character that no traditional text writes, in a traditional part of the draft.

    What Taiwan or Hong Kong writes as well (群, 床, 台, 温) is none. Quotations, titles, lines and paragraphs that are
    in simplified characters throughout are left alone.
    """

    id = "script/simplified-in-traditional"
    title = Bilingual("繁体文中夹有简体字", "Simplified characters in a traditional text")
    why = Bilingual("转换遗漏的简体字使全文字体不一。", "Characters that a conversion left out make the text uneven.")
    severity = Severity.ERROR
    fixes = Applicability.SAFE
    because = Bilingual(
        "只有一个繁体写法的字不会改错；有几个写法的（发、复）按词选定，要人看过。",
        "A character with one traditional form cannot go wrong; one with several is chosen by the word.",
    )
    whole = True
    VALID = (
        Valid("大家團結起來，把這項工作推進下去。"),
        Valid("群眾、床位、平台、山峰、温度，各地寫法不同。"),
        Valid("他引用了報上的標題《关于进一步加强渔港建设的意见》，並逐條說明。"),
        Valid("牌匾上寫著“渔业兴旺”四個字，村民們都認得。"),
        Valid("太后與皇后、十里長街、干預、占卜、姓范的，這些字本來就這樣寫。"),
        Valid("大家团结起来，把这项工作推进下去。"),
    )
    INVALID = (
        Invalid(
            "大家團⟦结⟧起來。把這項工作推進下去，讓漁民滿意。", fixed="大家團結起來。把這項工作推進下去，讓漁民滿意。"
        ),
        Invalid("漁業隊的頭⟦发⟧白了的老船長也來了，這件事⟦复⟧雜得很。"),
        Invalid("漁港的規劃⟦为⟧鄉親們帶來實惠。", fixed="漁港的規劃為鄉親們帶來實惠。"),
        Invalid("這幾年，漁村的變⟦龙⟧頭是合作社。", fixed="這幾年，漁村的變龍頭是合作社。"),
    )

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        wrong = Bilingual("是简体字", "is simplified")
        return report(ctx, ctx.document.script_slips.simplified, wrong, safe=True)
