"""Points that a site put between two words against copying: 群众的.支持."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import CHINESE_DIGITS, HAN, TRANSCRIBING, is_han
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.model import Document

REACH = 40  # code points on either side of a point within its line
LONGEST_WORD = 4
# A word's length on either side of a point, so many characters that transcribe foreign names make one: 约翰.汤普森.
FOREIGN = 3
_SENTENCE_SIGN = Pattern("[，。；]")
_BEHIND = frozenset("，、；。")
# More points part the words of a slogan or a list.
_LISTED_BEFORE, _LISTED_BEHIND = Pattern(rf"\.[{HAN}]{{1,6}}$"), Pattern(rf"[{HAN}]{{1,6}}\.")
_PARTICLES = frozenset("的地得了着是在和与")
# 第二章.总则, 附件.名单; and what a sample of a file's name says: “姓名.单位”.
_TITLED, _SAMPLE = Pattern("(?:第.{1,3}[章节篇编条]|附[件表图录]|[图表])$"), Pattern("[“「《][^”」》，。；]*$")
_TRANSCRIBING = frozenset(TRANSCRIBING)


def is_stray_point(document: Document, at: int) -> bool:
    """Whether the point at the offset, behind a Chinese character, stands inside a sentence and for nothing.

    It does behind 的, before a mark, and between two words; points of numbers, names, lists and references are left.
    """
    text = document.text
    before, after = text[at - 1], text[at + 1 : at + 2]
    if not (is_han(after) or (after and after in _BEHIND)) or before in CHINESE_DIGITS or after in CHINESE_DIGITS:
        return False
    if document.foreign.holds(at):
        return False
    start = max(0, at - REACH)
    left = text[max(start, text.rfind("\n", start, at) + 1) : at]
    right = text[at + 1 : at + 1 + REACH].partition("\n")[0]
    # A bracket belongs to a reference: 柳青.水渠三法[M].
    if "[" in right or _LISTED_BEFORE.search(left) is not None or _LISTED_BEHIND.match(right) is not None:
        return False
    if _TITLED.match(left.lstrip()) is not None or _SAMPLE.search(left) is not None:
        return before == "的"
    if _SENTENCE_SIGN.search(left) is None and _SENTENCE_SIGN.search(right) is None:
        return False
    return before == "的" or after in _BEHIND or _parts_words(document.folded, at)


def _parts_words(folded: str, at: int) -> bool:
    """Whether a word that is known ends before the point and another begins behind it, as in no foreign name."""
    left, right = folded[max(0, at - LONGEST_WORD) : at], folded[at + 1 : at + 1 + LONGEST_WORD]
    if sum(character in _TRANSCRIBING for character in left + right) >= FOREIGN:
        return False
    lengths = range(2, LONGEST_WORD + 1)
    begins = right[0] in _PARTICLES or any(knows(right[:length]) for length in lengths)
    return begins and any(knows(left[-length:]) for length in lengths)
