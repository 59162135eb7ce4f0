"""number/unit-mix"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.number.house import is_traditional
from speechlint.document.numbers import Number, in_code, plain, value_of
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# 千 and 百 that begin a unit or a name and multiply nothing: 15千米, 220千伏, 2024百强.
_OF_A_NAME = Pattern(
    "千(?:米|克|瓦|伏|卡|帕|赫|焦|字节|比特|兆|吨|升|乏|电子|居里|里|秋|家|禧|古|纸|帆|载|分|周|岛|斤"
    "|牛|户企|村万|企万|人计划|亿级?斤|万工程)"
    "|百(?:分|帕|强|佳|姓|货|合|里|科|威|度|年|日|家|团|老汇|企|名榜|村|校|县|业|事|花|草|草园|炼|家争|优|万庄)"
    "|十(?:大|佳|强|周|项|条|堰|分|字|年|五|四|三|二|一|六|七|八|九|月|日|里|届)"
)
# The speed of computers is measured in 百亿亿次 and 千万亿次.
_COMPUTED = ("亿亿", "万亿")
_ONES = frozenset("一二三四五六七八九")
_MORE_CHINESE = Pattern("[一二三四五六七八九][百千万十]+[一二三四五六七八九十百千]*")


class UnitMix(Rule):
    """Arabic digits with a Chinese numeral other than 万 and 亿: 3千元, 2百万元, 3万五千人. Units such as 千米, 千瓦
    and 百帕 are none, nor are names such as 百强. 10亿零817万5288人 is the standard's own way of writing a number that
    is exact. Reports speak of 9千亿 as a stage that was reached: a hint. In Taiwan 5千元 is common;
    traditional texts are left alone.
    """

    id = "number/unit-mix"
    title = Bilingual("阿拉伯数字和汉字数词混用", "Arabic digits with Chinese numerals")
    why = Bilingual(
        "阿拉伯数字后面只能用“万”“亿”作单位；“3千”“2百万”应写作“3000”“200万”（GB/T 15835-2011 第5.3条）。",
        "Behind Arabic digits only 万 and 亿 may stand: 3000 and 200万, not 3千 and 2百万.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("数值不变，写法要人看过。", "The value is the same; the wording should be looked at.")
    norm = "GB/T 15835-2011, 5.3"
    VALID = (
        Valid("3.45亿元、1200万人、5万余亩、1.2万亿元。"),
        Valid("线路220千伏，全长15千米，重50千克，装机3000千瓦，带宽10千兆。"),
        Valid("入围2024百强渔港，评出2023十大渔村，提高3百分点。"),
        Valid("人口为14亿1178万人，1982年为10亿零817万5288人。"),
        Valid("2万5千里长征，算力达每秒180百亿亿次。"),
        Valid("三千元、两百万元、五十万三千人。"),
        Valid("新臺幣5千元以下罰鍰，3百萬元以上。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("每户补助⟦3千⟧元。", fixed="每户补助3000元。"),
        Invalid("投资⟦2百万⟧元，贷款⟦5千万⟧元。", fixed="投资200万元，贷款5000万元。"),
        Invalid("五十万⟦3千⟧人，到账⟦1.5千⟧元。", fixed="五十万3000人，到账1500元。"),
        Invalid("受益⟦3万五千⟧人。"),
        Invalid("修路⟦2万5千⟧公里。", fixed="修路2.5万公里。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for number in ctx.document.numbers.scaled:
            _, end, stop = number
            if folded[end] in "万亿" and folded[stop : stop + 1] not in _ONES:
                continue
            scale, span = folded[end:stop], number.span
            if scale[-2:] in _COMPUTED:
                continue
            if scale[0] in "万亿":
                more = _MORE_CHINESE.match(folded, number.stop)
                if more is None or more.end() - more.start() < 2:
                    continue
                span = Span(number.start, more.end())
            elif _is_name(folded, number, scale):
                continue
            elif folded[number.start - 1 : number.start] in ("万", "亿"):
                start = _start_of(folded, number.start - 1)
                span = Span(start, number.stop) if start < number.start - 1 else span
            if not is_traditional(ctx, number.start) and not in_code(ctx.document, number.start, number.end):
                stage = scale in ("百亿", "千亿")
                right = _rewritten(folded, number) if span == number.span else _added_up(folded, span, number)
                yield _found(ctx, span, right, Severity.HINT if stage else Severity.WARNING)


def _start_of(folded: str, end: int) -> int:
    """Where the number begins whose 万 stands at `end`: 2万5千."""
    start = end
    while start and folded[start - 1] in "0123456789.０１２３４５６７８９．":
        start -= 1
    return start


def _is_name(folded: str, number: Number, scale: str) -> bool:
    """Whether 百, 千 or 十 belongs to a unit or a name; after a year or an ordinal it multiplies nothing."""
    if folded[number.start - 1 : number.start] in ("第", "—") or scale[0] == "十":
        return True
    long = number.end - number.start >= 4 or folded.startswith("里长征", number.stop)
    return long or _OF_A_NAME.match(folded, number.end) is not None


def _rewritten(folded: str, number: Number) -> str:
    """The number in digits, with 万 or 亿 where that is shorter."""
    words = folded[number.start : number.stop]
    unit = next((unit for unit in "亿万" if unit in words), "")
    return plain(value_of(words.replace(unit, "", 1))) + unit


def _added_up(folded: str, span: Span, number: Number) -> str:
    """28万5千 as 28.5万; "" for any other mixture."""
    whole = folded[span.start : number.start]
    if span.end == number.stop and whole[-1:] == "万" and whole[:-1].isdecimal() and number.end - number.start == 1:
        return plain(value_of(whole[:-1]) + value_of(folded[number.start : number.stop]) / 10_000) + "万"
    return ""


def _found(ctx: Context, span: Span, right: str, severity: Severity) -> Diagnostic:
    word = span.of(ctx.text)
    if not right:
        return ctx.found(
            span,
            Bilingual(
                f"“{word}”混用了阿拉伯数字和汉字数字，应统一写法", f"“{word}” mixes Arabic digits and Chinese numerals"
            ),
            severity=severity,
        )
    # The sign is the draft's own: 萬 in a traditional text.
    if ctx.text[span.end - 1] in "萬億":
        right = right[:-1] + ctx.text[span.end - 1]
    return ctx.found(
        span,
        Bilingual(f"“{word}”混用了阿拉伯数字和汉字数词，应为“{right}”", f"“{word}” should be “{right}”"),
        severity=severity,
        fix=ctx.fix(Bilingual(f"改为“{right}”", f"write “{right}”"), [Edit(span, right)], Applicability.UNSAFE),
    )
