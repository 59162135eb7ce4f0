"""wording/recommended-variant"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import ScriptName, as_written
from speechlint.document.wording_slips import find_wording_slips
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.wordings import VARIANTS

_SIMPLIFIED = (ScriptName.HANS, ScriptName.UNKNOWN)
_BOTH_SCRIPTS = "both"
_SOURCES = {
    "gf": Bilingual("第一批异形词整理表", "the national list of variant words"),
    "cd": Bilingual("现代汉语词典", "the standard dictionary"),
}


class RecommendedVariant(Rule):
    """A word in the form that the norms do not recommend: 其它, 帐户, 身分, 丰富多采.

    Traditional texts have usages of their own (帳戶, 身分); only a few words that are alike there are looked at.
    Words in quotation marks and titles stay as they are, and so does what two other words explain (应当做好).
    """

    id = "wording/recommended-variant"
    title = Bilingual("用了不推荐的异形词", "A variant that the norms do not recommend")
    why = Bilingual(
        "同一个词有几种写法的，公文用规范推荐的一种，全文才一致。",
        "Where a word has several spellings, official texts keep to the one that the norms recommend.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("只换写法，词和意思不变。", "Only the spelling changes; word and meaning stay.")
    norm = "第一批异形词整理表（GF 1001—2001）；现代汉语词典（第7版）"
    triggers = VARIANTS.words
    VALID = (
        Valid("苗圃应当做好防冻，林场适当做些补种。"),
        Valid("帐篷、蚊帐和青纱帐都写作“帐”。"),
        Valid("草原由牧民承包，发展转变了，记录相关数据。"),
        Valid("按照有关规定单独核算，法定货币，鉴定单位。"),
        Valid("《其它树种图谱》里说“成份”一词从前通行。"),
        Valid("苗木的组成份额不变，本份合同一式两份。"),
        Valid("其他林场、唯一的水源、账户和身份都登记了。"),
        Valid("銀行帳戶、身分證和其它文件都備齊了，林場的樹苗由專人報導。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("林场和⟦其它⟧苗圃都来了。", fixed="林场和其他苗圃都来了。"),
        Invalid("护林员的⟦身分⟧和⟦帐户⟧已经核对。", fixed="护林员的身份和账户已经核对。"),
        Invalid("不要把造林⟦当做⟧负担。", fixed="不要把造林当作负担。"),
        Invalid("土壤⟦成份⟧复杂，活动⟦丰富多采⟧。", fixed="土壤成分复杂，活动丰富多彩。"),
        Invalid("其他树种照旧，⟦其它⟧事另议。", fixed="其他树种照旧，其他事另议。"),
        Invalid("有人趁旱季⟦混水摸魚⟧。", fixed="有人趁旱季渾水摸魚。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        counts: dict[str, int] = {}
        simplified = ctx.document.script.name in _SIMPLIFIED and ctx.preset != "zh-hant"
        for slip in find_wording_slips(ctx.document, VARIANTS):
            source, _, scripts = slip.wording.note.partition(" ")
            if not simplified and scripts != _BOTH_SCRIPTS:
                continue
            word = slip.span.of(ctx.text)
            right = as_written(ctx.text, slip.span, slip.wording.rights)[0]
            if right == word:
                continue
            if right not in counts:
                counts[right] = ctx.text.count(right)
            norm, others = _SOURCES[source], counts[right]
            yield ctx.found(
                slip.span,
                Bilingual(
                    f"“{word}”推荐写作“{right}”（《{norm.zh}》）", f"“{word}” is better written “{right}” ({norm.en})"
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(slip.span, right)], Applicability.SAFE
                ),
                notes=(
                    Bilingual(
                        f"文中另有 {others} 处写作“{right}”", f"elsewhere the text writes “{right}” ({others} times)"
                    ),
                )
                if others
                else (),
            )
