"""punctuation/ellipsis-form"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS, is_han
from speechlint.text.span import Span

_DOTS = "….。．·・"
_SORTS = tuple(_DOTS)
# More points than an ellipsis ever has lead the eye to a page number.
MOST = 7
_BESIDE = frozenset("，。、；：？！“”‘’「」『』（）《》〈〉\r\n" + BLANKS)
_LISTED = frozenset("，、,+-+＋－=＝")


class EllipsisForm(Rule):
    """An ellipsis put together from points, from full stops, or from half of itself.

    Only beside Han characters and their marks. Left alone: the dots that lead to a page number, a line of its own, 12
    points, a mathematical 1，2，…，n, and text that lies in foreign words.
    """

    id = "punctuation/ellipsis-form"
    title = Bilingual("省略号写法不对", "Ellipsis in another form")
    why = Bilingual(
        "省略号是六个圆点“……”，占两个字的位置（GB/T 15834-2011 第4.11条），不用句点、句号连写，也不用半个。",
        "An ellipsis is six points in the width of two characters, neither periods in a row nor half of it.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换成省略号的规范写法，意思不变。", "Only the form of the ellipsis changes.")
    norm = "GB/T 15834-2011, 4.11, 5.1.5"
    triggers = Literals(["…", "...", "。。。", "···", "．．．", "・・・"], both_scripts=False)
    VALID = (
        Valid("修渠、引水、护林……样样有人管。"),
        Valid("第一章　水源........3\n第二章　水渠…………12"),
        Valid("编号依次为1，2，…，n。"),
        Valid("…………\n（此处为诗的下半阕）"),
        Valid("He waited... and nobody came."),
        Valid("目录\n总则...1"),
        Valid("「水來了……」他說。"),
        Valid("渠修好了。。大家高兴。"),
    )
    INVALID = (
        Invalid("修渠、引水、护林等等⟦...⟧样样有人管。", fixed="修渠、引水、护林等等……样样有人管。"),
        Invalid("他想了又想⟦。。。⟧", fixed="他想了又想……"),
        Invalid("水来了⟦…⟧大家都笑了。", fixed="水来了……大家都笑了。"),
        Invalid("他想了又想⟦...⟧。", fixed="他想了又想……。"),
        Invalid("「水來了⟦......⟧」他說。", fixed="「水來了……」他說。"),
        Invalid("水来了⟦………⟧大家都笑了。", fixed="水来了……大家都笑了。"),
        Invalid("他说⟦···⟧后来就不说了。", fixed="他说……后来就不说了。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, reached = ctx.text, 0
        for start, _ in ctx.places:
            if start < reached:
                continue
            dot, reached = text[start], start + 1
            while reached < len(text) and text[reached] == dot:
                reached += 1
            closed = (
                dot != "。" and text[reached : reached + 1] == "。" and text[reached + 1 : reached + 2] not in _SORTS
            )
            if (start and text[start - 1] in _DOTS) or (text[reached : reached + 1] in _SORTS and not closed):
                continue  # dots of several sorts are beyond telling, but for ...。
            if self._is_slip(ctx, start, reached):
                span = Span(start, reached)
                word = span.of(text)
                yield ctx.found(
                    span,
                    Bilingual(f"“{word}”应为省略号“……”", f"“{word}” should be the ellipsis “……”"),
                    fix=ctx.fix(Bilingual("改为“……”", "write “……”"), [Edit(span, "……")], Applicability.SAFE),
                )

    def _is_slip(self, ctx: Context, start: int, end: int) -> bool:
        text, length = ctx.text, end - start
        before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        if text[start] == "…":
            if length == 2 or length > 3 or (before in _LISTED and after in _LISTED):
                return False
        elif length >= MOST or after.isdigit():
            return False
        if before in "\r\n" + BLANKS and after in "\r\n" + BLANKS:
            return False
        if not (is_han(before) or before in _BESIDE) or not (is_han(after) or after in _BESIDE):
            return False
        return (is_han(before) or is_han(after)) and not ctx.document.foreign.holds(start)
