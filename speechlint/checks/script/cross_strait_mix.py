"""script/cross-strait-mix"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import ScriptName
from speechlint.document.strait_side import StraitSide
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.span import Span

# What Taiwan says and what the mainland (and often Hong Kong) says for the same thing.
_OTHER = {
    "網際網路": "互聯網",
    "網路": "網絡",
    "資訊化": "信息化",
    "資訊系統": "信息系統",
    "計畫": "計劃",
    "軟體": "軟件",
    "硬體": "硬件",
    "簡訊": "短信",
    "數位化": "數字化",
    "數位經濟": "數字經濟",
    "人工智慧": "人工智能",
    "智慧財產權": "知識產權",
    "伺服器": "服務器",
    "螢幕": "屏幕",
    "滑鼠": "鼠標",
    "晶片": "芯片",
    "奈米": "納米",
    "計程車": "出租車",
    "幼稚園": "幼兒園",
    "義大利": "意大利",
}
_TAIWANS = Literals(tuple(_OTHER), both_scripts=False)
_QUOTING = frozenset('“「『"')


class CrossStraitMix(Rule):
    """One traditional text says both 網路 and 網絡, both 資訊化 and 信息化: the words of two sides for one thing.

    The rarer of the two is shown once. Texts of the mainland's offices are left to `script/phrase-over-conversion`.
    """

    id = "script/cross-strait-mix"
    title = Bilingual("两岸用语混用", "Words of both sides of the strait for one thing")
    why = Bilingual("同一事物两种叫法，全文应统一。", "One thing has two names; the text should keep to one.")
    severity = Severity.HINT
    on = False
    presets = {"zh-hant": Severity.HINT}
    triggers = _TAIWANS
    whole = True
    VALID = (
        Valid("全文只說網路和資訊系統，沒有別的說法。", preset="zh-hant"),
        Valid("全文只說網絡和信息系統，沒有別的說法。", preset="zh-hant"),
        Valid("“網路”在香港叫“網絡”，兩地說法不同。", preset="zh-hant"),
        Valid("學校的計畫已經公布，軟體由廠商提供。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("碼頭的⟦網路⟧修好了，村裡的網絡也通了，網絡費由合作社負擔。", preset="zh-hant"),
        Invalid("漁會訂了計畫，計畫要報港務局，這份⟦計劃⟧明年實施。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        present = dict.fromkeys(text[start:end] for start, end in ctx.places)
        rivals = [(word, _OTHER[word]) for word in present if _OTHER[word] in text]
        if not rivals or ctx.document.script.name is not ScriptName.HANT:
            return
        if ctx.document.strait_side is StraitSide.MAINLAND:
            return
        for pair in rivals:
            rarer, other = sorted(pair, key=text.count)
            at = text.find(rarer)
            if text[at - 1 : at] in _QUOTING:  # a word that is spoken of
                continue
            yield ctx.found(
                Span(at, at + len(rarer)),
                Bilingual(
                    f"“{rarer}”与“{other}”混用，全文多用“{other}”，应统一",
                    f"“{rarer}” and “{other}” are mixed; the text mostly says “{other}”",
                ),
            )
