"""Masks that are none by themselves: a lone X counts where the same text has masks that nobody can doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_letters import BEFORE_CROSS, follows_surname
from speechlint.document.mask_signs import CROSSES, LETTERS, STARS
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.masks import Mask
    from speechlint.document.model import Document

# The variable part of a plan that is counted out: 3+X.
_PLANS = ("+X", "＋X", "+x", "＋x", "+Ｘ", "＋Ｘ")
_OPENERS = frozenset("“‘「『\"'《〈")
_MEANS = Pattern("[”’」』\"' ]{0,2}[，,]?(?:[即指是为]|意味着|代表|包括|表示|寓意|象征)")
_MOVES = Pattern("(?:来到|来|前往|前来|赴|抵达|回到|走进|到访|落户|莅临|入驻|扎根|返|驻|各位)$")
_MOVE_ENDS = frozenset("到来往赴达进访户临驻根返位")
_LATER = Pattern("年(?:[之以]?[前后](?![期])|过去)")
_ROMAN = Pattern(
    "(?<![A-Za-z0-9])(?:XI{1,3}|XI[VX]|XVI{0,3}|XXI{1,3}|I{2,3}|VI{1,3}|I[VX])(?![A-Za-z])|[第卷][Ⅰ-Ⅻ]|罗马数"
)
_ROMAN_PARTS = frozenset("部卷章编")
_ROMAN_AFTER = frozenset("部卷章编类级型代")
_ROMAN_BEFORE = Pattern("(?:卷|附[录图表件]|[图表])$")
_SPEAKS = Pattern("代表(?=[，。、；：,;:）)”发讲汇作提说在和与]|$)")
_OTHER_LETTER = Pattern("[ ]?(?P<slot>[一-鿿]{1,3})[、，,和与及同跟][ ]?[YZ](?P=slot)")
_OTHER_PERSON = Pattern("(?<![A-Za-z])[YZ](?:先生|女士|同学|老师|教授)")
# An unknown is set, solved for or calculated with; a mask is not.
_UNKNOWN = Pattern(
    "(?:^|[，。；：:、“（(\\s])(?:设|令|假设|解)|解得|方程|未知|变量|自变|代数式|函数|[=＝]|[0-9A-Za-z)）][-+*/×][xXyY]"
    "|[xXyY][-+*/×=(（]|(?<![A-Za-z0-9])[YZyzabmn](?![A-Za-z])|线段|三角形|圆|正方形|长方形|概率|公式"
)
_SIZE_BEFORE = Pattern("[度积径长率价本润离间数量][是为]$")
_STOPS = "。\n\r；;！？"
_NAME_NOTICE = Pattern(
    "公示|公告|名单|中奖|开奖|抽奖|获奖|低保|特困|摇号|隐名|隐去|脱敏|录取|领取|退费|化名|判决|裁定|本院|原告|被告|涉嫌|嫌疑|一案|案件"
    "|民警|诈骗|处罚|失信|患者|居民"
)
_CROSSES, _LETTERS = frozenset(CROSSES), frozenset(LETTERS)
# How far a sentence, the notice round a name and the beginning of a text are followed, in code points.
SENTENCE, NOTICE, BEGINNING, ROMAN, TITLE = 40, 40, 200, 200, 60
# How many names are asked whether a notice hides them.
SEVERAL = 20
_CUSTOMS = "○◯□"
_LETTER_TO = Pattern("(?:给|致|与)[^，。\r\n]{0,6}(?:某|×|X|x)+[^，。\r\n]{0,8}(?:[一的]封?信|书简|公开信|回信)")
_GAP_SIGNED = ("缺字", "以□", "用□", "□代", "□表示", "漫漶")


def settle(document: Document, masks: Sequence[Mask]) -> Iterator[Mask]:
    """The masks that hold: the doubtful ones only beside certain ones, those that hide names on purpose as weak."""
    text, folded = document.text, document.folded
    planned = any(plan in text for plan in _PLANS)
    custom = frozenset(style for style in _CUSTOMS if any(mask.style == style for mask in masks))
    custom = frozenset(style for style in custom if _is_custom(document, style))
    certain = any(mask.style not in custom and _is_certain(mask) for mask in masks)
    # Beside a certain mask only a cross between words is still in doubt.
    doubts = {
        mask.span.start
        for mask in masks
        if (not certain or mask.style in _CROSSES) and _is_doubtful(text, folded, mask, planned)
    }
    apart = custom | {""}  # blanks are in forms, too
    sure = [mask for mask in masks if mask.span.start not in doubts and mask.style not in apart]
    names = [mask for mask in sure if _hides_name(folded, mask)]
    hidden = len(names) == len(sure) and _hide_on_purpose(folded, names)
    crossed = any(mask.style in _CROSSES for mask in sure)
    for mask in masks:
        explained = planned and _is_explained(folded, mask)
        if mask.span.start in doubts:
            if sure and not hidden and not explained and (crossed or mask.style not in _CROSSES):
                yield mask
        elif not explained:
            weak = (hidden and mask.style != "") or mask.style in custom
            yield mask._replace(weak=True) if weak else mask


def is_letter_to_anybody(folded: str) -> bool:
    """Whether the text is a letter whose reader stays unnamed: 给某某同志的一封信."""
    return _LETTER_TO.search(folded, 0, TITLE) is not None


def _is_certain(mask: Mask) -> bool:
    """Whether nothing but a mask looks like this, whatever the text speaks of."""
    if mask.kind is Kind.YEAR or mask.kind is Kind.DATE:
        return True
    return bool(mask.slot and mask.style) and mask.kind is not Kind.ORDINAL and mask.span.end - mask.span.start > 1


def _is_doubtful(text: str, folded: str, mask: Mask, planned: bool) -> bool:
    start, end = mask.span
    if mask.style not in _LETTERS:
        return False
    if end - start > 1:
        if text[start:end] != "XX":
            return False
        if mask.kind is Kind.ORDINAL and folded[end : end + 1] in _ROMAN_PARTS:
            return True
        roman = mask.kind is Kind.ORDINAL or _ROMAN_BEFORE.search(folded, max(0, start - 2), start) is not None
        return roman and _is_roman(text, start, end)
    if mask.style in _CROSSES:
        return mask.kind is Kind.NUMBER and is_han(text[start - 1 : start]) and folded[start - 1] not in BEFORE_CROSS
    match mask.kind:
        case Kind.NUMBER:
            return _may_be_unknown(text, folded, mask) or planned
        case Kind.ORDINAL:
            return folded[end : end + 1] in _ROMAN_AFTER or _is_roman(text, start, end)
        case Kind.NAME:
            if mask.slot in ("代表",):
                return _SPEAKS.match(folded, end, end + 4) is None
            return _OTHER_PERSON.search(folded, max(0, start - 10), end + 12) is not None
        case Kind.LETTERS | Kind.TERM | Kind.TITLE:
            if not mask.slot:
                before = folded[max(0, start - 3) : start].rstrip(" ")
                return before[-1:] not in _MOVE_ENDS or _MOVES.search(before) is None
            return _OTHER_LETTER.match(folded, end, end + 12) is not None
    return False


def _may_be_unknown(text: str, folded: str, mask: Mask) -> bool:
    """设x小时后, 每件X元 … =; “X项”, X年之后"""
    start, end = mask.span
    before = text[start - 1 : start]
    if not mask.slot:
        return False
    if before in _OPENERS or _LATER.match(folded, end, end + 5) is not None:
        return True
    if text[start] in "xｘ" and _SIZE_BEFORE.search(folded[max(0, start - 2) : start]) is not None:
        return True
    left = max((text.rfind(sign, max(0, start - SENTENCE), start) for sign in _STOPS), default=-1) + 1
    left = max(left, start - SENTENCE, 0)
    stops = [at for at in (text.find(sign, end, end + SENTENCE) for sign in _STOPS) if at >= 0]
    return _UNKNOWN.search(folded[left : min(stops, default=end + SENTENCE)]) is not None


def _is_explained(folded: str, mask: Mask) -> bool:
    """Whether words say what the lone letter of a plan means."""
    return not mask.slot and _MEANS.match(folded, mask.span.end, mask.span.end + 8) is not None


def _is_roman(text: str, start: int, end: int) -> bool:
    return _ROMAN.search(text, max(0, start - ROMAN), end + ROMAN) is not None


def _hides_name(folded: str, mask: Mask) -> bool:
    """王**, 李××, 王xx: a surname and nothing else."""
    start, end = mask.span
    return not mask.slot and end - start < 4 and follows_surname(folded, start)


def _is_custom(document: Document, style: str) -> bool:
    """Whether the sign is the custom of the text's kind: ○○ in Taiwan, □ for what cannot be read in old writings."""
    if style == "□":
        return any(words in document.text for words in _GAP_SIGNED)
    return document.script.name == "hant"


def _hide_on_purpose(folded: str, names: Sequence[Mask]) -> bool:
    """Whether names are hidden on purpose: several by stars, in lists for the public, in reports of cases."""
    if len(names) > 1 and all(mask.style in STARS for mask in names):
        return True
    if names and _NAME_NOTICE.search(folded, 0, BEGINNING) is not None:
        return True
    return any(
        _NAME_NOTICE.search(folded, max(0, mask.span.start - NOTICE), mask.span.end + NOTICE) is not None
        for mask in names[:SEVERAL]
    )
