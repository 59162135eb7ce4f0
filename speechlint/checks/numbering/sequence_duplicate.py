"""numbering/sequence-duplicate"""

from __future__ import annotations

from speechlint.checks.numbering.series import SeriesRule
from speechlint.document.outline_faults import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class SequenceDuplicate(SeriesRule):
    """Two items of one list have the same number: 二、二、 or （三）（三）. The same number below another heading, or
    in another speech of the file, is no doublet; nor are those of a Markdown list, which are counted when shown.
    """

    id = "numbering/sequence-duplicate"
    title = Bilingual("序号重复", "A number twice in a list")
    why = Bilingual(
        "同级序号不能重复：两个“二、”说明改稿后没有重新编号。",
        "No number comes twice in a list; two of them mean that nobody counted again.",
    )
    kinds = frozenset((Kind.DUPLICATE,))
    VALID = (
        Valid("一、修堤\n（一）备料\n（二）备人\n二、清淤\n（一）备料\n（二）备人"),
        Valid(
            "范文一\n在防汛会上的讲话\n同志们：\n一、修堤\n二、清淤\n范文二\n在抗旱会上的讲话\n同志们：\n一、打井\n二、蓄水"
        ),
        Valid("1. 修堤\n1. 清淤\n1. 巡查"),
        Valid("1. 修堤\n1. 清淤\n2. 巡查", format="markdown"),
        Valid("修堤分两步：\n1.备料；\n2.开工。\n清淤也分两步：\n1.排班；\n2.下水。"),
        Valid("附件：1.名单\n注意事项：\n1.带工具\n2.带干粮"),
        Valid("首先，修堤。其次，清淤。其次，巡查。"),
    )
    INVALID = (
        Invalid("一、修堤\n二、清淤\n⟦二、⟧巡查\n三、值守", fixed="一、修堤\n二、清淤\n三、巡查\n四、值守"),
        Invalid("一、修堤\n二、清淤\n⟦二、⟧巡查\n四、值守", fixed="一、修堤\n二、清淤\n三、巡查\n四、值守"),
        Invalid("（一）修堤。\n⟦（一）⟧清淤。\n（二）巡查。", fixed="（一）修堤。\n（二）清淤。\n（三）巡查。"),
        Invalid("1.修堤\n2.清淤\n3.巡查\n⟦3.⟧值守", fixed="1.修堤\n2.清淤\n3.巡查\n4.值守"),
        Invalid(
            "要做三件事。第一，修堤。第二，清淤。⟦第二，⟧巡查。",
            fixed="要做三件事。第一，修堤。第二，清淤。第三，巡查。",
        ),
        Invalid("（1）修堤；（2）清渠；⟦（2）⟧巡查；（3）值守。", fixed="（1）修堤；（2）清渠；（3）巡查；（4）值守。"),
    )
