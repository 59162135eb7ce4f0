"""Masks that are none by themselves: a lone X counts where the same text has masks that nobody can doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.document.mask_customs import find_customs, hide_names
from speechlint.document.mask_kinds import Kind
from speechlint.document.mask_letters import BEFORE_CROSS
from speechlint.document.mask_signs import CROSSES, LETTERS
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.masks import Mask
    from speechlint.document.model import Document

_OPENERS = frozenset("“‘「『\"'《〈")
_MEANS = Pattern("[”’」』\"'][ ]?[，,]?(?:[即指是为]|意味着|代表|包括|表示|寓意|象征)")
_MOVES = Pattern("(?:来到|来|前往|前来|赴|抵达|回到|走进|到访|落户|莅临|入驻|扎根|返|驻|各位)$")
_MOVE_ENDS = frozenset("到来往赴达进访户临驻根返位")
_LATER = Pattern("年(?:[之以]?[前后](?![期])|过去)")
_ROMAN = Pattern(
    "(?<![A-Za-z0-9])(?:XI{1,3}|XI[VX]|XVI{0,3}|XXI{1,3}|I{2,3}|VI{1,3}|I[VX])(?![A-Za-z])|[第卷][Ⅰ-Ⅻ]|罗马数"
)
_ROMAN_SIGNS = frozenset("IVⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ罗")
_ROMAN_PARTS = frozenset("部卷章编")
_ROMAN_AFTER = frozenset("部卷章编类级型代")
_ROMAN_BEFORE = Pattern("(?:卷|附[录图表件]|[图表])$")
_SPEAKS = Pattern("代表(?=[，。、；：,;:）)”发讲汇作提说在和与]|$)")
_OTHER_LETTER = Pattern("[ ]?(?P<slot>[一-鿿]{1,3})[、，,和与及同跟][ ]?[YZ](?P=slot)")
_OTHER_PERSON = Pattern("(?<![A-Za-z])[YZ](?:先生|女士|同学|老师|教授)")
# An unknown is set, solved for or calculated with; a mask is not.
_UNKNOWN = Pattern(
    "(?:^|[，。；：:、“（(\\s])(?:设(?![立置计施有备定在了])|令(?!人)|假设)|解(?=[：:得]|方程)|方程|未知|变量|自变|代数式|函数|[=＝]"
    "|[0-9A-Za-z)）][-+*/×][xXyY]|[xXyY][-+*/×=(（]|(?<![A-Za-z0-9])[YZyzabmn](?![A-Za-z])|线段|三角形|圆[的形周心]|正方形|长方形|概率|公式"
)
_SIZE_BEFORE = Pattern("[度积径长率价本润离间数量][是为]$")
_CROSSES, _LETTERS = frozenset(CROSSES), frozenset(LETTERS)
# How far a sentence, and the words round a Roman number, are followed, in code points.
SENTENCE, ROMAN = 40, 200


def settle(document: Document, masks: Sequence[Mask], planned: bool) -> Iterator[Mask]:
    """The masks that hold: the doubtful ones only beside certain ones, those that hide names on purpose as weak.

    `planned` says that the text has a plan with a variable part: 3+X.
    """
    text, folded = document.text, document.folded
    custom = find_customs(document, {mask.style for mask in masks})
    certain = any(mask.style not in custom and _is_certain(mask) for mask in masks)
    # Beside a certain mask only a cross between words is still in doubt.
    asked = [mask for mask in masks if mask.style in _CROSSES] if certain else masks
    doubts = {mask.span.start for mask in asked if _is_doubtful(text, folded, mask, planned)}
    if certain and not doubts and not planned and not custom:
        yield from masks
        return
    apart = custom | {""}  # blanks are in forms, too
    sure = [mask for mask in masks if mask.span.start not in doubts and mask.style not in apart]
    hidden = not certain and hide_names(folded, sure)
    crossed = any(mask.style in _CROSSES for mask in sure)
    for mask in masks:
        explained = planned and _is_explained(folded, mask)
        if mask.span.start in doubts:
            if sure and not hidden and not explained and (crossed or mask.style not in _CROSSES):
                yield mask
        elif not explained:
            weak = (hidden and mask.style != "") or mask.style in custom
            yield mask._replace(weak=True) if weak else mask


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
            if mask.slot == "代表":
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
    left = max(0, start - SENTENCE)
    left = max(left, text.rfind("\n", left, start) + 1, text.rfind("。", left, start) + 1)
    right = min(len(text), end + SENTENCE)
    for stop in "\n。":
        at = text.find(stop, end, right)
        right = right if at < 0 else at
    return _UNKNOWN.search(folded[left:right]) is not None


def _is_explained(folded: str, mask: Mask) -> bool:
    """Whether words say what the lone letter of a plan means."""
    start, end = mask.span
    lone = end - start == 1 and mask.style in _LETTERS and not mask.slot
    return lone and _MEANS.match(folded, end, end + 8) is not None


def _is_roman(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - ROMAN) : end + ROMAN]
    return not _ROMAN_SIGNS.isdisjoint(around) and _ROMAN.search(around) is not None
