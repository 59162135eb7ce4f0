"""number/redundant-since"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# What stands there, and what should.
_RIGHT = {"以来至今": "以来", "至今为止": "至今", "开始以来": "以来", "起以来": "以来"}
_WORDS = Literals(tuple(_RIGHT))
# 春运开始以来 and 调查开始以来 tell what began; a date or a deed such as 建站 is a beginning already.
_BEGUN = Pattern(
    "(?:自从?|从)(?:.{0,12}(?:[0-9一二三四五六七八九十](?:[年月日]|月份)|年[初底]|去年|今年|前年)"
    "|.{0,8}(?:建[会站校厂市县国党馆场库院队]|成立|创办|创建|开业|投产|实施|启动|推行|组建|上任|任职"
    "|入职|参加工作|改革开放))$"
)
_CLAUSE = 24
# 以来至今年 is another word; 为止住 too.
_GOES_ON = ("住", "年", "天", "日", "晨", "春", "夏", "秋", "冬", "后", "宵", "夜")


class RedundantSince(Rule):
    """Since and until now said twice: 自2019年以来至今, 从建站开始以来, 至今为止. 自…开始实施以来 names what began."""

    id = "number/redundant-since"
    title = Bilingual("起讫时间说了两遍", "Since or until now said twice")
    why = Bilingual(
        "“以来”已含“至今”，“自”“从”已含“开始”“起”；“至今”就是到现在为止。",
        "以来 means until now, 自 means beginning from; each is said once.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("删去的是同义的重复。", "Only a repetition goes.")
    triggers = _WORDS
    VALID = (
        Valid("2019年以来，迄今为止，自开工以来，至今未停。"),
        Valid("自新条例开始实施以来，渔民踊跃登记。"),
        Valid("自2019年起，以来信来访为线索。"),
        Valid("自春运开始以来，客流上升；自通航以来至今年一月，过闸千艘。"),
        Valid("一切开始以来访登记为准。"),
        Valid("2019年至今，為止住漏水，換了閘門。", preset="zh-hant"),
    )
    INVALID = (
        Invalid("自2019年⟦以来至今⟧，河湖长制见效。", fixed="自2019年以来，河湖长制见效。"),
        Invalid("从建站⟦开始以来⟧，没有断过水。", fixed="从建站以来，没有断过水。"),
        Invalid("⟦至今为止⟧，八个村通了航。", fixed="至今，八个村通了航。"),
        Invalid("自去年八月⟦起以來⟧，閘門按時啟閉。", fixed="自去年八月以來，閘門按時啟閉。", preset="zh-hant"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        folded = ctx.document.folded
        for start, end in ctx.places:
            word = folded[start:end]
            if not _is_said_twice(folded, start, end, word):
                continue
            right = ctx.text[end - 2 : end] if word.endswith("以来") else ctx.text[start : start + 2]
            yield ctx.found(
                Span(start, end),
                Bilingual(
                    f"“{ctx.text[start:end]}”重复，应为“{right}”", f"“{ctx.text[start:end]}” says it twice: “{right}”"
                ),
                fix=ctx.fix(
                    Bilingual(f"改为“{right}”", f"write “{right}”"),
                    [Edit(Span(start, end), right)],
                    Applicability.SAFE,
                ),
            )


def _is_said_twice(folded: str, start: int, end: int, word: str) -> bool:
    if not word.endswith("以来"):
        return folded[end : end + 1] not in _GOES_ON
    begin = max(folded.rfind(mark, max(0, start - _CLAUSE), start) for mark in "，。；：！\n")
    since = _BEGUN.search(folded, max(begin + 1, start - _CLAUSE), start)
    return since is not None and folded[end : end + 1] in ("，", "、", ",", "的", "我", "全")
