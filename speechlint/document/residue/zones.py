"""Where the draft begins and ends: sites put their own lines above the title and below the signature."""

from __future__ import annotations

from collections.abc import Set

from speechlint.document.residue.words.parts import words as listed
from speechlint.text.charsets import ends_sentence
from speechlint.text.lines import Lines
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.words import holds_any

_HEAD_REACH = 40  # lines
_TAIL_REACH = 80
_LONGEST_FRAGMENT = 60  # code points; longer lines are running text
_ADDRESSED = listed("同志|代表|委员|来宾|朋友|领导|各位|女士|先生|老师|同学|职工|工友")
# Of a salutation: so much may stand before the word and behind it, in code points.
_BEFORE_WORD, _BEHIND_WORD = 30, 12
_COUNTING = "一二三四五六七八九十"
# What a number of a heading ends in, by what it begins with.
_NUMBER_ENDS = {"（": "）", "第": "章节条编"}


class Zones(NamedTuple):
    """Lines before `head` stand above the text, lines from `tail` on stand below it (0-based)."""

    head: int
    tail: int

    def at_edge(self, line: int) -> bool:
        return line < self.head or line >= self.tail


def find_zones(folded: str, lines: Lines, marked: Set[int]) -> Zones:
    """The edges of the draft; `marked` are the lines with a clue, which are no running text for being long."""
    count = len(lines)
    head = 0
    while head < min(count, _HEAD_REACH) and _is_loose(folded, lines, head, marked):
        head += 1
    tail = count
    while tail > max(head, count - _TAIL_REACH) and _is_loose(folded, lines, tail - 1, marked):
        tail -= 1
    return Zones(head, tail)


def _is_loose(folded: str, lines: Lines, line: int, marked: Set[int]) -> bool:
    """Whether the line is no part of the running text for sure: blank, a fragment, or a line with a clue."""
    start, end = lines.starts[line], lines.ends[line]
    if end - start > _LONGEST_FRAGMENT:
        return line in marked and end - start <= 3 * _LONGEST_FRAGMENT
    words = folded[start:end]
    if not words.strip() or line in marked:
        return True
    if ends_sentence(words):
        return False
    return not (_is_salutation(words.rstrip()) or _is_numbered(words.lstrip()))


def _is_salutation(words: str) -> bool:
    """Whether the line addresses somebody: 各位代表：."""
    if words[-1] not in "：:！!，,":
        return False
    first = max(0, len(words) - 1 - _BEHIND_WORD - 2)
    return holds_any(words[first : min(len(words) - 1, _BEFORE_WORD + 2)], _ADDRESSED)


def _is_numbered(words: str) -> bool:
    """Whether the line begins with the number of a heading, of three characters at most: 一、, （二）, 第三章."""
    ends = _NUMBER_ENDS.get(words[0], "、")
    number = words[1:4] if words[0] in _NUMBER_ENDS else words[:3]
    length = len(number) - len(number.lstrip(_COUNTING))
    at = length + (words[0] in _NUMBER_ENDS)
    return length > 0 and words[at : at + 1] in tuple(ends)
