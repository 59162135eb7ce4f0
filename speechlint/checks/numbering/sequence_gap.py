"""numbering/sequence-gap"""

from __future__ import annotations

from speechlint.checks.numbering.series import SeriesRule
from speechlint.document.outline_faults import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Invalid, Valid


class SequenceGap(SeriesRule):
    """A number of a list is left out, or two have changed places: 一、三、 or 1. 3. 2. Each list counts for itself:
    below another heading, and in another speech of the file, it begins anew, or goes on counting.

    Articles of laws, quotations, notes ①, lists that Markdown counts, and 首先……再次 are left alone.
    """

    id = "numbering/sequence-gap"
    title = Bilingual("序号不连续", "A number left out of a list")
    why = Bilingual(
        "同级序号必须连续：跳号说明漏了一条、删后没有改号，或者原文被截去一段。",
        "The numbers of a list follow one another; a gap means that an item was lost, or that nobody counted again.",
    )
    kinds = frozenset((Kind.GAP, Kind.SWAP))
    VALID = (
        Valid("一、修堤\n（一）备料\n（二）备人\n二、清淤\n（一）排班\n（二）开工"),
        Valid("一、修堤\n1.备料\n2.备人\n二、清淤\n3.排班\n4.开工"),
        Valid("护堤办法（节选）\n二、护堤\n五、罚则"),
        Valid("第一、三产业都在涨，第二产业持平。"),
        Valid("首先，修堤。再次，清淤。最后，巡查。"),
        Valid("第一条　为了修堤，制定本办法。\n第三条　堤由村管。\n第七条　渠由镇管。"),
        Valid("1. 修堤\n1. 清淤\n1. 巡查\n5. 值守", format="markdown"),
        Valid("答案：\n1. B 2. C 3. A\n4. D 5. A 6. C\n7. B 8. B 9. D"),
        Valid("水位是1.5米。3.8米才漫堤。"),
        Valid("他说：“第一，堤要修。第四，渠要清。”"),
        Valid("船修好了。①老人们都说好。网也补好了。③年轻人不信。"),
    )
    INVALID = (
        Invalid("一、修堤\n⟦三、⟧清淤\n四、巡查", fixed="一、修堤\n二、清淤\n三、巡查"),
        Invalid("1.备料\n2.备人\n⟦4.⟧排班\n5.开工", fixed="1.备料\n2.备人\n3.排班\n4.开工"),
        Invalid(
            "（一）修堤。\n（二）清淤。\n⟦（五）⟧巡查。\n（四）值守。",
            fixed="（一）修堤。\n（二）清淤。\n（三）巡查。\n（四）值守。",
        ),
        Invalid("一、修堤\n⟦三、⟧清淤\n二、巡查\n四、值守", fixed="一、修堤\n二、清淤\n三、巡查\n四、值守"),
        Invalid(
            "话分三头：第一，堤要修；⟦第三，⟧渠要清；第四，人要到。",
            fixed="话分三头：第一，堤要修；第二，渠要清；第三，人要到。",
        ),
        Invalid(
            "第一章　總則\n第一節　修堤\n第二節　清淤\n⟦第四節⟧　巡查\n第二章　附則",
            fixed="第一章　總則\n第一節　修堤\n第二節　清淤\n第三節　巡查\n第二章　附則",
        ),
        Invalid("①修堤\n②清淤\n⟦④⟧巡查", fixed="①修堤\n②清淤\n③巡查"),
        Invalid("我讲四点意见。\n一、修堤\n二、清淤\n⟦四、⟧巡查"),
        Invalid("一、修堤\n石料的数目见第四部分。\n二、清淤\n⟦四、⟧备料"),
        Invalid("（一）修堤\n（二）清淤\n⟦（四）⟧备料\n（五）备人\n上述（四）（五）两项由水利站负责。"),
        Invalid("目录\n一、修堤\n二、清淤\n四、巡查\n\n一、修堤\n堤要牢。\n二、清淤\n渠要清。\n⟦四、⟧巡查\n人要到。"),
        Invalid("一、修堤\n堤要修牢。\n（此处省略512字，登录后阅读全文）\n⟦三、⟧清淤\n渠要清净。"),
    )
