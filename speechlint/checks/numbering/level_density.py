"""numbering/level-density"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.document.marker_grammar import SIGN, TOP
from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Marker, Where
from speechlint.document.outline import Item, Series
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid

DEEPEST = 4


class LevelDensity(Rule):
    """More levels of headings than four, or a level with one heading only. A matter of taste: off but in `strict`."""

    id = "numbering/level-density"
    title = Bilingual("层次过深，或一层只有一条", "Too many levels, or a level of one item")
    why = Bilingual(
        "公文结构层次一般不超过四层；一层只有一条，就不必编号。",
        "A document has four levels at most; one item alone needs no number.",
    )
    severity = Severity.HINT
    on = False
    norm = "GB/T 9704-2012, 7.3.3"
    triggers = MARKER_SIGNS
    VALID = (
        Valid("一、修堤\n（一）备料\n（二）备人\n二、清淤\n（一）排班\n（二）开工"),
        Valid("一、修堤\n（一）备料\n1.石\n（1）大石\n（2）小石\n2.土\n（二）备人\n二、清淤"),
        Valid("## 一、修堤\n\n1. 备料\n1. 备人\n\n## 二、清淤\n", format="markdown"),
    )
    INVALID = (
        Invalid("一、修堤\n⟦（一）⟧备料\n二、清淤\n（一）排班\n（二）开工"),
        Invalid("一、修堤\n（一）备料\n1.石\n（1）大石\n⟦①⟧青石\n②白石\n（2）小石\n2.土\n（二）备人\n二、清淤"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        sections = ctx.document.outline.sections
        markdown = ctx.document.source.format == "markdown"  # 1. 1. 1. is numbered when it is shown
        inner = (item for section in sections for series in section.series for item in series.items)
        for series, depth in _with_depth(inner, 1):
            marker = series.items[0].marker
            if not _is_heading(marker):
                continue
            word = marker.span.of(ctx.text)
            if depth > DEEPEST:
                yield ctx.found(
                    marker.span,
                    Bilingual(
                        f"“{word}”是第{depth}层序号，一般不超过四层", f"“{word}” is level {depth}; four are enough"
                    ),
                )
            elif len(series.items) == 1 and not (markdown and series.style in ("1.", "1）")):
                yield ctx.found(
                    marker.span,
                    Bilingual(
                        f"这一层只有“{word}”一条，可以不编号",
                        f"“{word}” is the only item of its level; it needs no number",
                    ),
                )


def _with_depth(items: Iterable[Item], depth: int) -> Iterator[tuple[Series, int]]:
    """The lists inside the items, each with its level: one more than `depth` inside headings, else the same."""
    for item in items:
        if item.lists:
            below = depth + _is_heading(item.marker)
            for series in item.lists:
                yield series, below
                yield from _with_depth(series.items, below)


def _is_heading(marker: Marker) -> bool:
    return TOP <= marker.level <= SIGN and marker.where is not Where.INLINE
