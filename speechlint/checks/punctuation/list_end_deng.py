"""punctuation/list-end-deng"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.vocabulary import knows
from speechlint.text.span import Span
from speechlint.text.words import last_of

_BEHIND = (
    "等",
    "。",
    "，",
    "；",
    "方面",
    "工作。",
    "工作，",
    "活动。",
    "活动，",
    "内容。",
    "内容，",
    "措施。",
    "措施，",
)
_ENDS = Literals(
    ("、等", "……等", "等……", "...等", "等...", *(f"{comma}等{behind}" for comma in "，," for behind in _BEHIND))
)
_CLAUSE_MARKS = "，。；：！？,;:!?\r\n"
_ELLIPSES = "….。·"
_BEHIND_DENG = frozenset(("", *"，。；：！？、,;:.!?）)”」』\r\n一二三四五六七八九十几多各0123456789"))
_OF_TITLES = ("法律", "法规", "法規", "文件", "制度", "条例", "规定", "书", "著作", "作品", "节目", "歌")
_HEADS = (
    *("方面", "工作", "活动", "内容", "措施", "问题", "项目", "部门", "单位", "地区", "领域", "环节", "任务", "现象"),
    *(
        "作物",
        "产品",
        "物资",
        "设施",
        "服务",
        "行业",
        "企业",
        "群体",
        "人员",
        "同志",
        "形式",
        "方式",
        "情况",
        "因素",
        "制度",
    ),
)
# A list of so many items with a last one no longer than this is one of words; else each item is a clause of its own.
FEWEST, LONGEST_ITEM, LONGEST_LIST = 3, 8, 200


class ListEndDeng(Rule):
    """A mark between the last item of a list and 等: 稻谷、玉米，等等. Behind a list of whole clauses the comma is
    right and stays; 等 and …… say the same, and one of them is enough.
    """

    id = "punctuation/list-end-deng"
    title = Bilingual("“等”前多了标点", "A mark too many before 等")
    why = Bilingual(
        "用顿号并列的词语后面直接跟“等”或“等等”；“等”与省略号只用一个。",
        "等 follows a list of words directly; 等 and an ellipsis say the same thing.",
    )
    severity = Severity.WARNING
    fixes = Applicability.SAFE
    because = Bilingual(
        "“等”前的标点删去意思不变；删省略号会动到句末，要人看过。",
        "The mark before 等 says nothing; an ellipsis may end the sentence, look at it.",
    )
    norm = "GB/T 15834-2011 B.1.2, 4.11"
    triggers = _ENDS
    VALID = (
        Valid("今年收了稻谷、玉米、大豆等，都已入库。"),
        Valid("粮怎么收，仓怎么管，账怎么记，等等，都要写明。"),
        Valid("仓门不严、账目不清的现象仍然存在，等等。"),
        Valid("写清产地、等级、价钱。"),
        Valid("大家不怕苦、不怕累、等待命令。"),
        Valid("陪老人买菜、看戏、等公车，样样都要耐心。"),
        Valid("清仓、扫场、晒粮，等问题解决了再说。"),
        Valid("学完《仓储法》、等文件下来再说，看《粮站》、等车。"),
        Valid("还有许多……等下次再说。"),
    )
    INVALID = (
        Invalid("今年收了稻谷、玉米、大豆⟦，等等⟧。", fixed="今年收了稻谷、玉米、大豆等等。"),
        Invalid("要做到早收、早晒、早入库⟦,等等⟧。", fixed="要做到早收、早晒、早入库等等。"),
        Invalid("要做好清仓、扫场、晒粮⟦，等⟧工作。", fixed="要做好清仓、扫场、晒粮等工作。"),
        Invalid("要学懂《仓储法》《粮食法》⟦、等⟧法律。", fixed="要学懂《仓储法》《粮食法》等法律。"),
        Invalid("收了稻穀、玉米⟦、等⟧，都已入庫。", fixed="收了稻穀、玉米等，都已入庫。"),
        Invalid("收了稻谷、玉米、大豆⟦……等⟧，都已入库。"),
        Invalid("收了稻谷、玉米、大豆⟦等……⟧"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        for start, end in ctx.places:
            words = text[start:end]
            if words.startswith("等"):
                yield from self._trailing(ctx, start, end)
                continue
            mark = text.index("等", start)
            end = mark + (2 if text.startswith("等等", mark) else 1)
            if not _ends_list(ctx.document.folded, start, mark, end):
                continue
            ellipsis = words[0] in "…."
            yield ctx.found(
                Span(start, end),
                Bilingual(f"“{text[mark:end]}”前不用“{text[start:mark]}”", f"No {text[start:mark]} before 等"),
                fix=ctx.fix(
                    Bilingual(f"删去“{text[start:mark]}”", "Delete the mark"),
                    [Edit(Span(start, mark), "")],
                    Applicability.DISPLAY if ellipsis else Applicability.SAFE,
                ),
            )

    def _trailing(self, ctx: Context, start: int, end: int) -> Iterator[Diagnostic]:
        text = ctx.text
        if text.rfind("、", max(0, start - 2 * LONGEST_ITEM), start) < 0:
            return
        while end < len(text) and text[end] in _ELLIPSES:
            end += 1
        yield ctx.found(
            Span(start, end),
            Bilingual("“等”与省略号只用一个", "等 and an ellipsis say the same; keep one"),
            fix=ctx.fix(
                Bilingual("删去省略号", "Delete the ellipsis"),
                [Edit(Span(start + 1, end), "" if text[end : end + 1] in _CLAUSE_MARKS and end < len(text) else "。")],
                Applicability.DISPLAY,
            ),
        )


def _ends_list(text: str, start: int, deng: int, end: int) -> bool:
    """Whether a list of words stands before the mark at `start`, and 等 behind it is no part of a longer word."""
    mark = text[start]
    first = max(0, start - LONGEST_LIST)
    items = text[max(first, last_of(_CLAUSE_MARKS, text, first, start) + 1) : start].split("、")
    if mark == "、":
        # 等公车 and 等候 are what somebody does: 等 closes a list only before a mark or a word for the whole of it.
        closes = text[end : end + 1] in _BEHIND_DENG or text.startswith(_HEADS, end) or end - deng == 2
        word = any(knows(text[deng : deng + n]) for n in (2, 3)) and end - deng == 1
        if text[start - 1] == "》":
            closes = closes or text.startswith(_OF_TITLES, end)
            items = text[first:start].split("》")[1:]  # 《甲》《乙》
        return closes and not word and len(items) > 1 and items[0] != ""
    if mark in "….":
        return len(items) > 1 and (text[end : end + 1] in _CLAUSE_MARKS or text.startswith("等", end))
    last, before = items[-1], items[-2] if len(items) > 1 else ""
    return len(items) >= FEWEST and len(last) <= min(LONGEST_ITEM, len(before) + 2)
