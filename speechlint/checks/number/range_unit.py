"""number/range-unit"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.numbers import in_code, value_of
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span


class RangeUnit(Rule):
    """A range whose 万 or 亿 stands behind the second number alone: 5—6万 may begin at five. Units such as 千米 and 天
    may be left out before the dash, for nobody can take them wrongly.
    """

    id = "number/range-unit"
    title = Bilingual("数值范围前一个数缺“万”“亿”", "A range whose first number lacks 万 or 亿")
    why = Bilingual(
        "省去前一个“万”“亿”会造成歧义时不能省：“9亿—16亿”不写作“9—16亿”（GB/T 15835-2011 第5.1.3条）。",
        "Where it would be ambiguous, the first 万 or 亿 is not left out: 9亿—16亿, not 9—16亿.",
    )
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual("前一个数的单位要由作者确认。", "The author has to confirm the unit of the first number.")
    norm = "GB/T 15835-2011, 5.1.3"
    VALID = (
        Valid("5万—6万人，2亿元至3亿元，5万至6万人。"),
        Valid("150—200千米，10至15天，3~5人一组。"),
        Valid("2024—2025年投资6万元，1—6月增收2亿元。"),
        Valid("编号A5—6万字本，第3至5万吨级泊位。"),
    )
    INVALID = (
        Invalid("每天有⟦5—6万⟧人。", fixed="每天有5万—6万人。"),
        Invalid("要投入⟦2至3亿⟧元。", fixed="要投入2亿至3亿元。"),
        Invalid("投放⟦20~30萬⟧尾。", fixed="投放20萬~30萬尾。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        for found in ctx.document.numbers.ranges:
            first, last = found
            unit = folded[last.end : last.stop]
            if unit not in ("万", "亿", "万亿") or first.stop != first.end or folded[first.stop] in "年%％‰":
                continue
            before = folded[first.start - 1 : first.start]
            if before == "第" or in_code(ctx.document, *found.span):
                continue
            if value_of(text[first.start : first.end]) >= value_of(text[last.start : last.end]):
                continue
            written = text[last.end : last.stop]
            right = text[first.start : first.end] + written + text[first.end : last.stop]
            yield ctx.found(
                found.span,
                Bilingual(
                    f"“{found.span.of(text)}”的前一个数缺“{written}”，应为“{right}”",
                    f"the first number of “{found.span.of(text)}” lacks {written}: “{right}”",
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(Span(first.end, first.end), written)],
                    Applicability.UNSAFE,
                ),
            )
