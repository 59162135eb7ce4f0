"""consistency/term-variant"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_DIVISIONS = frozenset("市县区旗")
# 区、县（市） and its like: what stands outside the brackets, and what inside.
_BRACKETED = Pattern("(?<![省市县区州旗])[市县区旗](?:、[市县区旗])?[（(][市县区旗](?:、[市县区旗]){0,2}[）)]")
# Short names of organisations that stand side by side, and set phrases of two halves, by what both forms hold.
_PAIRS = (
    ("全总", "省总"), ("省总", "市总"), ("市总", "县总"), ("市总", "区总"), ("听党话", "跟党走"), ("两不愁", "三保障"),
    ("双随机", "一公开"), ("不忘初心", "牢记使命"), ("大众创业", "万众创新"), ("学党史", "悟思想"),
)  # fmt: skip
_SAID = {f"{first}{mark}{second}": (first, second) for first, second in _PAIRS for mark in ("、", "，", "")}
_TERMS = Literals((*_SAID, *(f"{bracket}{word}" for bracket in "（(" for word in "市县区旗")))


class TermVariant(Rule):
    """区、县（市） here and 区（县、市） there; 全总、省总 and once 全总省总. Only forms of one and the same term are
    compared, and the rarer one is reported, the later one where both are as frequent.
    """

    id = "consistency/term-variant"
    title = Bilingual("同一说法前后写法不同", "One term in two spellings")
    why = Bilingual(
        "同一个说法，全篇只用一种写法，读的人才不会以为是两回事。",
        "A term is written in one way throughout, or readers take it for two things.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("两种写法哪一种为准，由作者定。", "Which of the two is right is the writer's choice.")
    triggers = _TERMS
    norm = "GB/T 15835-2011 4（局部体例一致）"
    VALID = (
        Valid("各县（市、区）渔业局要报数，各县（市、区）海事处要复核。"),
        Valid("市、县（市）渔业局和县（市）海事处"),
        Valid("市（县）渔业局和县（市、区）海事处"),
        Valid("全总、省总都来了，市总工会也来了。"),
        Valid("听党话跟党走，永远跟党走。"),
        Valid("各区、县（市）都要报，乡（镇）不报。"),
        Valid("学党史，学党史、悟思想。"),
    )
    INVALID = (
        Invalid(
            "各区、县（市）渔业局报数，各区、县（市）海事处复核，各⟦区（县、市）⟧总工会汇总。",
            fixed="各区、县（市）渔业局报数，各区、县（市）海事处复核，各区、县（市）总工会汇总。",
        ),
        Invalid("各县（市、区）报数，各⟦区（县、市）⟧汇总。", fixed="各县（市、区）报数，各县（市、区）汇总。"),
        Invalid("全总、省总都来了。按⟦全总省总⟧要求办。", fixed="全总、省总都来了。按全总、省总要求办。"),
        Invalid(
            "漁工要聽黨話、跟黨走。我們聽黨話、跟黨走，永遠⟦聽黨話跟黨走⟧。",
            fixed="漁工要聽黨話、跟黨走。我們聽黨話、跟黨走，永遠聽黨話、跟黨走。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        forms: dict[tuple[str, ...], list[Span]] = {}
        folded = ctx.document.folded
        for start, end in ctx.places:
            words = folded[start:end]
            if words in _SAID:
                forms.setdefault(_SAID[words], []).append(Span(start, end))
        for match in _bracketed(folded, [start for start, _ in ctx.places if folded[start] in "（("]):
            # 市、县（市） are cities, counties, and cities among those: not the same as 县（市）.
            members = tuple(sorted(word for word in match[0] if word in _DIVISIONS))
            forms.setdefault(members, []).append(Span(*match.span()))
        for spans in forms.values():
            yield from _variants(ctx, spans)


def _bracketed(folded: str, brackets: list[int]) -> Iterator[Any]:
    """The matches of `_BRACKETED`, whose brackets stand behind one division or two."""
    last = 0
    for bracket in brackets:
        for at in (bracket - 3, bracket - 1):
            match = _BRACKETED.match(folded, at) if at >= last else None
            if match is not None and match.end() > bracket:
                yield match
                last = match.end()
                break


def _variants(ctx: Context, spans: list[Span]) -> Iterator[Diagnostic]:
    """A finding for each place of a form that is not the usual one."""
    text = ctx.text
    counts = Counter(_form(span.of(text)) for span in spans)
    if len(counts) < 2:
        return
    usual = max(counts, key=lambda form: counts[form])
    shown = next(span.of(text) for span in spans if _form(span.of(text)) == usual)
    for span in spans:
        words = span.of(text)
        if _form(words) != usual:
            yield ctx.found(
                span,
                Bilingual(
                    f"这里写作“{words}”，别处写作“{shown}”，全篇应统一",
                    f"“{words}” here, “{shown}” elsewhere; write it in one way",
                ),
                fix=ctx.fix(Bilingual(f"改为“{shown}”", f"Write “{shown}”"), [Edit(span, shown)], Applicability.UNSAFE),
            )


def _form(words: str) -> str:
    """The words without what is a matter of width."""
    return words.replace("(", "（").replace(")", "）")
