"""placeholder/masked-name"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedName(MaskRule):
    """A person's name before or behind a title: XX书记, 由XXX主持, 王××."""

    id = "placeholder/masked-name"
    title = Bilingual("人名没有填", "A person's name is still to be put in")
    why = Bilingual("当众念“XX书记”是事故；姓名要与本人核对。", "A person's name has to be there, and right.")
    kind = Kind.NAME
    noun = Bilingual("人名", "a person's name")
    VALID = (
        Valid("请王书记作指示，某些同志认识不足。"),
        Valid("老同志们都到了，X光室主任也到了。"),
        Valid("张某某因受贿被查处，李某某另案处理。"),
    )
    INVALID = (
        Invalid("请⟦XX⟧书记作指示，由⟦XXX⟧主持。"),
        Invalid("⟦某某⟧同志介绍了护林经验。"),
        Invalid("感謝⟦×××⟧主席，感謝⟦xx⟧老師。"),
        Invalid("⟦***⟧书记强调，防火要抓早。"),
        Invalid("镇长⟦XXX⟧出席，王⟦××⟧、李⟦××⟧同志发言。"),
        Invalid("由⟦○○○⟧同志负责。"),
        Invalid("请⟦XX⟧书记作指示。", fixed="请方河书记作指示。", values={"XX书记": "方河书记"}),
    )
