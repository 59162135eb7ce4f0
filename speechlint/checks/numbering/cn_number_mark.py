"""numbering/cn-number-mark"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.forms import forms_of, report_form
from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import Mistake
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class CnNumberMark(Rule):
    """Behind a bare Chinese number at a line's start stands an enumeration comma: 一、 and not 一. or 一， or nothing.

    A comma or a colon is a marker's only where the number before or behind it is numbered too, a blank only beside
    headings that have their mark; 一 begins many words.
    """

    id = "numbering/cn-number-mark"
    title = Bilingual("汉字数字序号后不是顿号", "Other mark than an enumeration comma behind a Chinese number")
    why = Bilingual(
        "不带括号的汉字数字作序次语，后面用顿号：“一、”。",
        "A Chinese number without brackets takes the enumeration comma: “一、”.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换序号后面的点号，文字不动。", "Only the mark behind the number changes.")
    norm = "GB/T 15834-2011, B.3.2; GB/T 9704-2012, 7.3.3"
    triggers = FORM_SIGNS
    VALID = (
        Valid("一、修好路\n二、通上水"),
        Valid("一，是对两年来修渠的总结；二，是对今后的打算。"),
        Valid("一：二之比"),
        Valid("三，是村里人常说的吉利数。"),
        Valid("三 月里来\n四 月里来"),
        Valid("一　初到青石镇\n火车到站时天还没有亮。\n二　老渠长\n他姓什么没有人记得。"),
        Valid("第一，修好路。"),
        Valid(
            "三、修好路\n四、通上水\n五 保的老人有人照看，五位网格员轮流上门，逢年过节还要多走一趟，看看米面够不够。"
        ),
    )
    INVALID = (
        Invalid("⟦一.⟧修好水渠", fixed="一、修好水渠"),
        Invalid("　　⟦二．⟧管好用水", fixed="　　二、管好用水"),
        Invalid("⟦一，⟧修好水渠\n⟦二，⟧管好用水", fixed="一、修好水渠\n二、管好用水"),
        Invalid(
            "一、修好水渠\n水来了。\n⟦二：⟧管好用水\n人心齐了。",
            fixed="一、修好水渠\n水来了。\n二、管好用水\n人心齐了。",
        ),
        Invalid("一、修好水渠\n⟦二 ⟧管好用水\n三、收好水费", fixed="一、修好水渠\n二、管好用水\n三、收好水费"),
        Invalid("⟦十一.⟧收好水費", fixed="十一、收好水費"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        remark = Bilingual("汉字数字后面用顿号", "the enumeration comma goes with Chinese numbers")
        for form in forms_of(ctx, Mistake.CHINESE_MARK):
            yield report_form(ctx, form, remark)
