"""Where the draft begins and ends: sites put their own lines above the title and below the signature."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from speechlint.document.residue.words.parts import words as listed
from speechlint.text.charsets import ends_sentence
from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern
from speechlint.text.words import holds_any

_HEAD_REACH = 40  # lines
_TAIL_REACH = 80
_LONGEST_FRAGMENT = 60  # code points; longer lines are running text
_ADDRESSED = listed("同志|代表|委员|来宾|朋友|领导|各位|女士|先生|老师|同学|职工|工友")
_SALUTATION = Pattern(rf".{{0,30}}(?:{'|'.join(_ADDRESSED)}).{{0,12}}[：:！!，,]\s*")
_NUMBERED = Pattern(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节条编])"
)


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
    bare = words.strip()
    if bare[-1] in "：:！!，," and holds_any(bare, _ADDRESSED) and _SALUTATION.fullmatch(words):
        return False
    return bare[0] not in "一二三四五六七八九十（第" or _NUMBERED.match(words) is None
