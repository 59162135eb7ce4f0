"""Texts that leave names out by custom: notices, reports of cases, letters to nobody in particular, old writings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import STARS
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.masks import Mask
    from speechlint.document.model import Document

_NAME_NOTICE = Pattern(
    "公示|公告|名单|中奖|开奖|抽奖|获奖|低保|特困|摇号|隐名|隐去|脱敏|录取|领取|退费|化名|判决|裁定|本院|原告|被告|涉嫌|嫌疑|一案|案件|诈骗|处罚|失信"
)
_LETTER_TO = Pattern("(?:给|致|与)[^，。\r\n]{0,6}(?:某|×|X|x)+[^，。\r\n]{0,8}(?:[一的]封?信|书简|公开信|回信)")
_PART_BEFORE = Pattern(
    "(?:居民|村民|市民|户主|用户|读者|观众|旅客|乘客|考生|学生|同学|职工|员工|业主|申请人|当事人|获奖者|中奖者|领取人|被告人?|原告|患者|司机|渔民|学员)$"
)
_DONE_AFTER = Pattern("[一-鿿]?(?:已|将|因|现|于)")
_JUDGMENTS = ("判决书", "裁定书", "调解书", "起诉书")
_GAP_SIGNED = ("缺字", "以□", "用□", "□代", "□表示", "漫漶")
# How far the notice round a name, the beginning of a text and its title are followed, in code points.
NOTICE, BEGINNING, TITLE = 40, 200, 60
# How many names are asked whether a notice hides them.
SEVERAL = 20


def find_customs(document: Document, styles: Collection[str]) -> frozenset[str]:
    """Those of the signs that are the custom of the text's kind: ○○ in Taiwan, □ for what old writings have lost, ×× in
    judgments that are published.
    """
    found = [style for style in ("○", "◯") if style in styles and document.script.name == "hant"]
    if "□" in styles and any(words in document.text for words in _GAP_SIGNED):
        found.append("□")
    if "×" in styles and any(words in document.folded[:TITLE] for words in _JUDGMENTS):
        found.append("×")
    return frozenset(found)


def hide_names(folded: str, masks: Sequence[Mask]) -> bool:
    """Whether the masks hide names on purpose: several by stars, in lists for the public, in reports of cases."""
    if not masks or not all(_hides_name(folded, mask) for mask in masks):
        return False
    if len(masks) > 1 and all(mask.style in STARS for mask in masks):
        return True
    if _NAME_NOTICE.search(folded, 0, BEGINNING) is not None:
        return True
    return any(
        _NAME_NOTICE.search(folded, max(0, mask.span.start - NOTICE), mask.span.end + NOTICE) is not None
        for mask in masks[:SEVERAL]
    )


def names_somebody(folded: str, start: int) -> bool:
    """Whether a sign at `start` hides the given name of one whom a notice calls by his part: 居民王*兰."""
    if not follows_surname(folded, start):
        return False
    called = _PART_BEFORE.search(folded[max(0, start - 6) : start - 1]) is not None
    if not called and (
        is_han(folded[start - 2 : start - 1]) or _DONE_AFTER.match(folded, start + 1, start + 4) is None
    ):
        return False
    if _NAME_NOTICE.search(folded, 0, BEGINNING) is not None:
        return True
    return _NAME_NOTICE.search(folded, max(0, start - NOTICE), start + NOTICE) is not None


def is_letter_to_anybody(folded: str) -> bool:
    """Whether the text is a letter whose reader stays unnamed: 给某某同志的一封信."""
    head = folded[:TITLE]
    return ("信" in head or "书简" in head) and _LETTER_TO.search(head) is not None


def _hides_name(folded: str, mask: Mask) -> bool:
    """王**, 李××, 王xx: a surname and nothing else."""
    start, end = mask.span
    return not mask.slot and end - start < 4 and follows_surname(folded, start)
