"""typo/unknown-register"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Option, Rule, Valid
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_HAN = Pattern("[\u4e00-\u9fff]")


class UnknownRegister(Rule):
    """A long draft that is no official prose: stories, chat, verse, classical Chinese, Japanese.

    The rules that infer a wrong character from its neighbours would see one everywhere, so they are switched off for
    the draft. This says so, once, where the draft is long enough for somebody to rely on them.
    """

    id = "typo/unknown-register"
    title = Bilingual("文体不明，未作错别字推断", "Not official prose: no wrong characters were inferred")
    why = Bilingual(
        "错别字推断依据公文用语的统计；小说、聊天、诗词、文言和日文不在其中，处处都像有错，所以整篇不查。",
        "Wrong characters are inferred from counts of official prose; in other registers every place looks wrong, so "
        "the search is switched off for the draft.",
    )
    severity = Severity.HINT
    presets = {"zh-hant": None}
    whole = True
    options = {
        "shortest": Option(
            20_000,
            Bilingual("至少多少字才提示", "how many code points a draft must have for this to be said"),
        ),
    }
    VALID = (
        Valid("你在干嘛呀，晚上一起吃火锅不？"),
        Valid("各单位要进一步解放思想，坚持改革开放，推动高质量发展。" * 3, options={"shortest": 60}),
        Valid("There is nothing to infer in English prose. " * 3, options={"shortest": 60}),
    )
    INVALID = (
        Invalid(
            "⟦猫⟧蹲在灶台上舔爪子，老太太骂它馋。她推开窗，雨丝扑脸，狗缩在檐下打呼噜，灶膛里的火苗噼啪作响。"
            "少年攥紧生锈的鱼叉，一声不吭，盯着那片黑沉沉的浪。",
            options={"shortest": 60},
        ),
        Invalid(
            "⟦哈⟧哈哈你别逗我，我正喝奶茶呢，差点喷屏幕上，对了那个快递我给你撂门口了，记得拿哦亲，晚上撸串去不？"
            "老王家那猫又溜出来啦，蹲咱门口喵喵叫，喂它半根火腿肠它还嫌弃，扭头就跑，笑死。",
            options={"shortest": 60},
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        first = _HAN.search(ctx.text) if len(ctx.text) >= ctx.options["shortest"] else None
        if first is not None and ctx.document.unlikely.strange:
            yield ctx.found(
                Span(first.start(), first.end()),
                Bilingual(
                    "本文不像公文，已关闭错别字推断（词表、成语等规则照常）",
                    "this is no official prose: wrong characters are not inferred here; tables of words still apply",
                ),
            )
