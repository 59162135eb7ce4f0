"""numbering/sequence-start"""

from __future__ import annotations

from speechlint.checks.numbering.series import SeriesRule
from speechlint.document.outline_faults import Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Invalid, Valid


class SequenceStart(SeriesRule):
    """A list of headings or items begins with its second or third. What stands at the head of the draft, goes on
    counting from an earlier list, is quoted from a regulation, or follows a first in other words, is left alone.
    """

    id = "numbering/sequence-start"
    title = Bilingual("一组序号不从一起", "A list does not begin with one")
    why = Bilingual(
        "新的一组序号应从“一”起；从“二”“三”起，说明第一条漏了或者被截去。",
        "A new list begins with one; where it does not, the first item was lost or cut off.",
    )
    severity = Severity.WARNING
    fixes = Applicability.DISPLAY
    because = Bilingual(
        "从二、三起，多半是前面的条目丢了，少有数错的；先找回原文，再看要不要改号。",
        "A list that begins with two has lost its first more often than it was miscounted: look for the text first.",
    )
    kinds = frozenset((Kind.START,))
    VALID = (
        Valid("一、修堤\n1.备料\n2.备人\n二、清淤\n3.排班\n4.开工"),
        Valid("修堤当然要紧，先把话说到这里。第二，渠要清。第三，人要到。"),
        Valid("我们首先要把堤修好。第二，渠要清。第三，人要到。"),
        Valid("《护堤办法》第五条规定：\n（三）不得取土；\n（四）不得放牧。"),
        Valid("……\n二、修堤\n三、清淤"),
        Valid("规定如下。\n7.不得取土。\n8.不得放牧。"),
        Valid("二、三月份雨多。"),
        Valid("（接第3版）\n三、修堤\n四、清淤"),
        Valid("各位代表，会议继续进行。\n下面，我讲第三个问题。\n三、管护\n四、值守"),
        Valid("刚才，老周讲了前两个问题，我接着讲。\n三、管护\n四、值守"),
        Valid("全体都有，听我口令。\n三、二、一，开始！"),
        Valid("开放时间为20:00至次日8:00），别的日子照旧。"),
    )
    INVALID = (
        Invalid("同志们：\n今天讲三件事。\n⟦二、⟧修堤\n三、清淤\n四、巡查"),
        Invalid("一、修堤\n（一）备料\n（二）备人\n二、清淤\n⟦（二）⟧排班\n（三）开工"),
        Invalid("要办好这几件事：\n⟦2.⟧修堤；\n3.清淤；\n4.巡查。"),
        Invalid("堤要修，渠要清，都是为了水。⟦第二，⟧人要到。第三，料要齐。"),
        Invalid("堤要修。\n一、備料\n⟦（二）⟧買石\n（三）運土\n二、備人"),
    )
