"""punctuation/dash-form"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import ScriptName
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import CLOSERS, HAN, OPENERS, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_STROKES = frozenset("-－–─—―")
_SIDES = {"before": frozenset(CLOSERS + "。！？；：，"), "after": frozenset(OPENERS)}


LONGEST_NAME = 3
_ROUTE = Pattern(f"[{HAN}]{{1,4}}(?:[段线線路]|航[线線班]|高速|高铁|高鐵|公路|[铁鐵]路|关系|關係|之间|之間)")


class DashForm(Rule):
    """A dash written with hyphens, full-width hyphens or the strokes of a box: --, －－, ──, —-.

    Only two strokes together, between Chinese words or before a subtitle. A single stroke is a connector
    (研发—验证—生产) and only a hint where it opens a line. Numbers, options of commands, rulers and masks are left
    alone, and in traditional text the strokes ── that are usual there.
    """

    id = "punctuation/dash-form"
    title = Bilingual("破折号写法不对", "Dash in another form")
    why = Bilingual(
        "破折号是占两个字的一横“——”（GB/T 15834-2011 第4.10条），不用两个连字符或制表符代替。",
        "The dash is one stroke of the width of two characters, not two hyphens.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual("只换成破折号的规范写法，意思不变。", "Only the form of the dash changes.")
    norm = "GB/T 15834-2011, 4.10"
    triggers = Literals(["--", "－－", "–-", "––", "──", "—-", "-—", "\n—"], both_scripts=False)
    VALID = (
        Valid("水渠修好了——村里人都这么说。"),
        Valid("研发—验证—生产全链条，北京—上海航线。"),
        Valid("2019--2021年，电话0571--8888"),
        Valid("命令--help可看用法。"),
        Valid("----------\n渠水清清"),
        Valid("| 村 | 户 |\n|---|---|\n| 渠头 | 30 |", format="markdown"),
        Valid("———渠头村修了三条渠。\n――渠尾村引了两处水。"),
        Valid("最後一幕──普法戰爭於當年爆發，這個國家就此統一了。"),
    )
    INVALID = (
        Invalid("要紧的就是⟦--⟧人人出力。", fixed="要紧的就是——人人出力。"),
        Invalid("让渠水流得更远\n⟦--⟧在修渠大会上的讲话", fixed="让渠水流得更远\n——在修渠大会上的讲话"),
        Invalid("要紧的就是⟦──⟧人人出力。", fixed="要紧的就是——人人出力。"),
        Invalid("“好渠”⟦－－⟧这是老乡的话。", fixed="“好渠”——这是老乡的话。"),
        Invalid("水來了⟦--⟧「真的來了」。", fixed="水來了——「真的來了」。"),
        Invalid("清河渠首站⟦--⟧渠尾段已经清淤。"),
        Invalid("让渠水流得更远\n⟦—⟧在修渠大会上的讲话"),
        Invalid("渠头⟦--⟧渠尾一段已经通水。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, reached = ctx.text, 0
        for start, end in ctx.places:
            if text[start] == "\n":
                if text[end : end + 1] not in _STROKES and is_han(text[end : end + 1]):
                    yield self._found(ctx, Span(start + 1, end), sure=False)
                continue
            if start < reached:
                continue
            reached = end
            while reached < len(text) and text[reached] in _STROKES:
                reached += 1
            if start and text[start - 1] in _STROKES:
                continue
            if reached - start == 2 and self._is_dash(ctx, start, reached):
                yield self._found(ctx, Span(start, reached), sure=True)

    def _is_dash(self, ctx: Context, start: int, end: int) -> bool:
        text = ctx.text
        before, after = text[start - 1 : start] or "\n", text[end : end + 1]
        if not (is_han(before) or before in _SIDES["before"] or before in "\r\n\u3000"):
            return False
        if not (is_han(after) or after in _SIDES["after"]) or after == "":
            return False
        if text[start] != "─":
            return True
        line = ctx.document.lines[ctx.document.lines.index_of(start)]
        return ctx.preset != "zh-hant" and ctx.document.script.of(line) is not ScriptName.HANT

    def _found(self, ctx: Context, span: Span, *, sure: bool) -> Diagnostic:
        word = span.of(ctx.text)
        safe = Applicability.UNSAFE if _joins_names(ctx.text, span) else Applicability.SAFE
        return ctx.found(
            span,
            Bilingual(f"“{word}”应为破折号“——”", f"“{word}” should be the dash “——”"),
            severity=None if sure else Severity.HINT,
            fix=ctx.fix(
                Bilingual("改为“——”", "write “——”"),
                [Edit(span, "——")],
                safe if sure else Applicability.DISPLAY,
            ),
        )


def _joins_names(text: str, span: Span) -> bool:
    """Whether a short word stands before the strokes or a route behind: 北京--上海段 may want a connector."""
    before = span.start
    while before and is_han(text[before - 1]) and span.start - before <= LONGEST_NAME:
        before -= 1
    short = 0 < span.start - before <= LONGEST_NAME and is_han(text[span.end : span.end + 1])
    return short or (before < span.start and _ROUTE.match(text, span.end) is not None)
