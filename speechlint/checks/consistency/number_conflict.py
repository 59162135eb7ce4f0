"""consistency/number-conflict"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Words that say how many there are now; what was done or is planned has another number each time.
_STATES = ("现有", "共有", "下辖", "总人口", "总面积", "在册", "拥有", "目前有")
_STATED = Pattern(
    f"(?P<name>[{HAN}]{{0,12}})(?P<about>约|近|超过?)?(?P<value>[0-9]+(?:\\.[0-9]+)?)(?P<unit>[万亿]?(?:平方公里|公里"
    f"|[{HAN}]))"
)
_CLAUSE_MARKS = "，。；、：！？,;:!?（）()“”\r\n \u3000"
_YEAR = Pattern(
    "[0-9]{4}年|[十]?[一二三四五]五|去年|今年|上年|前年|年初|年底|年末|月底|同期|当时|原来|过去|改革开放|初期|如今|现在"
)
CLAUSE, SENTENCE = 12, 40  # code points
NAME = 4  # Han characters that make a name


class NumberConflict(Rule):
    """全县现有渔船320艘 and later 全县现有渔船302艘: the same clause says how many there are, with another number.
    Figures of different years, of what was done and of what is planned are no conflict.
    """

    id = "consistency/number-conflict"
    title = Bilingual("同一数据前后不一致", "One figure with two values")
    why = Bilingual(
        "同一单位、同一事项的现有数，全篇应当只有一个。",
        "How many of one thing there are has one answer throughout the text.",
    )
    severity = Severity.WARNING
    triggers = Literals(_STATES)
    VALID = (
        Valid("全县现有渔船320艘。报告最后说，全县现有渔船320艘。"),
        Valid("2019年，全县现有渔船320艘；2024年，全县现有渔船302艘。"),
        Valid("东镇现有渔船320艘，西镇现有渔船302艘。"),
        Valid("全县现有渔船320艘，全县现有船工320人。"),
        Valid("全县新造渔船20艘，全县新造渔船30艘。"),
        Valid("现有渔船12艘，现有渔船15艘。"),
    )
    INVALID = (
        Invalid("全县现有渔船320艘，船工上千。报告最后又说，全县现有渔船⟦302⟧艘。"),
        Invalid("我縣漁業工會現有會員5.87萬人，很活躍。我縣漁業工會現有會員⟦5.8⟧萬人，分布各鎮。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        known: dict[tuple[str, str], tuple[str, str]] = {}
        for start, end in ctx.places:
            found = _stated(folded, start, end)
            if found is None:
                continue
            name, match = found
            value, year = match["value"], _year(folded, start)
            said = known.setdefault((name, match["unit"]), (value, year))
            if said[0] != value and said[1] == year:
                yield _report(ctx, Span(*match.span("value")), name, said[0], match["unit"])


def _stated(folded: str, start: int, end: int) -> tuple[str, Any] | None:
    """The clause that says how many there are, up to its number, and the match of what stands behind the word."""
    match = _STATED.match(folded, end)
    if match is None or match["about"]:
        return None
    clause = start
    while clause and start - clause < CLAUSE and folded[clause - 1] not in _CLAUSE_MARKS:
        clause -= 1
    if start - clause < 2:
        return None
    name = folded[clause : match.start("value")]
    return (name, match) if len(name) - (end - start) >= NAME else None


def _year(folded: str, start: int) -> str:
    """What the sentence in front of `start` says about the time."""
    words = folded[max(0, start - SENTENCE) : start]
    words = words[max(words.rfind(mark) for mark in "。！？\r\n") + 1 :]
    return "".join(_YEAR.findall(words))


def _report(ctx: Context, span: Span, name: str, said: str, unit: str) -> Diagnostic:
    value = span.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"“{name}”这里是{value}{unit}，前面是{said}{unit}，应核对",
            f"{value} here, {said} before for the same thing; see which is right",
        ),
    )
