"""typo/de-di-de"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.typo.particle_words import OPEN, PARTICLE_WORDS, WELL
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_STOP = Pattern("[，。；！？、,;!?”’）)\r\n]|$|[了吗呢吧]|的(?:话|关键|时候|原因)|就|与否|多|一些|些")
_SERVED = (
    "群众", "人民", "职工", "企业", "基层", "大局", "社会", "百姓", "广大", "全", "经济", "于", "党", "发展", "地方",
    "乡村", "农", "中心", "国家", "学生", "师生", "老", "居民", "村民",
)  # fmt: skip
_NOUN_AGAIN = Pattern("作用|效果|力[量度]|[性度者]|的|[和与及、，。；]|手段|方式|条件|人(?!民)|此|何|$")


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
    triggers = PARTICLE_WORDS
    VALID = (
        Valid("船坞是技术发挥得好的样板，抓得很紧。"),
        Valid("渔港的土地好不好，当地很清楚。"),
        Valid("认真地抓好，认真的态度，扎实的作风。"),
        Valid("更好的推动作用，更好的服务环境，更好的为人，更好的明天。"),
        Valid("此处是演习进行地，好找。"),
        Valid("因地制宜地更好发挥海岸优势。"),
        Valid("很好地诠释了渔家精神，简要的总结附后，简单地说几句。"),
        Valid("他的成功的背后是苦练，生动的展示，深刻的说明，全面的介绍。"),
    )
    INVALID = (
        Invalid("渔会的作用发挥⟦地⟧好，船工都服气。", fixed="渔会的作用发挥得好，船工都服气。"),
        Invalid("禁渔工作抓⟦地⟧很紧。", fixed="禁渔工作抓得很紧。"),
        Invalid("要认真⟦的⟧抓好码头整治。", fixed="要认真地抓好码头整治。"),
        Invalid(
            "这一年很好⟦的⟧诠释了渔家精神，现简要⟦的⟧总结如下。", fixed="这一年很好地诠释了渔家精神，现简要地总结如下。"
        ),
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
            if folded[start:at] in WELL and word.endswith("了") and ctx.document.script.is_traditional:
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
    return folded.endswith(OPEN, 0, end) or _STOP.match(folded, end) is not None
