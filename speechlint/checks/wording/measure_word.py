"""wording/measure-word"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.document.script import as_written
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.wordings import MEASURES
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Only adjectives: in 一个部门的成绩单 the measure word belongs to the noun inside.
_ADJECTIVES = (
    "(?:人民|群众|职工|大家|让[^，。；！？]{1,8})?满意|出彩|优异|亮丽|漂亮|合格|完整|亮眼|厚重|温暖|[百千]年|参天|崭新|优秀|精彩|美丽|壮丽|详细|简短|破旧"
    "|古老|巨大|沉甸甸|大型|中型|小型|重型|新型|先进|普通|珍贵|精美|鲜红|鲜艳|高质量|高水平|高分|满分|长长|高高|厚厚|催人奋进|振奋人心"
    "|(?:很|更|最|非常|十分|较)?[新大小老旧厚长短好高]"
)
_NUMBER = "[一二三四五六七八九十百千万亿两几数每0-9０-９]"
_BEFORE = Pattern(rf"({_NUMBER})([{HAN}])(?:(?:{_ADJECTIVES})的?)?$")
LONGEST_BEFORE = 16  # code points
# 三个汽车、轮胎项目: the measure word may be that of what comes later.
_LISTED = frozenset("、（(“《-—·/")


class MeasureWord(Rule):
    """A measure word that the noun does not take: 一个成绩单, 一颗大树, 三位嫌疑人.

    Only where the noun ends its clause and nothing but adjectives stand before it: in 一个部门的成绩单 and 三个汽车项目
    the measure word belongs to another noun.
    """

    id = "wording/measure-word"
    title = Bilingual("量词与名词不搭配", "A measure word that the noun does not take")
    why = Bilingual(
        "书面语里一种事物用一定的量词：一份成绩单、一棵树、一名嫌疑人。",
        "In writing, nouns take measure words of their own.",
    )
    severity = Severity.HINT
    fixes = Applicability.UNSAFE
    because = Bilingual("错的也可能是后面的名词。", "The noun may be wrong instead.")
    norm = "现代汉语词典（第7版）“名词量词配合表”"
    triggers = MEASURES.words
    VALID = (
        Valid("交出一份满意的成绩单，写好一篇文章。"),
        Valid("这是一个部门的成绩单，也是三个汽车项目、两个公路标段的账本。"),
        Valid("牧场建了一个文件夹，一个电影节，两个飞机场。"),
        Valid("栽下一棵大树，种下一颗种子，心里有一颗红心。"),
        Valid("抓获两名嫌疑人，来了三位牧民，一支队伍上了山。"),
        Valid("一个公路、铁路并行的口岸。"),
        Valid("交出一份滿意的成績單，栽下一棵大樹。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("牧区交出了⟦一个亮眼的成绩单⟧，大家都高兴。", fixed="牧区交出了一份亮眼的成绩单，大家都高兴。"),
        Invalid("门前有⟦一颗大树⟧。", fixed="门前有一棵大树。"),
        Invalid("派出所抓获⟦三位犯罪嫌疑人⟧。", fixed="派出所抓获三名犯罪嫌疑人。"),
        Invalid("展开⟦一副美丽的画卷⟧！", fixed="展开一幅美丽的画卷！"),
        Invalid("门口贴着⟦一幅对联⟧，院里停着⟦5个汽车⟧。", fixed="门口贴着一副对联，院里停着5辆汽车。"),
        Invalid(
            "牧區有⟦一隻志願服務隊⟧，送來⟦兩個書籍⟧。",
            fixed="牧區有一支志願服務隊，送來兩本書籍。",
            preset="zh-hant",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded, last = ctx.document.folded, 0
        for start, end in sorted(ctx.places, key=lambda place: (place[0], -place[1])):
            behind = folded[end : end + 1]
            if start < last or is_han(behind) or behind.isalnum() or behind in _LISTED:
                continue
            entry = MEASURES.entry(folded[start:end])
            if entry is None:
                continue
            match = _BEFORE.search(folded, max(0, start - LONGEST_BEFORE), start)
            if match is None or match[2] not in entry.note.split() or not entry.where.fits(folded, start, end):
                continue
            last = end
            measure = Span(*match.span(2))
            wrong, right = measure.of(ctx.text), as_written(ctx.text, measure, entry.rights)[0]
            noun, number = ctx.text[start:end], match[1]
            yield ctx.found(
                Span(match.start(), end),
                Bilingual(
                    f"“{noun}”不用量词“{wrong}”，应为“{number}{right}”",
                    f"“{noun}” does not take “{wrong}”; write “{number}{right}”",
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{number}{right}”", f"write “{number}{right}”"),
                    [Edit(measure, right)],
                    Applicability.UNSAFE,
                ),
            )
