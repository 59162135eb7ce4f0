"""typo/de-di-de"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Verbs that no ground is named by, as 建设用地 and 举办地 are.
_VERBS = (
    "发挥", "贯彻", "落实", "执行", "开展", "完成", "掌握", "解决", "推进", "表现", "考虑", "部署", "运用", "体现",
    "坚持", "进展", "配合", "协调", "理解", "领会", "做", "抓", "搞", "说", "讲", "写",
)  # fmt: skip
_COMPLEMENTS = (
    "好", "更好", "很好", "较好", "更加好", "最好", "不好", "不够", "还不够", "不错", "很扎实", "更扎实", "很到位",
    "不到位", "很充分", "不充分", "很明显", "很出色", "很成功", "很圆满", "很顺利", "很及时", "比较好", "非常好",
    "十分到位", "非常到位", "比较到位", "淋漓尽致", "恰到好处", "有声有色", "井井有条", "很快", "更快", "很慢",
    "很清楚", "不清楚", "很紧", "不紧", "很实", "不实", "很细", "不细", "怎么样", "如何",
)  # fmt: skip
# Behind these more has to come: 开展地不算太顺利.
_OPEN = ("不是很", "不是太", "不是特别", "不是十分", "不是非常", "还不是很", "不算", "越来越", "并不", "还不")
_STOP = Pattern("[，。；！？、,;!?”’）)\r\n]|$|[了吗呢吧]|的(?:话|关键|时候|原因)|就|与否|多|一些|些")
# Adverbs and the verbs behind them that cannot be nouns: 认真的抓好, 切实的做到.
_ADVERBS = (
    "切实", "认真", "努力", "扎实", "有力", "有效", "极大", "大大", "深刻", "显著", "不断", "进一步", "大力", "着力",
    "全力", "积极", "深入", "严格", "坚决", "充分", "逐步",
)  # fmt: skip
_DONE = (
    "抓好", "做好", "搞好", "办好", "干好", "管好", "用好", "做到", "抓实", "做实", "落实好", "完成好", "发挥好",
    "推动了", "推进了", "加强了", "提高了", "促进了", "增强了", "改善了", "开展了", "完成了", "落实了",
)  # fmt: skip
# 更好的 before a verb with its object, and what makes a noun of it again: 更好的推动作用.
_BETTER = (
    "发挥", "履行", "适应", "满足", "完成", "贯彻", "团结", "凝聚", "带领", "推动", "推进", "促进", "服务", "为",
)  # fmt: skip
_SERVED = (
    "群众", "人民", "职工", "企业", "基层", "大局", "社会", "百姓", "广大", "全", "经济", "于", "党", "发展", "地方",
    "乡村", "农", "中心", "国家", "学生", "师生", "老", "居民", "村民",
)  # fmt: skip
_NOUN_AGAIN = Pattern("作用|效果|力[量度]|[性度者]|的|[和与及、，。；]|手段|方式|条件|人(?!民)|此|何|$")
_WORDS = Literals(
    lambda: (
        *(f"{verb}地{complement}" for verb in _VERBS for complement in _COMPLEMENTS + _OPEN),
        *(f"{adverb}的{done}" for adverb in _ADVERBS for done in _DONE),
        *(f"更好的{verb}" for verb in _BETTER),
    )
)


class DeDiDe(Rule):
    """地 before a complement (贯彻地好, 抓地很紧), and 的 behind an adverb (认真的抓好, 更好的服务群众).

    Only such words are looked at as can be nothing else: 更好的推动作用 has a noun, 建设用地不够 has a ground.
    """

    id = "typo/de-di-de"
    title = Bilingual("“的”“地”“得”用错", "的, 地 and 得 confused")
    why = Bilingual(
        "状语后用“地”，补语前用“得”：认真地抓、抓得好。",
        "地 follows an adverb, 得 stands before a complement.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual("按前后的词推断成分。", "The part of the sentence is inferred from the words beside it.")
    norm = "现代汉语词典（第7版）“的”“地”“得”"
    triggers = _WORDS
    VALID = (
        Valid("船坞是技术发挥得好的样板，抓得很紧。"),
        Valid("渔港的土地好不好，当地很清楚。"),
        Valid("认真地抓好，认真的态度，扎实的作风。"),
        Valid("更好的推动作用，更好的服务环境，更好的为人，更好的明天。"),
        Valid("此处是演习进行地，好找。"),
        Valid("因地制宜地更好发挥海岸优势。"),
    )
    INVALID = (
        Invalid("渔会的作用发挥⟦地⟧好，船工都服气。", fixed="渔会的作用发挥得好，船工都服气。"),
        Invalid("禁渔工作抓⟦地⟧很紧。", fixed="禁渔工作抓得很紧。"),
        Invalid("要认真⟦的⟧抓好码头整治。", fixed="要认真地抓好码头整治。"),
        Invalid("要更好⟦的⟧服务群众，守好渔港。", fixed="要更好地服务群众，守好渔港。"),
        Invalid("漁會作用發揮⟦地⟧更好，船工更服氣。", fixed="漁會作用發揮得更好，船工更服氣。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text, folded = ctx.text, ctx.document.folded
        last = -1
        for start, end in sorted(ctx.places, key=lambda place: (place[0], -place[1])):
            word = folded[start:end]
            at = start + (word.index("地") if "地" in word else word.index("的"))
            if at == last or not _is_wrong(folded, at, end):
                continue
            last, right = at, "得" if folded[at] == "地" else "地"
            yield ctx.found(
                Span(at, at + 1),
                Bilingual(
                    f"“{text[start:end]}”中的“{text[at]}”应为“{right}”",
                    f"“{text[at]}” in “{text[start:end]}” should be “{right}”",
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(Span(at, at + 1), right)],
                    Applicability.UNSAFE,
                ),
            )


def _is_wrong(folded: str, at: int, end: int) -> bool:
    if folded.endswith("更好的", 0, at + 1):
        if folded.startswith("服务", at + 1):
            return folded.startswith(_SERVED, end)
        return folded.startswith("发挥作用", at + 1) or _NOUN_AGAIN.match(folded, end, end + 2) is None
    if folded[at] == "的":
        return True
    return folded.endswith(_OPEN, 0, end) or _STOP.match(folded, end) is not None
