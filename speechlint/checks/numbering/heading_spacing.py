"""numbering/heading-spacing"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.forms import forms_of, report_form
from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import Mistake
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class HeadingSpacing(Rule):
    """No blank stands inside a marker or between it and its words: 一、总体要求, （一）, 1.修渠.

    Chapters and articles (第一章　总则) have their blank by the standard. In Markdown the blank behind 1. belongs to
    the list. A blank before an opening mark is left to the rule about blanks beside marks.
    """

    id = "numbering/heading-spacing"
    title = Bilingual("序号里外有空格", "Blank inside or behind a marker")
    why = Bilingual(
        "层次序号自带点号或括号，里面和后面都不空格；只有“第一章”这样的序号后面空一字。",
        "A marker has its mark or brackets; no blank belongs into it or behind it, but behind 第一章.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("只删去序号里外的空格。", "Only blanks go.")
    norm = "GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3.6"
    triggers = FORM_SIGNS
    VALID = (
        Valid("一、总体要求\n（一）指导思想\n1.修渠"),
        Valid("第一章 总则\n第一条　为了修渠，制定本办法。"),
        Valid("- 修渠\n- 引水\n\n1. 修渠\n2. 引水", format="markdown"),
        Valid("　　一、总体要求"),
        Valid("一、 “两山”要守住"),
        Valid("1. OK\n2. NO"),
    )
    INVALID = (
        Invalid("⟦一 、⟧总体要求", fixed="一、总体要求"),
        Invalid("⟦一、 ⟧总体要求\n⟦二、　⟧目标任务", fixed="一、总体要求\n二、目标任务"),
        Invalid("⟦（ 二）⟧目标任务", fixed="（二）目标任务"),
        Invalid("　　⟦（一） ⟧目标任务", fixed="　　（一）目标任务"),
        Invalid("⟦1. ⟧修渠\n⟦2. ⟧引水", fixed="1.修渠\n2.引水"),
        Invalid("⟦1 .⟧修渠", fixed="1.修渠"),
        Invalid("⟦三、 ⟧責任分工", fixed="三、責任分工"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        remark = Bilingual("序号里外不空格", "no blank belongs inside a marker or behind it")
        for form in forms_of(ctx, Mistake.BLANK):
            yield report_form(ctx, form, remark)
