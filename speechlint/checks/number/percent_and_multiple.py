"""number/percent-and-multiple"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.number.growth import wrong_growth
from speechlint.checks.number.house import is_traditional
from speechlint.document.numbers import Range, in_code, value_of
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.occurrences import occurrences
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_LESS_BY = Pattern(
    "(?:下降|降低|减少|缩小|缩短|减轻|下滑|降)了?(?:近|约|超过|将近|整整)?"
    "(?:[0-9０-９.]+|[一二两三四五六七八九十百几数]+)倍$"
)
_LONGEST_LESS = 14
_NO_MULTIPLE = frozenset("频率体镜数速")
_DIGITS = Pattern("[0-9０-９]+(?:[.．][0-9０-９]+)?")
_DIGITS_BEFORE = Pattern("[0-9０-９]+(?:[.．][0-9０-９]+)?$")
# 百分之六点3
_MIXED_POINT = Pattern("[零〇一二三四五六七八九十百]{1,5}点([0-9０-９]{1,4})(?![0-9０-９.．分时])")
_SPOKEN = "零一二三四五六七八九"
_PERCENT = frozenset("%％‰")


class PercentAndMultiple(Rule):
    """Percentages and multiples written so that the figure is not clear: 30—40% without the first sign, 百分之95,
    降低两倍, 3%个百分点; and growth that counts in what there was before: 由2亿元增长到6亿元，增长3倍.
    """

    id = "number/percent-and-multiple"
    title = Bilingual("百分数、倍数写法有误", "A percentage or a multiple wrongly written")
    why = Bilingual(
        "百分数的范围前后都带百分号（GB/T 15835-2011 第5.1.3条）；减少只能说几成、百分之几，不能说几倍。",
        "Both ends of a range take the sign; nothing can become smaller by whole multiples of itself.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("要看原来的数。", "It depends on the figure meant.")
    norm = "GB/T 15835-2011, 5.1.3"
    VALID = (
        Valid("30%—40%的渔民转产，20%至30%留守。"),
        Valid("百分之五的船，百分之三十至四十的网，百分之百完成。"),
        Valid("提高3个百分点，占比0.5—1个百分点。"),
        Valid("费用是前年的两倍，降幅是去年的3倍，成本降低一半。"),
        Valid("产值增长两倍，用量减少到三成，倍数降低。"),
        Valid("利率在0—0.1%之间。"),
        Valid(
            "产值由2亿元增长到6亿元，增长2倍；收入由800万元增加到1亿元，增长11.5倍；渔船由5条增加到15条，是原来的3倍。"
        ),
        Valid("2024年5—6月，覆盖面达40%。"),
    )
    INVALID = (
        Invalid("入库率为⟦30—40%⟧。", fixed="入库率为30%—40%。"),
        Invalid("增长⟦10-15%⟧。", fixed="增长10%-15%。"),
        Invalid("水分在⟦12至14％⟧之间。", fixed="水分在12％至14％之间。"),
        Invalid("完好率达到⟦百分之95.5⟧。", fixed="完好率达到95.5%。"),
        Invalid("脱贫户占⟦百分之六点3⟧。", fixed="脱贫户占百分之六点三。"),
        Invalid("覆盖面扩大了⟦3%个百分点⟧。", fixed="覆盖面扩大了3个百分点。"),
        Invalid("损耗⟦降低两倍⟧，故障率⟦下降了3倍⟧。"),
        Invalid("電費⟦減少了兩倍⟧。", preset="zh-hant"),
        Invalid(
            "产值由2亿元增长到6亿元，⟦增长3倍⟧。收入由0.5亿元增加为1.6亿元，⟦增加了3.2倍⟧。",
            fixed="产值由2亿元增长到6亿元，增长2倍。收入由0.5亿元增加为1.6亿元，增加了2.2倍。",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for found in ctx.document.numbers.ranges:
            yield from _half_signed(ctx, found)
        for at in occurrences("百分", folded):
            if folded.startswith("百分之", at):
                yield from _half_chinese(ctx, at)
            elif folded[at - 1 : at] == "个" and folded[at - 2 : at - 1] in _PERCENT:
                yield from _percent_points(ctx, at)
        for at in occurrences("倍", folded):
            yield from _growth(ctx, at)
            match = _LESS_BY.search(folded, max(0, at - _LONGEST_LESS), at + 1)
            if match is not None and folded[at + 1 : at + 2] not in _NO_MULTIPLE:
                word = ctx.text[match.start() : at + 1]
                yield ctx.found(
                    Span(match.start(), at + 1),
                    Bilingual(
                        f"“{word}”不通：减少不能用倍数，应写明减少几成或百分之几",
                        f"“{word}” cannot be: nothing becomes smaller by multiples; say the percentage",
                    ),
                )


def _growth(ctx: Context, at: int) -> Iterator[Diagnostic]:
    """What grew: `at` is that of 倍."""
    wrong = wrong_growth(ctx.document.folded, at + 1)
    if wrong is None:
        return
    word = wrong.span.of(ctx.text)
    yield ctx.found(
        wrong.span,
        Bilingual(
            f"“{word}”把原来的一份也算了进去，按前面两个数，应为“{wrong.right}倍”",
            f"“{word}” counts in what there was before; by the two figures it is “{wrong.right}倍”",
        ),
        fix=ctx.fix(
            Bilingual(f"改为“{wrong.right}倍”", f"write “{wrong.right}倍”"),
            [Edit(wrong.times, wrong.right)],
            Applicability.UNSAFE,
        ),
    )


def _half_signed(ctx: Context, found: Range) -> Iterator[Diagnostic]:
    text, (first, last) = ctx.document.folded, found
    sign = text[last.stop : last.stop + 1]
    if sign not in _PERCENT or text[first.stop] in "年%％‰" or last.stop != last.end or first.stop != first.end:
        return
    if text[first.start - 1 : first.start] in ("第", "-", "—") or in_code(ctx.document, first.start, last.stop):
        return
    if not 0 < value_of(text[first.start : first.stop]) < value_of(text[last.start : last.stop]):
        return
    span = Span(first.start, last.stop + 1)
    insert = Edit(Span(first.stop, first.stop), sign)
    right = text[first.start : first.stop] + sign + ctx.text[first.stop : span.end]
    yield _mended(ctx, span, right, insert, Severity.HINT if is_traditional(ctx, span.start) else None)


def _half_chinese(ctx: Context, at: int) -> Iterator[Diagnostic]:
    digits = _DIGITS.match(ctx.text, at + 3)
    if digits is not None:
        span = Span(at, digits.end())
        yield _mended(ctx, span, digits.group() + "%", Edit(span, digits.group() + "%"))
        return
    mixed = _MIXED_POINT.match(ctx.document.folded, at + 3)
    if mixed is None:
        return
    span, tail = Span(at, mixed.end()), Span(*mixed.span(1))
    spoken = "".join(_SPOKEN[int(digit)] for digit in tail.of(ctx.text))
    right = ctx.text[at : tail.start] + spoken
    yield _mended(ctx, span, right, Edit(tail, spoken))


def _percent_points(ctx: Context, at: int) -> Iterator[Diagnostic]:
    """3%个百分点: `at` is that of 百."""
    digits = _DIGITS_BEFORE.search(ctx.text, max(0, at - 12), at - 2)
    if digits is not None and ctx.document.folded.startswith("百分点", at):
        span = Span(digits.start(), at + 3)
        right = digits.group() + ctx.text[at - 1 : span.end]
        yield _mended(ctx, span, right, Edit(Span(at - 2, at - 1), ""))


def _mended(ctx: Context, span: Span, right: str, edit: Edit, severity: Severity | None = None) -> Diagnostic:
    return ctx.found(
        span,
        Bilingual(f"“{span.of(ctx.text)}”应写作“{right}”", f"“{span.of(ctx.text)}” is written “{right}”"),
        severity=severity,
        fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [edit], Applicability.UNSAFE),
    )
