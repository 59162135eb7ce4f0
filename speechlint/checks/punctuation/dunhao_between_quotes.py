"""punctuation/dunhao-between-quotes"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.checks.punctuation.mark_names import NAMES
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.span import Span

_JOINTS = Literals(("”、“", "’、‘", "》、《", "」、「"), both_scripts=False)
_OPENER = {"”": "“", "’": "‘", "》": "《", "」": "「"}
LONGEST_ITEM = 60  # code points


class DunhaoBetweenQuotes(Rule):
    """The mark 、 between two items of a list that stand in quotation marks or title marks. A list that has other items
    too, or words in brackets behind one, keeps it everywhere.
    """

    id = "punctuation/dunhao-between-quotes"
    title = Bilingual("引号、书名号并列之间用了顿号", "、 between items in quotation or title marks")
    why = Bilingual(
        "标有引号或书名号的并列成分之间通常不用顿号；许多单位仍按旧习惯用，全文一致即可。",
        "Between items that have marks of their own the standard wants none; many offices still write it.",
    )
    severity = Severity.HINT
    on = False
    presets = {"zh-hant": None}
    fixes = Applicability.SAFE
    because = Bilingual("引号和书名号已经把并列各项隔开。", "The marks part the items already.")
    norm = "GB/T 15834-2011 4.5.3.5"
    triggers = _JOINTS
    VALID = (
        Valid("开展“早收”“早晒”“早储”活动。"),
        Valid("学习《入库须知》（修订）、《出库须知》。"),
        Valid("评出“红旗仓”、“红旗组”、先进个人各一。"),
        Valid("有标兵、“红旗仓”、“红旗组”三类。"),
        Valid("他说“早收”，又说“早晒”。"),
    )
    INVALID = (
        Invalid("开展“早收”⟦、⟧“早晒”活动。", fixed="开展“早收”“早晒”活动。"),
        Invalid(
            "学习《入库须知》⟦、⟧《出库须知》⟦、⟧《值班须知》。", fixed="学习《入库须知》《出库须知》《值班须知》。"
        ),
        Invalid("開展「早收」⟦、⟧「早曬」活動。", fixed="開展「早收」「早曬」活動。"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        text = ctx.text
        joints = [start + 1 for start, _ in ctx.places]
        for mark in joints:
            closer, opener = text[mark - 1], text[mark + 1]
            if not (_ends_list(text, mark + 2, closer, opener) and _opens_list(text, mark - 1, opener, closer)):
                continue
            yield ctx.found(
                Span(mark, mark + 1),
                Bilingual(
                    f"{NAMES[closer].zh}与{NAMES[opener].zh}之间不用顿号",
                    f"No 、 between {NAMES[closer].en} and {NAMES[opener].en}",
                ),
                fix=ctx.fix(
                    Bilingual("删去顿号", "Delete the mark"), [Edit(Span(mark, mark + 1), "")], Applicability.SAFE
                ),
            )


def _ends_list(text: str, start: int, closer: str, opener: str) -> bool:
    """Whether every item from `start` on, behind an opening mark, is in such marks up to the list's end."""
    for _ in range(LONGEST_ITEM):
        end = text.find(closer, start, start + LONGEST_ITEM)
        if end < 0:
            return False
        if text[end + 1 : end + 3] == "、" + opener:
            start = end + 3
        elif text[end + 1 : end + 2] == opener:
            start = end + 2
        else:
            return text[end + 1 : end + 2] not in ("、", "（", "(")
    return False


def _opens_list(text: str, end: int, opener: str, closer: str) -> bool:
    """Whether every item up to `end`, before a closing mark, is in such marks from the list's beginning."""
    for _ in range(LONGEST_ITEM):
        start = text.rfind(opener, max(0, end - LONGEST_ITEM), end)
        if start < 0:
            return False
        if text[max(0, start - 2) : start] == closer + "、":
            end = start - 2
        elif text[start - 1 : start] == closer:
            end = start - 1
        else:
            return text[start - 1 : start] not in ("、", "）", ")")
    return False
