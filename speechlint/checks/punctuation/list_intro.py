"""punctuation/list-intro"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_FIRST = {
    "一是": "二是",
    "一要": "二要",
    "一个是": "二个是",
    "第一": "第二",
    "其一": "其二",
    "首先": "其次",
    "1、": "2、",
    "1.": "2.",
    "①": "②",
    "（一）": "（二）",
    "（1）": "（2）",
    "(1)": "(2)",
}
_OPENINGS = Literals(lambda: (f"{mark}{first}" for mark in "，," for first in _FIRST))
_ANNOUNCED = Pattern(f"(?:[两二三四五六七八九十几]|以下|下列|如下)(?:[个条点大项层种件句方]|方面|以下)?[{HAN}]{{0,8}}$")
_COUNTED = Pattern("[两二三四五六七八九十几](?:[个条点大项层种件句]|方面)|以下|下列|如下")
NEAR, LONGEST_ITEM = 14, 1200
_STOPS = "。；;！"


class ListIntro(Rule):
    """A comma between the announcement of a list and its items, which are whole sentences: 有三个好处，一是…。二是….
    Where commas part the items too, the comma may stay.
    """

    id = "punctuation/list-intro"
    title = Bilingual("总起句与分项之间用了逗号", "A comma before a list of sentences")
    why = Bilingual(
        "总起句提示下文分项，分项之间用分号或句号时，总起句后用冒号。",
        "What announces items that are parted by semicolons or full stops ends in a colon.",
    )
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual("也可改为句号。", "A full stop would do as well.")
    norm = "GB/T 15834-2011 4.7, B.1.4"
    triggers = _OPENINGS
    VALID = (
        Valid("早收有三个好处：一是少损失；二是价钱好；三是仓房早安排。"),
        Valid("早收有三个好处。一是少损失。二是价钱好。三是仓房早安排。"),
        Valid("早收有两个好处，一是少损失，二是价钱好。"),
        Valid("大家都很高兴，一是收成好，二是秤准。"),
        Valid("今年收了两车，1.5吨稻谷。2.5吨玉米。"),
        Valid("要注意三点，第一车到第三车先过秤。"),
    )
    INVALID = (
        Invalid(
            "早收有三个好处⟦，⟧一是少损失。二是价钱好。三是仓房早安排。",
            fixed="早收有三个好处：一是少损失。二是价钱好。三是仓房早安排。",
        ),
        Invalid("我講兩點意見⟦,⟧第一，早收；第二，早曬。", fixed="我講兩點意見：第一，早收；第二，早曬。"),
        Invalid("要做好四项工作⟦，⟧（一）清仓。（二）扫场。", fixed="要做好四项工作：（一）清仓。（二）扫场。"),
        Invalid("各站要办以下事项⟦，⟧一要清仓；二要扫场。", fixed="各站要办以下事项：一要清仓；二要扫场。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.document.folded
        for start, end in ctx.places:
            before = text[max(0, start - NEAR) : start]
            announced = _ANNOUNCED.search(before)
            if announced is None or _COUNTED.match(announced.group()) is None:
                continue
            first = text[start + 1 : end]
            second = text.find(_FIRST[first], end, end + LONGEST_ITEM)
            if second < 0 or text[second - 1] not in _STOPS:
                continue
            yield ctx.found(
                Span(start, start + 1),
                Bilingual(f"后面分项列出（{first}……），应用冒号", "Items follow; write a colon"),
                fix=ctx.fix(
                    Bilingual("改为冒号", "write a colon"), [Edit(Span(start, start + 1), "：")], Applicability.UNSAFE
                ),
            )
