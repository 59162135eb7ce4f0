"""number/separator-style"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.numbers import Number, in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Plain words that want a number behind them, and units: both must stand there for 1，200 to be one number.
_WANTS_NUMBER = Pattern("(?:共|共计|合计|总计|新增|投资|投入|资金|累计|惠及|达|达到|突破)\\p{Han}{0,3}$")
_GROUP = Pattern(
    "(?:，[0-9]{3}(?![0-9]))+(?=[.．][0-9]|余|多|[人户名个元亩吨台辆件公千米平只头尾艘斤立套家份]|万[元人亩吨]|亿)"
)
_UNIT = Pattern(r"余|多|[人户名个元亩吨台辆件公千平只头尾艘斤套家万亿％%]")
_WHOLE = Pattern("[0-9０-９]+")
_FEWEST_DIGITS = 4


class SeparatorStyle(Rule):
    """Numbers with and without separators in one text, 1,200 beside 3400, and a full-width comma inside a number."""

    id = "number/separator-style"
    title = Bilingual("数字分节写法不统一", "Digits grouped in more than one way")
    why = Bilingual(
        "四位以上的数可以用半角千分撇或不分节，一篇之内统一（GB/T 15835-2011 第5.1.1条）；全角逗号会把一个数断成两个。",
        "Digits may be grouped by a half-width comma or not at all, one way in a text; a full-width comma cuts it.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "千分撇加减不改数值；全角逗号可能真是停顿，要人看过。",
        "A separator changes no value; a full-width comma may truly be one and should be looked at.",
    )
    norm = "GB/T 15835-2011, 5.1.1"
    VALID = (
        Valid("网具费1,286.50元，饵料费320.00元，油料费845.25元，修船费96.00元。"),
        Valid("全长1200米，宽3400毫米，2024年投资5600元。"),
        Valid("资金1,200元、3,400元、12,345元。"),
        Valid("排名第1，300人参加；2023年5月，200名船员受训。"),
        Valid("坐标为（120，300），抽签号为1，200，300。"),
        Valid("合格率为98，200户达标。"),
    )
    INVALID = (
        Invalid("新增⟦1，200⟧人，签了责任书⟦1，038⟧份，收会费⟦12，345，678⟧元。"),
        Invalid("鱼苗⟦1,200⟧尾，网箱3400个，渔船5600艘。", fixed="鱼苗1200尾，网箱3400个，渔船5600艘。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        grouped: list[Number] = []
        bare = [0, 0]
        for start, end, stop in ctx.document.numbers.every:
            if end - start < _FEWEST_DIGITS:
                if text[end : end + 1] == "，" and text[end + 1 : end + 2].isdecimal():
                    yield from _cut_by_comma(ctx, Number(start, end, stop))
            elif "," in text[start:end]:
                grouped.append(Number(start, end, stop))
            elif _UNIT.match(text, end) is not None:
                whole = _WHOLE.match(text, start).end() - start  # 320.00 has no place for a separator
                if whole >= _FEWEST_DIGITS:
                    bare[whole > _FEWEST_DIGITS] += 1
        for number in grouped:
            # Four digits are often left together where longer numbers are grouped.
            short = len(text[number.start : number.end].partition(".")[0]) <= _FEWEST_DIGITS + 1
            alike = sum(bare) if short else bare[1]
            if alike > len(grouped) and not in_code(ctx.document, *number.span):
                yield _ungrouped(ctx, number)


def _cut_by_comma(ctx: Context, number: Number) -> Iterator[Diagnostic]:
    match = _GROUP.match(ctx.document.folded, number.end)
    if match is None:
        return
    words = match.group()
    # 038 is no number, and of three groups nobody makes a list: then no word before has to ask for a number.
    certain = words[1] == "0" or words.count("，") > 1
    before = ctx.document.folded[max(0, number.start - 5) : number.start]
    if not certain and _WANTS_NUMBER.search(before) is None:
        return
    if certain and (not before[-1:] or before[-1] in "第（(，、,：:" or before[-1].isdigit()):
        return
    span = Span(number.start, match.end())
    word = span.of(ctx.text)
    right = word.replace("，", "")
    yield ctx.found(
        span,
        Bilingual(
            f"“{word}”若是一个数，应为“{right}”，数中不用全角逗号", f"if “{word}” is one number, write “{right}”"
        ),
        fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(span, right)], Applicability.UNSAFE),
    )


def _ungrouped(ctx: Context, number: Number) -> Diagnostic:
    span = Span(number.start, number.end)
    word = span.of(ctx.text)
    right = word.replace(",", "")
    return ctx.found(
        span,
        Bilingual(f"文中多数数字不分节，“{word}”宜写作“{right}”", f"most numbers here have no separator: “{right}”"),
        severity=Severity.HINT,
        fix=ctx.fix(
            Bilingual(f"改为“{right}”", f"write “{right}”"),
            [Edit(Span(at, at + 1), "") for at in range(span.start, span.end) if ctx.text[at] == ","],
            Applicability.SAFE,
        ),
    )
