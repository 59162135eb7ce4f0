"""number/double-approx"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speechlint.document.numbers import in_code
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_ABOUT = ("约", "近", "大概", "差不多", "将近", "大约", "接近")
_ABOVE = ("超过", "超", "逾", "至少", "不少于", "不低于")
_LEAST = ("至少", "不少于", "不低于")
_BELOW = ("不足", "不到")
_AROUND = ("左右", "上下")
_UPWARDS = tuple(f"{unit}以上" for unit in "元人个名户家项")
_WORDS = Literals((*_ABOUT, *_ABOVE, *_BELOW, *_AROUND, *_UPWARDS))
# Longer ones of these stand for themselves; in these words 约, 近 and 超 speak of no number: 节约500万元, 附近300人.
_SAME = {"约": ("大",), "近": ("将", "接")}
_OTHER = {
    "约": "节签合契公条制预违履简集纽解续毁邀盟誓相赴婚隐规要北华特失守爽俭绰和之邮订背应践密商洽",
    "近": "附最靠亲就邻贴相走远逼新临迫晚渐切浅凑挨拉驶",
    "超": "赶反高再中英德西意法商农",
    "逾": "年",
    # 达不到60分, 查找不足30余条.
    "不到": "达找收看想得做见听办等拿用轮赶遇碰买接走回跟签",
    "不足": "题找摆距板和与及、的纠了",
}
_NUMBER = (
    r"(?<number>(?:[0-9０-９,.．]+|[XxＸｘ×*]{1,4})[十百千万亿]*"
    "|百分之[一二三四五六七八九十百零〇两0-9]+|[一二三四五六七八九]?分之[一二三四五六七八九]|半数"
    "|[一二三四五六七八九十百千万亿两零〇数几]+)"
)
_BEHIND = (
    r"(?:(?<more>[多余])(?![少半])"
    r"|(?<unit>[%％‰]|(?!分之)[\p{Han}]{0,3}?)"
    r"(?<around>左右(?![两开为逢手摇邻舍岸侧结对翼倾])|上下(?![游级班左车同一功求联文楼水铺学齐])"
    r"|(?<!规模|[级额学科职])以上(?![所述这各几级是])|(?<!级)以下(?![简几各是])))"
)
_PHRASE = Pattern(rf"(?:[有达为占是共在需]|达到|需要|要有?|应有?|须有?|合计)?{_NUMBER}{_BEHIND}")
# 近十多年来: 近 says which years.
_RECENT = Pattern("[多余]?[年天日周]|[多余]?个月|[多余]?[个]?(?:世纪|季度)")
# What the two sides of something are called, and 上下 of a river or a work.
_SIDES = frozenset("两开为逢手摇邻舍岸侧结对翼倾游级班左车同一功求联文楼水铺学齐贯协配山船客梯床舱货马台场")
_TWICE_BEHIND = Pattern(r"[0-9０-９]+[十百千万亿]*[多余][十百千万亿]?\p{Han}{0,2}$")


class DoubleApprox(Rule):
    """Two words for about the same number, one in front and one behind: 近500多人, 约百人左右, 超过60%以上. Words
    that only hold such a character speak of no number (节约500多万元, 附近300多人), and 近 before years says which
    (近10多年来).
    """

    id = "number/double-approx"
    title = Bilingual("概数词前后重复", "A number said to be about twice")
    why = Bilingual(
        "“近”“约”“超过”和“多”“余”“左右”“以上”都表示概数，一个数只用一个；前后各用一个，意思重复甚至矛盾。",
        "One word is enough to say that a number is rough; two repeat or contradict each other.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("去掉哪一个，要看原来的数。", "Which of the two goes depends on the number meant.")
    triggers = _WORDS
    VALID = (
        Valid("约300人参加，近500名渔民上岸，100余艘船回港。"),
        Valid("节约500多万元，签约300余个项目，预约1000多人次。"),
        Valid("附近300多人、最近20多天，都在修堤。"),
        Valid("近10多年来，江豚又回来了；近三十余年间，渔港搬了三次。"),
        Valid("船行约500米，左右两岸是芦苇；约5公里左右两侧是堤。"),
        Valid("超额完成100多万吨，接近尾声的300多个项目验收。"),
        Valid("近年来，约谈20余人；远近500多户都来了。"),
        Valid("商超200余家，查找不足30余条，达不到60分以上的补考，300多人上下船。"),
        Valid("超过500家规模以上企业，超60家二级以上医院，北约10多个国家。"),
        Valid("不少于10个规模以上企业，100元以上、300人以上均可，不低于二级以上医院的标准。"),
        Valid("節約500多萬元，簽約300餘項。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("现场来了⟦近500多⟧人。", fixed="现场来了近500人。"),
        Invalid("堤上有⟦约百人左右⟧。", fixed="堤上有约百人。"),
        Invalid("船员⟦不少于50多⟧名。", fixed="船员不少于50名。"),
        Invalid("⟦超过60%以上⟧的船有定位。", fixed="超过60%的船有定位。"),
        Invalid("参加的⟦大概有XX多⟧位。", fixed="参加的大概有XX位。"),
        Invalid("库存⟦不足300余⟧吨。", fixed="库存不足300吨。"),
        Invalid("⟦至少5人以上⟧才能开船。", fixed="至少5人才能开船。"),
        Invalid("堤長⟦約300餘⟧米。", fixed="堤長約300米。", preset="zh-hant"),
        Invalid("网箱⟦不少于10个以上⟧，投入达到⟦100多万元以上⟧。", fixed="网箱不少于10个，投入达到100多万元。"),
        Invalid("用时⟦大约两个小时左右⟧。", fixed="用时大约两个小时。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for start, end in ctx.places:
            front = folded[start:end]
            if front in _UPWARDS:
                yield from _twice_behind(ctx, end - 2, end)
                continue
            if front in _AROUND:
                yield from _twice_behind(ctx, start, end)
                continue
            match = _PHRASE.match(folded, end, end + 40)
            if match is None or _is_other_word(folded, start, front):
                continue
            back = _clash(folded, front, match)
            if back is None or in_code(ctx.document, *match.span("number")):
                continue
            yield _found(ctx, Span(start, back.end), Span(start, end), back)


def _found(ctx: Context, span: Span, front: Span, back: Span) -> Diagnostic:
    first, last = front.of(ctx.text), back.of(ctx.text)
    return ctx.found(
        span,
        Bilingual(
            f"“{first}”和“{last}”重复限定同一个数，只留一个",
            f"“{first}” and “{last}” both qualify the same number; keep one",
        ),
        fix=ctx.fix(Bilingual(f"删去“{last}”", f"delete “{last}”"), [Edit(back, "")], Applicability.UNSAFE),
    )


def _twice_behind(ctx: Context, start: int, end: int) -> Iterator[Diagnostic]:
    """200多人左右, 100多万元以上."""
    folded = ctx.document.folded
    match = _TWICE_BEHIND.search(folded, max(0, start - 12), start)
    if match is None or folded[end : end + 1] in _SIDES or in_code(ctx.document, *match.span()):
        return
    more = next(at for at in range(match.start(), start) if folded[at] in "多余")
    yield _found(ctx, Span(match.start(), end), Span(more, more + 1), Span(start, end))


def _is_other_word(folded: str, start: int, front: str) -> bool:
    """Whether the character belongs to another word, or to a longer one of the same meaning."""
    before = folded[start - 1 : start]
    return bool(before) and (before in _OTHER.get(front, "") or before in _SAME.get(front, ()))


def _clash(folded: str, front: str, match: Any) -> Span | None:
    """The words behind the number that say again what `front` says."""
    if front == "近" and _RECENT.match(folded, match.end("number")) is not None:
        return None
    group = match.lastgroup
    word = match[group]
    if front in _ABOVE and word in ("左右", "上下", "以下"):
        return None
    if front in _LEAST and group != "around" and (group != "more" or front == "至少"):
        return None  # 至少30多人 is said, 不少于30多人 is not
    if front in _BELOW and word == "以下":
        return None
    return Span(*match.span(group))
