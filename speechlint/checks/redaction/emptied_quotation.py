"""redaction/emptied-quotation"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.redaction.blanks_wanted import wants_blanks
from speechlint.checks.redaction.named_sign import is_named
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"))
_INSIDE = ("", ".", "。", "·", " ", "\u3000", "_", "＿", "*", "□", "■", "..", ". ")
_EMPTY = Literals(
    (*(opener + inside + closer for opener, closer in _PAIRS for inside in _INSIDE), '"."', "（）", "()"),
    both_scripts=False,
)
# The marks themselves are spoken of: 中英文书名号《》, 用“”括起来.
_MARKS_BEFORE = Pattern("[号號]$|符|标点|標點|点号|點號|括|引[号號]")
_MARKS_AFTER = Pattern(
    "[号號]|(?:嵌套|连用|連用|成对|成對|配对|配對)|(?:表示|代表|用于|用於)|内|內|中|里|裡|括|标[点明注]|標[點明註]"
)
# Two pairs of different marks side by side are a list of marks; two of the same were two phrases.
_PAIR_BEFORE = Pattern("([“‘「『《〈（][”’」』》〉）])[、，,和与與及]?$")
_PAIR = Pattern("[、，,和与]?([“‘「『《〈（][”’」』》〉）])")
# Signs that a text may name: 在“□”中打“√”, “*”表示待定.
_SIGNS = frozenset("_＿*□■")
_HAN = Pattern(f"[{HAN}]")
_AROUND = Pattern(rf"[{HAN}，。；：、！？,;:“”]")
NEAR = 6


class EmptiedQuotation(Rule):
    """A filter that deletes a phrase leaves its quotation marks standing: 以“.”为指导, 实施“”工程, 印发《》的通知."""

    id = "redaction/emptied-quotation"
    title = Bilingual("引号或书名号里的话被删空", "A quotation emptied by a filter")
    why = Bilingual(
        "引号、书名号里本应有的口号、规划或文件名被删掉，只剩一对空标号。",
        "The slogan, plan or title between the marks was deleted; only the marks remain.",
    )
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = _EMPTY
    VALID = (
        Valid("文件名要加书名号《》，词语要加引号“”。"),
        Valid("术语用“”括起来，篇名放在《》内。"),
        Valid("调用main()即可，函数名后要写()。"),
        Valid("试题\n汛期巡查由（）负责。"),
        Valid("坚持“一张图”管理，落实《河道管理条例》。"),
        Valid("句末用“。”号，小数用“.”号。"),
        Valid("带“□”的栏目可多选，选中的在“□”中打“√”。"),
        Valid("注：“*”表示数据待核，“／”表示无此项。"),
        Valid("《》和〈〉可以嵌套使用，“”号不可省略。"),
        Valid("虫蛀之处以“□”代之，一字一“□”，不得臆补。"),
        Valid("請於「□」內打勾，加「*」者為必填。"),
    )
    INVALID = (
        Invalid("以⟦“.”⟧重要思想为指导，做好防汛工作。"),
        Invalid("深入实施⟦“”⟧工程，整治岸线二十里。"),
        Invalid("县里印发⟦《》⟧的通知，要求逐户排查。"),
        Invalid("堅持⟦「」⟧原則，推動航道疏浚。"),
        Invalid("增强⟦“”⟧⟦“”⟧，当好渔港守护人。"),
        Invalid("全面落实⟦“ ”⟧规划，补齐短板。"),
        Invalid("市防汛指挥部⟦（）⟧决定召开会议。"),
        Invalid("推进⟦“□”⟧工程，以⟦“*”⟧重要思想为指导。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        folded = ctx.document.folded
        places = [Span(start, end) for start, end in ctx.places]
        # A sign that the text has said the use of may stand there again: 以“□”代之，一字一“□”.
        named = {span.of(text) for span in places if _names_sign(text, folded, span)}
        found = [span for span in places if span.of(text) not in named and _emptied(text, span)]
        if not found or wants_blanks(text):
            return
        for span in found:
            words = span.of(text)
            bracket = words in ("（）", "()")
            shown = words if words[0] in "“‘" else f"“{words}”"
            yield ctx.found(
                span,
                Bilingual(
                    f"{shown}里的话不见了，应查原稿补上，确属多余就连同标号删去",
                    f"The words inside {shown} are gone; restore them, or delete the marks too",
                ),
                severity=Severity.WARNING if bracket else Severity.ERROR,
            )


def _names_sign(text: str, folded: str, span: Span) -> bool:
    return text[span.start + 1] in _SIGNS and is_named(folded, Span(span.start + 1, span.end - 1))


def _emptied(text: str, span: Span) -> bool:
    start, end = span
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    if not before or not after:
        return False
    if _MARKS_BEFORE.search(before) is not None or _MARKS_AFTER.match(after) is not None:
        return False
    pair = _PAIR.match(after)
    if pair is not None and pair[1] != text[start:end]:
        return False
    pair = _PAIR_BEFORE.search(before)
    if pair is not None and pair[1] != text[start:end]:
        return False
    if text[start] in "（(":
        return _HAN.match(before[-1]) is not None and _AROUND.match(after) is not None and before[-1] not in "写為为"
    if text[start] == '"':
        return _HAN.match(before[-1]) is not None and _HAN.match(after) is not None
    return _AROUND.match(before[-1]) is not None and _AROUND.match(after) is not None and _has_han(before + after)


def _has_han(words: str) -> bool:
    return _HAN.search(words) is not None
