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
from speechlint.text.words import last_of

_VERBS = (
    "强调", "指出", "要求", "表示", "认为", "提出", "提到", "写道", "讲到", "说到", "说道", "讲道", "问道", "答道",
    "喊道", "嘱咐", "叮嘱", "回答", "宣布", "坦言", "感慨", "告诫", "勉励", "倡议", "号召", "曾说", "他说", "她说",
    "常说", "们说", "长说", "记说", "任说", "员说", "师说", "话说", "地说", "着说", "才说", "又说", "还说", "就说",
    "我说", "常讲", "他讲", "她讲",
)  # fmt: skip
_INTRODUCING = (
    "做到：", "要求：", "强调：", "指出：", "就是：", "包括：", "如下：", "坚持：", "提出：", "抓好：", "落实：",
)  # fmt: skip
_SIGNS = Literals(
    lambda: (*(f"{verb}{mark}{quote}" for verb in _VERBS for mark in "，," for quote in '“「"'), *_INTRODUCING)
)
_CLOSER = {"“": "”", "「": "」", '"': '"'}
# What ends a clause that a colon opened; a label of a dialogue (问：, 记者：) opens none.
_CLAUSE_ENDS = "。！？；!?;“”「」\r\n"
LONGEST_LABEL, LONGEST_CLAUSE = 6, 60
# “……，”老站长一边擦秤一边笑着说，“……。”
LONGEST_SPEAKER = 24
_QUOTE_ENDS, _STOPS = '”」"', frozenset("，。！？…—,.!?")
LONGEST_QUOTE = 1000  # code points
SHORTEST_QUOTE = 6


class ColonUse(Rule):
    """A comma between a verb of saying and a whole quoted sentence, whose full stop stands inside the marks. Words
    that are only woven into the writer's sentence keep the comma. A second colon in one sentence is hinted at.
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
    triggers = _SIGNS
    VALID = (
        Valid("站长强调：“颗粒归仓，一粒也不能丢。”"),
        Valid("站长强调，“颗粒归仓”要落到实处。"),
        Valid("会议指出，“早收、早晒、早入库”是硬任务。各站照办。"),
        Valid("老站长说，“秤准人心稳”，这话一点不假。"),
        Valid("站长说：“好。”又强调，“清仓。”"),
        Valid("会议强调：一要早收；二要早晒，做到：颗粒归仓。"),
        Valid("“秤要准，”老站长说，“准了人心才稳。大家都要看好秤。”"),
        Valid("「早點收，」他一邊擦秤一邊笑著說，「天氣好，人也有精神。」"),
        Valid("“当真。”他说，“今年的粮价要涨。”"),
        Valid("记者：今年的要求：早。"),
    )
    INVALID = (
        Invalid(
            "站长强调⟦，⟧“颗粒归仓，一粒也不能丢。”各站照办。", fixed="站长强调：“颗粒归仓，一粒也不能丢。”各站照办。"
        ),
        Invalid("站長說到⟦,⟧“今年的秤要准！”", fixed="站長說到：“今年的秤要准！”"),
        Invalid("老站长对我说⟦，⟧“秤准了人心才稳。”这话实在。", fixed="老站长对我说：“秤准了人心才稳。”这话实在。"),
        Invalid("会议提出了三条要求：各站要切实做到⟦：⟧早收早晒。"),
        Invalid(
            "會議指出⟦，⟧「早收早曬，是頭等大事。早一天，少一分損失。」",
            fixed="會議指出：「早收早曬，是頭等大事。早一天，少一分損失。」",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        for start, end in ctx.places:
            if text[end - 1] == "：":
                if _is_second(text, end - 1):
                    yield self._doubled(ctx, Span(end - 1, end))
                continue
            closing = text.find(_CLOSER[text[end - 1]], end, end + LONGEST_QUOTE)
            if closing - end < SHORTEST_QUOTE or text[closing - 1] not in SENTENCE_ENDS.replace("…", ""):
                continue
            if not {"\n", "\r"}.isdisjoint(text[end:closing]) or _is_between_halves(text, start):
                continue
            mark = Span(end - 2, end - 1)
            # Of 长说 and 们说 only the verb is shown: the rest is half a word.
            verb = text[mark.start - 1 if text[mark.start - 1] in "说讲說講" else start : mark.start]
            yield ctx.found(
                mark,
                Bilingual(
                    f"“{verb}”引出整句引语，应用冒号", f"A whole quoted sentence follows “{verb}”; write a colon"
                ),
                fix=ctx.fix(Bilingual("改为冒号", "write a colon"), [Edit(mark, "：")], Applicability.UNSAFE),
            )

    def _doubled(self, ctx: Context, mark: Span) -> Diagnostic:
        return ctx.found(
            mark,
            Bilingual("一句话里套用了两个冒号，这一个应改为逗号或删去", "A second colon in one sentence"),
            severity=Severity.HINT,
            fix=ctx.fix(Bilingual("改为逗号", "write a comma"), [Edit(mark, "，")], Applicability.DISPLAY),
        )


def _is_between_halves(text: str, verb: int) -> bool:
    """Whether the speaker stands between two halves of one speech: “……，”他说，“……。”"""
    first = max(0, verb - LONGEST_SPEAKER)
    closing = last_of(_QUOTE_ENDS, text, first, verb)
    return closing > 0 and text[closing - 1] in _STOPS and last_of(_CLAUSE_ENDS, text, closing + 1, verb) < 0


def _is_second(text: str, mark: int) -> bool:
    """Whether another colon opened the clause that the one at `mark` stands in."""
    first = max(0, mark - LONGEST_CLAUSE)
    start = max(first, last_of(_CLAUSE_ENDS, text, first, mark) + 1)
    colon = text.find("：", start, mark)
    return colon - start > LONGEST_LABEL and not text[colon + 1 : mark].isspace()
