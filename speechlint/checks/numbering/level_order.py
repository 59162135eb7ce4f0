"""numbering/level-order"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.numbering.series import quote
from speechlint.document.marker_grammar import BRACKET, DIGIT, SIGN, TOP
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Where
from speechlint.document.outline import Item, Series
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid


class LevelOrder(Rule):
    """Headings go down from 一、 to （一）, 1. and （1）, never up: a list 一、 inside an item （一） is out of order.
    Only lists on lines of their own count, of two items at least, and each outer list gives one finding.

    A level left out (1. below 一、) is common practice where two levels are enough: `strict` alone gives a hint.
    """

    id = "numbering/level-order"
    title = Bilingual("序号层次倒置", "Levels of numbering upside down")
    why = Bilingual(
        "结构层次序数依次用“一、”“（一）”“1.”“（1）”，下一层不能用上一层的写法。",
        "The levels are 一、 （一） 1. （1） in this order; an inner list has no form of an outer one.",
    )
    severity = Severity.WARNING
    norm = "GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3.8"
    triggers = MARKER_SIGNS
    VALID = (
        Valid("一、修堤\n（一）备料\n1.石\n2.土\n（二）备人\n二、清淤"),
        Valid("一、修堤\n1.备料\n2.备人\n二、清淤\n1.排班\n2.开工"),
        Valid("第一章　总则\n第一条　堤要修。\n（一）备料；\n（二）备人。\n第二条　渠要清。"),
        Valid("第一，修堤\n1.备料\n2.备人\n第二，清淤"),
        Valid("1.修堤\n2.清淤\n一、巡查\n二、值守"),
        Valid("（1）修堤。（2）清淤。要做到：一、快；二、稳。"),
    )
    INVALID = (
        Invalid("（一）修堤\n⟦一、⟧备料\n二、备人\n（二）清淤\n一、排班\n二、开工"),
        Invalid("1.修堤\n⟦（一）⟧备料\n（二）备人\n2.清淤"),
        Invalid("一、修堤\n（1）備料\n⟦1.⟧石料\n2.土料\n（2）備人\n二、清淤"),
        Invalid("一、修堤\n⟦1.⟧备料\n2.备人\n二、清淤", preset="strict"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        outline = ctx.document.outline
        told: set[int] = set()
        for series in outline.series:
            if len(series.items) < 2 or not _is_heading(series.items[0]):
                continue
            parent = outline.parent_of(series)
            if parent is None or not _is_heading(parent):
                continue
            outer = outline.holder_of(parent)
            if id(outer) in told or len(outer.items) < 2:
                continue
            above, here = parent.marker, series.items[0].marker
            outer_form, form = above.span.of(ctx.text), here.span.of(ctx.text)
            if above.level > here.level:
                told.add(id(outer))
                there = ctx.where(above.span.start)
                yield ctx.found(
                    here.span,
                    Bilingual(
                        f"“{quote(ctx, above)}”（{there.zh}）下面又用了上一层的“{form}”，层次倒置",
                        f"“{form}”, the form of an outer level, below “{quote(ctx, above)}” ({there.en})",
                    ),
                )
            elif ctx.preset == "strict" and _skips(above.level, series):
                told.add(id(outer))
                yield ctx.found(
                    here.span,
                    Bilingual(
                        f"“{outer_form}”下面直接用了“{form}”，中间跳过一层",
                        f"“{form}” stands directly below “{outer_form}”; a level is left out",
                    ),
                    severity=Severity.HINT,
                )


def _is_heading(item: Item) -> bool:
    return TOP <= item.marker.level <= SIGN and item.marker.where is not Where.INLINE


def _skips(above: int, series: Series) -> bool:
    return (above, series.level) in ((TOP, DIGIT), (BRACKET, DIGIT + 1))
