"""placeholder/partial-word-mask"""

from __future__ import annotations

from speechlint.checks.placeholder.masked import MaskRule
from speechlint.document.mask_kinds import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.rule import Invalid, Valid


class PartialWordMask(MaskRule):
    """Half of a word is hidden: 返X, “智慧X”, iX. The other half tells what it was."""

    id = "placeholder/partial-word-mask"
    title = Bilingual("词的一半被隐去", "Half of a word is hidden")
    why = Bilingual("“返X”“智慧X”只剩半个词，要按原名补全。", "Only half of the word is left; it has to be made whole.")
    severity = Severity.WARNING
    kind = Kind.PARTIAL
    noun = Bilingual("半个名称", "half of a name")
    VALID = (
        Valid("返乡创业的多了，用iOS系统的也不少。"),
        Valid("智慧水利上线，宝马iX停在门口。"),
    )
    INVALID = (
        Invalid("迎接游客来⟦X⟧观光，组织渔工返⟦X⟧包车。"),
        Invalid("打开⟦iX⟧小程序办事。"),
        Invalid("推進“智慧⟦X⟧”建設，打造“平安⟦XX⟧”。"),
        Invalid("推进“智慧⟦X⟧”建设。", fixed="推进“智慧江城”建设。", values={"智慧X": "智慧江城"}),
    )
