"""numbering/halfwidth-bracket-number"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.forms import forms_of, report_form
from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import Mistake
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class HalfwidthBracketNumber(Rule):
    """Brackets round a marker's number are full-width in Chinese text: （一） and not (一), nor one of each.

    Inside a paragraph only numbers that count on are markers; notes, formulas and brackets that stand elsewhere are
    none. The levels of texts that are shown to be Taiwan's or Hong Kong's own are left alone.
    """

    id = "numbering/halfwidth-bracket-number"
    title = Bilingual("序号用了半角括号", "Half-width brackets round a marker's number")
    why = Bilingual(
        "中文公文的层次序号用全角括号：“（一）”“（1）”。",
        "Markers in Chinese documents stand in full-width brackets: （一） and （1）.",
    )
    severity = Severity.WARNING
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual("只把括号换成全角，数字和文字不动。", "Only the brackets become full-width.")
    norm = "GB/T 9704-2012, 7.3.3; GB/T 15834-2011, 5.1.3"
    triggers = FORM_SIGNS
    VALID = (
        Valid("（一）修好水渠\n（二）管好用水"),
        Valid("函数f(2)的值见下表。"),
        Valid("渠修好了(1)。"),
        Valid("水费怎么收，见式(3)，由水利站核定。"),
        Valid("渠已修好。(3)\n水已通。"),
        Valid("渠已修好。(3)他又说起当年的事。"),
        Valid("(2024年修订)"),
        Valid("(1)Water\n(2)Canal"),
        Valid("1)修渠\n2)引水"),
        Valid("5. (1) 20 m; (2) 4 s; (3) 5 m/s\n提示：先画图。"),
    )
    INVALID = (
        Invalid("⟦(一)⟧修好水渠\n⟦(二)⟧管好用水", fixed="（一）修好水渠\n（二）管好用水"),
        Invalid("　　⟦(2)⟧把泵站交给会管的人。", fixed="　　（2）把泵站交给会管的人。"),
        Invalid("⟦（三)⟧收好水费", fixed="（三）收好水费"),
        Invalid("⟦( 四 )⟧护好水源", fixed="（四）护好水源"),
        Invalid("今年有两件事：⟦(1)⟧修渠；⟦(2)⟧引水。", fixed="今年有两件事：（1）修渠；（2）引水。"),
        Invalid("7．⟦(1)⟧渠长五十米；⟦(2)⟧堤高三米。", fixed="7．（1）渠长五十米；（2）堤高三米。"),
        Invalid("⟦(十一)⟧收好水費", fixed="（十一）收好水費"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        remark = Bilingual("序号用全角括号", "markers stand in full-width brackets")
        for form in forms_of(ctx, Mistake.HALF_WIDTH):
            yield report_form(ctx, form, remark)
