"""numbering/bracket-number-mark"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.forms import forms_of, report_form
from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import Mistake
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class BracketNumberMark(Rule):
    """A number in brackets or in a circle is closed already: no mark follows it. Half-width brackets with a mark behind
    them are one finding.

    Only markers count: numbers of paragraphs that a sentence lists, 第（一）、（二）项, keep their marks.
    """

    id = "numbering/bracket-number-mark"
    title = Bilingual("带括号的序号后多了点号", "Mark behind a number in brackets")
    why = Bilingual(
        "带括号的序次语和带圈的数字后面不用点号，直接写“（一）加强领导”。",
        "A number in brackets or in a circle takes no mark: （一） stands right before its words.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只删去序号后面多余的点号，文字不动。", "Only the mark behind the number goes.")
    norm = "GB/T 15834-2011, B.3.4; GB/T 9704-2012, 7.3.3"
    triggers = FORM_SIGNS
    VALID = (
        Valid("（一）修好水渠\n（二）管好用水"),
        Valid("（一）、（二）两项由水利站办理。"),
        Valid("依照第三条第（一）、（四）项办理。"),
        Valid("名册见附件（2）。"),
        Valid("渠修好了（一），水也通了（二）。"),
        Valid("①修渠\n②引水"),
        Valid("2）修渠，3）引水。"),
        Valid("共三册：（一）、（二）、（三）。"),
    )
    INVALID = (
        Invalid("⟦（一）、⟧修好水渠\n⟦（二）、⟧管好用水", fixed="（一）修好水渠\n（二）管好用水"),
        Invalid("　　⟦（2）.⟧把泵站交给会管的人。", fixed="　　（2）把泵站交给会管的人。"),
        Invalid("⟦(三)、⟧管好用水。", fixed="（三）管好用水。"),
        Invalid("⟦（四）：⟧管好用水。", fixed="（四）管好用水。"),
        Invalid("⟦①、⟧修渠\n⟦②．⟧引水", fixed="①修渠\n②引水"),
        Invalid("⟦1）、⟧修渠", fixed="1）修渠"),
        Invalid("今年有两件事。⟦（1）、⟧修渠。⟦（2）、⟧引水。", fixed="今年有两件事。（1）修渠。（2）引水。"),
        Invalid("⟦（一）、⟧修好水渠，管好用水，責任到人。", fixed="（一）修好水渠，管好用水，責任到人。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        remark = Bilingual("带括号的序号后面不用点号", "no mark follows a number in brackets")
        for form in forms_of(ctx, Mistake.BRACKET_MARK):
            yield report_form(ctx, form, remark)
