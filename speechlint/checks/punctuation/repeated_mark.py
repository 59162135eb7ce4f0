"""punctuation/repeated-mark"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import is_han
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

_STOPS, _HALF, _CRIES = "，。、；：", ",;:", "！？!?"
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
# The stronger of two marks is the likelier one to have been meant.
_STRENGTH = {mark: strength for strength, mark in enumerate("、，：；。")}
_RUN = Sweep(f"[{_STOPS}{_HALF}{_CRIES}]+")
MOST_CRIES = 3


def _pairs_of_marks() -> Iterator[str]:
    yield from (one + other for one in _STOPS + _HALF for other in _STOPS + _HALF + _CRIES)
    yield from (one + other for one in _CRIES for other in _STOPS + _HALF)
    yield from map("".join, product(_CRIES, repeat=MOST_CRIES + 1))


class RepeatedMark(Rule):
    """One mark too many: 。。 ，， ，。 ！。 and four or more exclamation or question marks.

    Three full stops are an ellipsis in another form; a full stop on both sides of a quotation mark is another rule's,
    and so is a mark with 、 behind it, between which an item was taken out. ？！ and ！！！ are right.
    """

    id = "punctuation/repeated-mark"
    title = Bilingual("标点重复", "One mark too many")
    why = Bilingual(
        "句中一处停顿只用一个点号；叹号、问号叠用最多三个（GB/T 15834-2011 第4.2.3.3、4.3.3.3条）。",
        "A pause takes one mark; exclamation and question marks stand three together at most.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "相同的只留一个；两个不同的标点，要人看过留哪一个。",
        "Of the same marks one stays; of two different ones somebody should say which.",
    )
    norm = "GB/T 15834-2011, 4.2.3.3, 4.3.3.3"
    triggers = Literals(_pairs_of_marks, both_scripts=False)
    VALID = (
        Valid("真的吗？！太好了！！！"),
        Valid("修渠、引水……。"),
        Valid("他说：“水来了。”"),
        Valid("时间：09:30，比例1::2"),
        Valid("他想了又想。。。"),
        Valid("std::vector和a;;b"),
        Valid("公式：:=为赋值。"),
        Valid("「好！」，他說。"),
        Valid("修渠、、引水都要人，、看水也要人。"),
    )
    INVALID = (
        Invalid("渠修好了⟦。。⟧", fixed="渠修好了。"),
        Invalid("渠修好了⟦，，⟧水也来了。", fixed="渠修好了，水也来了。"),
        Invalid("渠修好了⟦,,⟧水也来了⟦，,⟧大家都笑了。", fixed="渠修好了，水也来了，大家都笑了。"),
        Invalid("渠修好了⟦，。⟧水也來了⟦！。⟧"),
        Invalid("修渠、引水……⟦。。⟧", fixed="修渠、引水……。"),
        Invalid("太好了⟦！！！！！⟧", fixed="太好了！！！"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, reached = ctx.text, 0
        for start, _ in ctx.places:
            if start < reached:
                continue
            match = _RUN.search(text, start)
            if match is None:
                break
            span, reached = Span(*match.span()), match.end()
            right = self._right(ctx, span)
            if right is None:
                continue
            word = span.of(text)
            sure = len(set(map(_wide, word))) == 1
            fix = ctx.fix(
                Bilingual(f"只留“{right}”", f"keep “{right}” alone"),
                [Edit(span, right)],
                Applicability.SAFE if sure else Applicability.DISPLAY,
            )
            yield ctx.found(
                span, Bilingual(f"标点重复：“{word}”应只留“{right}”", f"“{word}” should be “{right}” alone"), fix=fix
            )

    def _right(self, ctx: Context, span: Span) -> str | None:
        """What should stand in place of the run; None where it is no slip."""
        text, word = ctx.text, span.of(ctx.text)
        before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
        if (
            (before == "…" and word != "。。")
            or after == "…"
            or (word.strip("。") == "" and len(word) > 2)
            or word.endswith("、")
        ):
            return None
        if not is_han(before) and before not in tuple("”’」』》）)…"):
            return None
        if word.isascii() and not is_han(after) and after not in ("", "\n", "\r"):
            return None
        if after in ("=", "/") or ("?" in word and word.strip(_CRIES)) or ctx.document.foreign.holds(span.start):
            return None
        if word.strip(_CRIES) == "":
            return "".join(map(_wide, word[:MOST_CRIES])) if len(word) > MOST_CRIES else None
        wide = [_wide(mark) for mark in word]
        cry = next((mark for mark in wide if mark in _CRIES), None)
        return cry or max(wide, key=lambda mark: _STRENGTH[mark])


def _wide(mark: str) -> str:
    return _WIDE.get(mark, mark)
