"""script/traditional-in-simplified"""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.checks.script.evidence import report
from speechlint.document.kept_forms import find_kept
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class TraditionalInSimplified(Rule):
    """A traditional character in a simplified part of the draft.

    Characters that simplified texts keep (乾隆, 瞭望, 慰藉, 著名) are none in the words that keep them; in others
    (关於, 沿著, 瞭解) a converter has left them. Quotations, titles, lines and paragraphs that are in traditional
    characters throughout are left alone, and so are characters that the standard list keeps for names (毕昇). A lone
    character in no common word may stand in a name: a warning, a hint where the draft has no other slip, and its fix
    should be looked at.
    """

    id = "script/traditional-in-simplified"
    title = Bilingual("简体文中夹有繁体字", "Traditional characters in a simplified text")
    why = Bilingual(
        "国家机关以规范汉字为公务用字，繁体字只用于姓名、书法、题词等。",
        "State organs write standard characters; traditional ones are for names, calligraphy and inscriptions.",
    )
    severity = Severity.ERROR
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual("每个繁体字只有一个规范写法。", "Each traditional character has one standard form.")
    norm = "国家通用语言文字法 第九条、第十七条；通用规范汉字表（2013）"
    whole = True
    VALID = (
        Valid("乾坤朗朗，乾隆年间的瞭望塔还在，石碑给人慰藉，它很著名。"),
        Valid("门额上题着“漁火長明”四个大字，来客都要看一看。"),
        Valid("他把《漁港紀事》捐给了村史馆，大家都很感谢他。"),
        Valid("加强领导，发展成果由渔民共享。"),
        Valid("加強領導，發展成果由漁民共享。"),
        Valid("毕昇发明了活字，陈甦写过一篇文章，王甯来信致谢，蒙山脚下有条濛溪。"),
        Valid("祠堂的楹联是“祖德流芳遠”“宗功世澤長”，落款“歲次庚子春月”。"),
        Valid("学童入学，束脩不过一担谷子。"),
        Valid("日方代表辺見先生、田沢見一先生和山田さん、長島选手到会。"),
        Valid("“瞭”字读四声，是从高处看的意思。"),
        Valid(
            "渔业专著写得好，原著也著称于世，於潜镇的於立新、王乾部长和应徵羽到会，书目有“陈志著，一册”，神祇画像收进库房。"
        ),
    )
    INVALID = (
        Invalid("我们要加⟦強領導⟧，让渔业发展的成果由渔民共享。", fixed="我们要加强领导，让渔业发展的成果由渔民共享。"),
        Invalid("产量大有提⟦昇⟧，渔民高兴。", fixed="产量大有提升，渔民高兴。"),
        Invalid("代表张⟦鋐⟧来到渔港，看望渔民。"),
        Invalid("渔会说要“抓好⟦漁⟧村”，大家都赞成。", fixed="渔会说要“抓好渔村”，大家都赞成。"),
        Invalid("各渔业队对照清单，认真抓好落⟦實⟧。", fixed="各渔业队对照清单，认真抓好落实。"),
        Invalid(
            "关⟦於⟧修船的事，由⟦於⟧风大，船队沿⟦著⟧岸线回港，船员先⟦瞭⟧解船况，再把甲板晒⟦乾⟧。",
            fixed="关于修船的事，由于风大，船队沿着岸线回港，船员先了解船况，再把甲板晒干。",
        ),
        Invalid("渔港著名，它有⟦著⟧百年的历史。", fixed="渔港著名，它有着百年的历史。"),
    )

    def check(self, ctx: Context) -> Iterable[Diagnostic]:
        wrong = Bilingual("是繁体字", "is traditional")
        slips = (*ctx.document.script_slips.traditional, *find_kept(ctx.document))
        doubtful = Severity.WARNING if any(slip.sure for slip in slips) else Severity.HINT
        return report(ctx, slips, wrong, safe=True, doubtful=doubtful)
