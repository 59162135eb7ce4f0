"""numbering/arabic-dunhao"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.forms import forms_of, report_form
from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import Mistake
from speechlint.document.markers import Where
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid

WIDE_POINT = "．"


class ArabicDunhao(Rule):
    """Behind a bare Arabic number at a line's start stands a point: 1. and not 1、 or 1．.

    Inside a paragraph only numbers that count on are markers. Numbers side by side (3、4号楼), decimals, dates, the
    page numbers of a preview site are left alone, and so are texts shown to be Taiwan's or Hong Kong's own. A wide
    point throughout, 1．, is how books are set: a hint.
    """

    id = "numbering/arabic-dunhao"
    title = Bilingual("阿拉伯数字序号后用了顿号", "Enumeration comma behind an Arabic number")
    why = Bilingual(
        "不带括号的阿拉伯数字作序次语，后面用下脚点：“1.”；顿号只跟在汉字数字后面。",
        "An Arabic number without brackets takes a point, “1.”; the enumeration comma goes with Chinese numbers.",
    )
    severity = Severity.WARNING
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual("只换序号后面的点号，文字不动。", "Only the mark behind the number changes.")
    norm = "GB/T 15834-2011, B.3.3; GB/T 9704-2012, 7.3.3"
    triggers = FORM_SIGNS
    VALID = (
        Valid("1.修好路\n2.通上水"),
        Valid("１．修好路\n２．通上水"),
        Valid("3、4号楼的住户已经搬完。"),
        Valid("3、四月份是农忙。"),
        Valid("1.5公里长的渠修好了。\n2.3万人受益。"),
        Valid("渠修好了。1、2号泵站也通了电。"),
        Valid("今年新修水渠3、5、8公里各一条。"),
        Valid("9.3阅兵之后，村里放了电影。"),
        Valid("一、修好路\n二、通上水"),
        Valid("他家三口人，1，000元一个月就够了。"),
        Valid("总数是12、请核对。"),
        Valid("1.1 适用范围\n1.2 职责分工"),
    )
    INVALID = (
        Invalid("⟦1、⟧把路修到地头\n⟦2、⟧把水引到田边", fixed="1.把路修到地头\n2.把水引到田边"),
        Invalid("　　⟦3．⟧把账算清楚。", fixed="　　3.把账算清楚。"),
        Invalid("\xa0 ⟦4 、⟧把人照看好。", fixed="\xa0 4.把人照看好。"),
        Invalid(
            "要办三件事：⟦1、⟧修路；⟦2、⟧引水；⟦3、⟧通电。",
            fixed="要办三件事：1.修路；2.引水；3.通电。",
        ),
        Invalid(
            "路通了。⟦1、⟧修路的经验。要记牢。⟦2、⟧引水的经验。要推广。",
            fixed="路通了。1.修路的经验。要记牢。2.引水的经验。要推广。",
        ),
        Invalid("⟦1，⟧修路要快\n⟦2，⟧引水要稳", fixed="1.修路要快\n2.引水要稳"),
        Invalid("⟦1、⟧“两山”要守住。", fixed="1.“两山”要守住。"),
        Invalid("⟦1、⟧把路修到田頭\n⟦2、⟧把水引到田邊", fixed="1.把路修到田頭\n2.把水引到田邊"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        remark = Bilingual("阿拉伯数字后面用下脚点", "a point goes with Arabic numbers")
        wide: bool | None = None
        for form in forms_of(ctx, Mistake.ARABIC_MARK):
            if form.span.of(ctx.text).endswith(WIDE_POINT):
                wide = _is_wide_throughout(ctx) if wide is None else wide
            yield report_form(ctx, form, remark, Severity.HINT if wide else None)


def _is_wide_throughout(ctx: Context) -> bool:
    """Whether every Arabic number that begins a line has the wide point behind it: that is how books are set."""
    text = ctx.text
    return all(
        text[marker.span.end - 1] == WIDE_POINT
        for marker in ctx.document.markers
        if marker.style == "1." and marker.where is Where.LINE
    )
