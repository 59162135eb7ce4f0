"""placeholder/masked-ordinal"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedOrdinal(MaskRule):
    """The number of a term, session, article or issue: X届X次, 第XX条."""

    id = "placeholder/masked-ordinal"
    title = Bilingual("届次、序号没有填", "The number of a term or session is still to be put in")
    why = Bilingual(
        "会议届次、条文序号是固定的事实，留着“X”就等于没有写。", "Which session it was is a fact; X does not say it."
    )
    kind = Kind.ORDINAL
    noun = Bilingual("届次或序号", "the number of a term, session or article")
    VALID = (
        Valid("第X射线实验室挂牌，本届委员会换届。"),
        Valid("历届代表、应届毕业生都来了，这是第二次全会。"),
    )
    INVALID = (
        Invalid("渔协⟦X⟧届⟦X⟧次常委会今天召开。"),
        Invalid("認真學習⟦xx⟧屆四中全會精神。"),
        Invalid("这是第⟦××⟧期培训班，依据办法第⟦X⟧条。"),
        Invalid("⟦*⟧届⟦*⟧次全委会"),
        Invalid("渔协⟦X⟧届⟦X⟧次常委会", fixed="渔协三届五次常委会", values={"X届X次": "三届五次"}),
    )
