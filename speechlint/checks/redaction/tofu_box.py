"""redaction/tofu-box"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_BOXES = Literals(("口口",), both_scripts=False)
# Words that end in 口 and words that begin with it: 出口|口岸, 人口|口径.
_ENDS = frozenset(
    "出进港人窗门路关海河井袋胃户家缺伤渡山领袖裤切接端借改开住张闭裂刀风虎活糊茬岔隘藉心進門關戶傷領褲開張閉風牲对對随隨顺順豁道巷村众眾亲親松鬆"
)
_BEGINS = frozenset(
    "岸罩径徑述碑味令语語吻粮糧腔才诛誅信头頭哨供技角号號红紅感相声聲服形径径袋干子吃水実实實岁歲罩舌齿齒琴技诀訣音"
)
_BESIDE = Pattern(rf"[{HAN}“《（，。、]")
LONGEST = 12


class TofuBox(Rule):
    """A font or a filter turned characters into empty boxes, and a reader of images turned the boxes into 口口."""

    id = "redaction/tofu-box"
    title = Bilingual("方框被认成“口口”", "Empty boxes read as 口口")
    why = Bilingual(
        "原文的字变成了方框，识别或转录时又写成“口口”，那里的字须查原稿补上。",
        "Characters became boxes, and the boxes were read as 口口; the characters have to be restored.",
    )
    severity = Severity.ERROR
    presets = {"template": None}
    triggers = _BOXES
    VALID = (
        Valid("扩大出口口岸开放，统一人口口径。"),
        Valid("渔民口口相传，口口声声说要守规矩。"),
        Valid("进口口罩已到港，窗口口碑持续向好。"),
        Valid("家家户户、口口人人都登记在册。"),
    )
    INVALID = (
        Invalid("会议由⟦口口口⟧同志主持。"),
        Invalid("日前，⟦口口⟧市召开防汛会议。"),
        Invalid("二〇二五年，《⟦口口⟧办法》印发执行。"),
        Invalid("請⟦口口⟧書記講話。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        end_of_last = 0
        for start, end in ctx.places:
            if start < end_of_last:
                continue
            while text[end : end + 1] == "口" and end - start < LONGEST:
                end += 1
            end_of_last = end
            if not _stands_for_words(text, start, end):
                continue
            words = text[start:end]
            yield ctx.found(
                Span(start, end),
                Bilingual(f"“{words}”像是变成方框的字，应查原稿补上", f"“{words}” looks like boxes in place of words"),
            )


_SLOT = Pattern(
    "市|县|縣|区|區|省|镇|鎮|乡|鄉|村|同志|书记|書記|主席|主任|局长|局長|部长|部長|单位|單位|年|月|日|》|”|办法|辦法|集团|集團|公司"
)


def _stands_for_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _ENDS or after in _BEGINS:
        return False
    return end - start > 2 or _SLOT.match(text, end) is not None
