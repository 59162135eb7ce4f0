"""consistency/leaked-place"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.mask_signs import MASK_SIGNS
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class LeakedPlace(Rule):
    """X市 and beside it 鼓楼区: the draft hides where it is, and one place was forgotten. Places elsewhere, in titles,
    in names of schools, meetings and events, and the capital are named in such drafts, too.
    """

    id = "consistency/leaked-place"
    title = Bilingual("隐去地名的稿子里漏了真实地名", "A real place in a draft that masks its places")
    why = Bilingual(
        "别处的地名都用X、某代替，这里的真名会让人认出是哪里。",
        "Places are masked elsewhere in the draft; a real one tells where it is from.",
    )
    severity = Severity.WARNING
    triggers = MASK_SIGNS
    presets = {"template": None}
    whole = True
    VALID = (
        Valid("X市渔业工会开会，X县、X镇都派了代表。"),
        Valid("舟山市渔业工会开会，普陀区、定海区都派了代表。"),
        Valid("X市、X县、X镇的代表赴北京参会，又去青岛市考察渔港。"),
        Valid("X市、X县、X镇：要发扬延安精神，学习福建省晋江市的做法。"),
        Valid("X市、X县、X镇：他毕业于厦门大学，读过《舟山市志》。"),
        Valid("X市、X县、X镇：各位来宾，老城区的码头都通过验收，西部安全有保障。"),
        Valid("杭州市的船工张××、李××、王××都上了船。"),
        Valid("20xx年，舟山市出海X人次，捕鱼X万吨，增长X%。"),
        Valid("X镇、中心镇、示范村，X县、全县、各县，X市、省直单位都派了人。"),
        Valid("X公司、X公司、X公司三家企业在宁波市投产。"),
        Valid("X市、X县、X镇：对口支援新疆阿克苏地区，帮扶凉山州渔民。"),
    )
    INVALID = (
        Invalid("X市、X县、X镇的渔工会与⟦鼓楼区⟧签约。"),
        Invalid("X市、X县、X镇：项目在⟦厦⟧落地，X市工会主办。"),
        Invalid("X市、X县、X镇：⟦普陀区⟧总工会、⟦定海区⟧总工会带头，另外像⟦嵊泗⟧、⟦岱山⟧也不错，⟦浙江⟧少有。"),
        Invalid("X市、X县、X镇：成立⟦闽东北⟧协同发展区渔业站。"),
        Invalid("××市、××县、××镇落实⟦浙江省⟧委会议部署，⟦宁波⟧市民都来看。"),
        Invalid("X縣、X鎮、X村的漁工到⟦廈門市⟧碼頭集合，⟦廈門⟧的船工也來了。"),
        Invalid("X镇、⟦蓬沙镇⟧、⟦渔溪镇⟧的船工都来了，X县和X市也派了人。"),
        Invalid("**市、**县、**镇的船工在⟦泉州⟧召开年会。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for span, _ in ctx.document.local_places:
            words = span.of(ctx.text)
            yield ctx.found(
                span,
                Bilingual(
                    f"全文已用占位隐去地名，这里却留着真实地名“{words}”，应同样隐去，或把占位都补成真名",
                    f"The draft masks its places, but “{words}” is a real one; mask it too, or fill in the others",
                ),
            )
