"""Slips in brackets and quotation marks: a mark without partner, one that faces the wrong way, one of another sort."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from speechlint.document.pairs import CLOSER_OF
from speechlint.text.charsets import BLANKS, END_MARKS, is_han
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.document.model import Document

# The other mark of a pair, whichever of the two it is.
_CLOSERS = {**CLOSER_OF, "(": "）", "〝": "〞"}
_OTHER = {**_CLOSERS, **{closer: opener for opener, closer in CLOSER_OF.items()}, ")": "（", "〞": "〝"}
# What drafts hold in place of a closing or an opening mark.
_ASTRAY = {"“": '"', "”": '"', "《": ">", "》": "<", "【": "]", "】": "[", "‘": "'", "’": "'", "「": "｣", "」": "｢"}
# So far a short quotation or a title reaches, in code points.
REACH = 40
_BRACKETS = frozenset("<>[]")
_LEVELS = (("“”", "‘’"), ("「」", "『』"), ("《》", "〈〉"))
_ROUND = frozenset("（）【】〔〕")
_NO_MARK = frozenset(_OTHER)
_BETWEEN = frozenset("、，,和与與及")


class SlipKind(enum.Enum):
    """What is wrong with a mark."""

    ALONE = enum.auto()  # it has no partner
    WRONG_WAY = enum.auto()  # it faces the wrong way: “…“
    WRONG_MARK = enum.auto()  # it is of another sort than its partner: 《…>
    MISMATCHED = enum.auto()  # it is the other mark's half of another pair: ‘…”, （…】


class Slip(NamedTuple):
    """`at` is the mark that is wrong; `right` what should stand there, or what is missing; "" where nobody knows.

    `insertion` is where a missing mark belongs; -1 where that is not certain, and for marks that are to be replaced.
    `partner` is the mark that a mismatched one belongs to.
    """

    kind: SlipKind
    at: int
    right: str = ""
    insertion: int = -1
    partner: int = -1


def find_slips(document: Document) -> tuple[Slip, ...]:
    """The slips of a draft, in order."""
    text, alone = document.text, document.pairs.alone
    odd: dict[tuple[int, str], bool] = {}  # lines with an odd number of a straight mark, counted once
    slips = [
        slip
        for nested in document.pairs.nested
        if nested.closer - nested.opener <= 2
        and text[nested.opener] == text[nested.outer_opener]
        and _BETWEEN.issuperset(text[nested.opener + 1 : nested.closer])
        for slip in (_turned(text, nested.opener), _turned(text, nested.closer))  # “甲“、”乙”
    ]
    index = 0
    while index < len(alone):
        at = alone[index]
        after = alone[index + 1] if index + 1 < len(alone) else len(text)
        index += 1
        if _is_doubled(text, at) or _is_at_break(text, at):
            continue
        if document.foreign.holds(at) or not _is_among_han(document, at):
            continue
        if after < len(text) and 1 < after - at <= REACH and _is_one_phrase(text, at, after):
            pair = _facing(text, at, after)
            if pair:
                slips += pair
                index += 1
                continue
        slips.append(_astray(document, at, odd) or _alone(document, at, alone[index - 2] if index > 1 else -1))
    return tuple(sorted(slips, key=lambda slip: slip.at))


def _is_doubled(text: str, at: int) -> bool:
    """Whether the mark is an ornament: 》》."""
    return text[at] in text[at - 1 : at] + text[at + 1 : at + 2]


def _is_at_break(text: str, at: int) -> bool:
    """Whether a line end stands between the mark and the words that it belongs to: then the break is the slip."""
    if text[at] in _CLOSERS:
        return text[at + 1 : at + 2] in ("\n", "\r")
    before = text[max(0, at - 8) : at].rstrip(BLANKS)
    return before.endswith("\n") and before[:-1].rstrip("\r")[-1:] not in ("\n", "")


def _turned(text: str, at: int) -> Slip:
    character = text[at]
    return Slip(SlipKind.WRONG_WAY, at, _OTHER[character])


def _facing(text: str, first: int, second: int) -> list[Slip]:
    """The slips of two marks alone that make a pair once they are turned."""
    one, other = text[first], text[second]
    if one == other and one in _CLOSERS:
        return [_turned(text, second)]
    if one == other:
        return [_turned(text, first)]
    if _OTHER[one] == other and one not in _CLOSERS:
        return [_turned(text, first), _turned(text, second)]
    if one in _CLOSERS and other not in _CLOSERS and _NO_MARK.isdisjoint(text[first + 1 : second]):
        return _mismatched(one, other, first, second)
    return []


def _mismatched(one: str, other: str, first: int, second: int) -> list[Slip]:
    """An opening and a closing mark of two sorts: of quotation and title marks the outer sort is meant."""
    for outer, inner in _LEVELS:
        if outer[0] == one and inner[1] == other:
            return [Slip(SlipKind.MISMATCHED, second, outer[1], partner=first)]
        if inner[0] == one and outer[1] == other:
            return [Slip(SlipKind.MISMATCHED, first, outer[0], partner=second)]
    if one in _ROUND and other in _ROUND:
        return [Slip(SlipKind.MISMATCHED, second, _OTHER[one], partner=first)]
    return []


def _is_one_phrase(text: str, first: int, second: int) -> bool:
    between = text[first + 1 : second]
    return "\n" not in between and not any(mark in between for mark in END_MARKS) and any(map(is_han, between))


def _is_among_han(document: Document, at: int) -> bool:
    text = document.text
    return any(map(is_han, text[max(0, at - 6) : at + 7]))


def _astray(document: Document, at: int, odd: dict[tuple[int, str], bool]) -> Slip | None:
    """A mark of another sort that stands where the partner should."""
    text, character = document.text, document.text[at]
    mark = _ASTRAY.get(character)
    if mark is None:
        return None
    number = document.lines.index_of(at)
    line = document.lines[number]
    if character in _CLOSERS:
        found = text.find(mark, at + 2, min(line.end, at + REACH + 1))
        first, last = at + 1, found
    else:
        found = text.rfind(mark, max(line.start, at - REACH), at - 1)
        first, last = found + 1, at
    if found < 0:
        return None
    between = text[first:last]
    if character in between or not any(map(is_han, between)) or not _BRACKETS.isdisjoint(between):
        return None
    if mark in "\"'":
        if (number, mark) not in odd:
            odd[number, mark] = text.count(mark, line.start, line.end) % 2 == 1
        if not odd[number, mark]:
            return None
    return Slip(SlipKind.WRONG_MARK, found, _OTHER[character])


def _alone(document: Document, at: int, before: int) -> Slip:
    """A mark without partner. Words quoted behind a colon go to the end of their paragraph: the mark belongs there."""
    text, character = document.text, document.text[at]
    missing = _OTHER[character]
    line = document.lines[document.lines.index_of(at)]
    if character in "“「" and text[at - 1] in "：:" and before < line.start:
        end = line.start + len(text[line.start : line.end].rstrip())
        if text[end - 1] in "。！？" and not any(mark in text[at:end] for mark in "”」") and end - at > 6:
            return Slip(SlipKind.ALONE, at, missing, end)
    return Slip(SlipKind.ALONE, at, missing)
