"""punctuation/dunhao-conj"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import first_of

_JOINTS = Literals(("、和", "、与", "、及", "、以及", "、或", "、乃至"))
# 与 opens phrases of its own (、与他人同居): it closes a list only before one word.
_LAST_WORD = Pattern(rf"(?P<word>[{HAN}]{{2,4}}?)(?:等|的[{HAN}]{{2,4}}|之间|两)?[，。；：！？,;)）”」]")
# 、和若铁路, 、和建国、: names.
_NAME = Pattern(f"[{HAN}]{{1,2}}(?:、|[县市区镇乡村州盟旗路桥山河湖寺岛站]|铁路|高速|公路)")
_LOOKALIKES = ("与时", "和室", "和阗", "和龙", "和布克", "和政", "和林", "和静")
# 附和（hè）、和（huó）面: the word itself is spoken of.
_OPENING = ("（", "(", "”", "》", "」", "")
LONGEST_WORD = 4

# The last item of a list of words is no longer than this.
LONGEST_LAST = 10


class DunhaoConj(Rule):
    """The mark 、 before 和, 与, 及, 以及, 或 and 乃至, which join the last item of a list without any. Words that only
    begin so (和谐, 及时, 与时俱进, 或许) and phrases such as 、与农户相处 are left alone.
    """

    id = "punctuation/dunhao-conj"
    title = Bilingual("连词前用了顿号", "、 before a conjunction")
    why = Bilingual(
        "“和”“与”“及”“以及”“或”“乃至”已经把并列各项连起来，前面不用顿号。",
        "The conjunction joins the items already; no 、 goes before it.",
    )
    severity = Severity.WARNING
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual("顿号与连词作用重复，删去意思不变。", "The mark only repeats what the conjunction says.")
    norm = "GB/T 15834-2011 4.5.3, A.3"
    triggers = _JOINTS
    VALID = (
        Valid("稻谷和玉米都已入库，大豆以及花生还在晾晒。"),
        Valid("平等、和谐、及时、与时俱进，或多或少都做到了。"),
        Valid("收好粮、与社员相处好，是站长的本分。"),
        Valid("不得私自开仓、与外人合谋、或许下空话。"),
        Valid("北线、和若铁路、南线都通车。"),
        Valid("稻谷、玉米，以及大豆，都要晒干。"),
        Valid("到会的有李明、和建国、王芳。"),
        Valid("新设和顺、和安县两个收购点。"),
        Valid("附和（hè）、和（huó）面、和（huò）药，读音不同。"),
        Valid("下列人员：一、与粮站有亲属关系的。"),
    )
    INVALID = (
        Invalid("粮站⟦、和⟧农户都签了字。", fixed="粮站和农户都签了字。"),
        Invalid("全乡⟦、乃至⟧全县都在晒粮。", fixed="全乡乃至全县都在晒粮。"),
        Invalid("稻谷、玉米⟦、以及⟧大豆都要晒干。", fixed="稻谷、玉米以及大豆都要晒干。"),
        Invalid("稻谷、玉米⟦、与⟧大豆。", fixed="稻谷、玉米与大豆。"),
        Invalid("站長、會計⟦、及⟧保管員到場。", fixed="站長、會計及保管員到場。"),
        Invalid("由站长⟦、或者⟧经粮食局批准的其他人员来签字的，算数。"),
        Invalid("由站长⟦、或者⟧会计签字。", fixed="由站长或者会计签字。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for start, end in ctx.places:
            if not _joins(folded, start, end) or ctx.document.is_written_elsewhere:
                continue
            end += folded[start + 1 : end] == "或" and folded[end : end + 1] == "者"
            word = text[start + 1 : end]
            yield ctx.found(
                Span(start, end),
                Bilingual(f"“{word}”前不用顿号", f"No 、 before “{word}”"),
                severity=Severity.HINT if ctx.preset == "zh-hant" else None,  # usual there; only if it is asked for
                fix=ctx.fix(
                    Bilingual("删去顿号", "Delete the mark"),
                    [Edit(Span(start, start + 1), "")],
                    Applicability.UNSAFE if _joins_clauses(text, end) else Applicability.SAFE,
                ),
            )


def _joins_clauses(text: str, end: int) -> bool:
    """Whether no mark follows soon: what is joined is long, and laws then keep the mark."""
    return first_of("，。；、：！？”）,;", text, end, end + LONGEST_LAST) < 0


def _joins(folded: str, start: int, end: int) -> bool:
    """Whether the words behind the mark are a conjunction and join the last item of a list."""
    word = folded[start + 1 : end]
    if word in ("以及", "乃至"):
        return True
    if folded.startswith("者", end) and word == "或":
        return True
    # 一、与 … is a number and a heading.
    if start < 1 or folded[start - 1] in "一二三四五六七八九十0123456789，。；\r\n":
        return False
    if folded[end : end + 1] in _OPENING or folded.startswith(_LOOKALIKES, end - 1):
        return False
    if any(knows(folded[end - 1 : end + n]) for n in range(1, LONGEST_WORD)) and not folded.startswith("其", end):
        return False
    if word in ("及", "或"):
        return True
    if word == "和":
        return _NAME.match(folded, end) is None
    last = _LAST_WORD.match(folded, end)
    return last is not None and knows(last["word"])
