"""placeholder/masked-clause"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedClause(MaskRule):
    """A mask with no noun behind it after 被, 荣获, 受到: more than a name is missing."""

    id = "placeholder/masked-clause"
    title = Bilingual("半句话没有填", "Half of a clause is still to be put in")
    why = Bilingual("“被XX，”“荣获XX。”缺的不只是名称，要补出说了什么、得了什么。", "More than a name is missing here.")
    kind = Kind.CLAUSE
    noun = Bilingual("半句话", "the rest of a clause")
    VALID = (
        Valid("样品被X光照射，稿件被《渔业报》转载。"),
        Valid("荣获“清流杯”，受到表扬。"),
    )
    INVALID = (
        Invalid("该经验被⟦XX⟧，反响热烈。"),
        Invalid("該項目榮獲⟦XX⟧。"),
        Invalid("清淤做法受到⟦××⟧,村民满意。"),
        Invalid("该经验被⟦XX⟧，反响热烈。", fixed="该经验被写进手册，反响热烈。", values={"被XX，": "被写进手册，"}),
    )
