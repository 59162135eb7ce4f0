"""placeholder/masked-quoted-term"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class MaskedQuotedTerm(MaskRule):
    """Quotation marks with nothing but a mask in them: a slogan, a plan or a campaign was taken out."""

    id = "placeholder/masked-quoted-term"
    title = Bilingual("引号里的提法没有填", "A quoted term is still to be put in")
    why = Bilingual(
        "引号里的口号、规划名被隐去，听的人不知所指。", "The slogan or plan in the quotation marks was taken out."
    )
    kind = Kind.TERM
    noun = Bilingual("提法", "a term")
    VALID = (
        Valid("方程中的“X”是未知数，写成字母“X”。"),
        Valid("打卡“星空间”书吧，参加“互联网+X”论坛。"),
    )
    INVALID = (
        Invalid("深入实施“⟦XX⟧”工程，打响“⟦X⟧”品牌。"),
        Invalid("是「⟦xx⟧」和「十三五」規劃銜接的一年。"),
        Invalid('落实"⟦××⟧"行动，清理岸线。'),
        Invalid("唱响“⟦**⟧”主旋律。"),
        Invalid("深入实施“⟦XX⟧”工程。", fixed="深入实施“清流”工程。", values={"“XX”": "“清流”"}),
    )
