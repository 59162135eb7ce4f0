"""punctuation/colon-use"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import SENTENCE_ENDS
from speechlint.text.span import Span

_VERBS = (
    "强调", "指出", "要求", "表示", "认为", "提出", "提到", "写道", "讲到", "说到", "说道", "讲道", "问道", "答道",
    "喊道", "嘱咐", "叮嘱", "回答", "宣布", "坦言", "感慨", "告诫", "勉励", "倡议", "号召", "曾说", "他说", "她说",
    "常说", "们说", "长说", "记说", "任说", "员说", "师说", "话说", "地说", "着说", "才说", "又说", "还说", "就说",
)  # fmt: skip
_OPENINGS = Literals(lambda: (f"{verb}{mark}{quote}" for verb in _VERBS for mark in "，," for quote in '“「"'))
_CLOSER = {"“": "”", "「": "」", '"': '"'}
LONGEST_QUOTE = 1000  # code points
SHORTEST_QUOTE = 6


class ColonUse(Rule):
    """A comma between a verb of saying and a whole quoted sentence, whose full stop stands inside the marks. Words
    that are only woven into the writer's sentence keep the comma.
    """

    id = "punctuation/colon-use"
    title = Bilingual("引出整句引语用了逗号", "A comma before a whole quoted sentence")
    why = Bilingual(
        "“强调”“指出”“说”等引出完整的引语，用冒号；句末点号在引号里面，就是完整的引语。",
        "Whole quoted sentences, with their full stop inside the marks, are introduced by a colon.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("引语是否完整，要看过原文。", "Whether the quotation is whole has to be looked up.")
    norm = "GB/T 15834-2011 4.7, B.1.5"
    triggers = _OPENINGS
    VALID = (
        Valid("站长强调：“颗粒归仓，一粒也不能丢。”"),
        Valid("站长强调，“颗粒归仓”要落到实处。"),
        Valid("会议指出，“早收、早晒、早入库”是硬任务。各站照办。"),
        Valid("老站长说，“秤准人心稳”，这话一点不假。"),
        Valid("站长说：“好。”又强调，“清仓。”"),
    )
    INVALID = (
        Invalid(
            "站长强调⟦，⟧“颗粒归仓，一粒也不能丢。”各站照办。", fixed="站长强调：“颗粒归仓，一粒也不能丢。”各站照办。"
        ),
        Invalid("站長說到⟦,⟧“今年的秤要准！”", fixed="站長說到：“今年的秤要准！”"),
        Invalid(
            "會議指出⟦，⟧「早收早曬，是頭等大事。早一天，少一分損失。」",
            fixed="會議指出：「早收早曬，是頭等大事。早一天，少一分損失。」",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        for start, end in ctx.places:
            closing = text.find(_CLOSER[text[end - 1]], end, end + LONGEST_QUOTE)
            if closing - end < SHORTEST_QUOTE or text[closing - 1] not in SENTENCE_ENDS.replace("…", ""):
                continue
            if not {"\n", "\r"}.isdisjoint(text[end:closing]):
                continue
            mark = Span(end - 2, end - 1)
            verb = text[start : mark.start]
            yield ctx.found(
                mark,
                Bilingual(
                    f"“{verb}”引出整句引语，应用冒号", f"A whole quoted sentence follows “{verb}”; write a colon"
                ),
                fix=ctx.fix(Bilingual("改为冒号", "write a colon"), [Edit(mark, "：")], Applicability.UNSAFE),
            )
