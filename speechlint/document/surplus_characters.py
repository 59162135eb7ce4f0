"""Characters and words that were typed twice where nobody doubles them: 总书记记, 深入深入推进."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_guards import Guards
from speechlint.lexicon.ngram_table import NgramTable, pack
from speechlint.lexicon.symbols import FIRST_HAN, Offsets, Symbols
from speechlint.lexicon.vocabulary import knows, size
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

Indices = npt.NDArray[np.int64]

WIDTHS = (1, 2)
# How well the sequences have to be known that the text has once the second of the two is gone.
LEAST_FOUR = 3
LEAST_WORD = 5  # the size of a word of two characters that was typed twice
LEAST_LAST = 7  # the size of a word whose last character was typed twice at the end of a clause
LONGEST_WORD = 4
CLAUSE_ENDS = "。，；：！？、\r\n"
BLOCK = 1 << 16  # symbols that are looked at in one go
REACH = 5  # characters that are read on either side


class Surplus(NamedTuple):
    """What stands twice, and the second of the two."""

    span: Span
    second: Span


def find_surplus(document: Document) -> tuple[Surplus, ...]:
    """What was typed twice, in order."""
    if document.unlikely.strange:
        return ()
    found = document.evidence.doubled
    return tuple(_described(document, found, document.symbols.offsets)) if found else ()


def find_doubled(symbols: Symbols, unknown: npt.NDArray[np.bool_], fours: NgramTable, width: int) -> list[int]:
    """Where strings of `width` characters stand twice, by the first symbol. `unknown` says of each window of four, by
    its first symbol, that it is in no table: those that hold the joint have to be."""
    last = last_doubled(len(symbols), width)
    if last <= 3:
        return []
    blocks = [_twice(symbols, start, min(start + BLOCK, last), width) for start in range(3, last, BLOCK)]
    starts = np.concatenate(blocks)
    final = _find_final(symbols, starts, unknown, fours) if width == 1 else []
    joint = starts + width
    starts = starts[unknown[joint - 3] & unknown[joint - 2] & unknown[joint - 1]]
    behind = starts + 2 * width
    # What stands about the joint once the second is gone: the two before, the word, the two behind.
    row = [symbols[starts + step] for step in range(-2, width)] + [symbols[behind], symbols[behind + 1]]
    joined = fours.levels(pack(*row[1:5])) >= LEAST_FOUR
    if width == 1:
        joined &= fours.levels(pack(*row[:4])) >= LEAST_FOUR
    fits = joined & (row[1] >= FIRST_HAN) & (symbols[behind] >= FIRST_HAN)
    return [start for start in starts[fits].tolist() if _is_surplus(symbols, start, width)] + final


def _twice(symbols: Symbols, first: int, last: int, width: int) -> Indices:
    """Where strings of Chinese stand twice, from one symbol to another."""
    same = symbols[first:last] >= FIRST_HAN
    for step in range(width):
        same &= symbols[first + step : last + step] == symbols[first + step + width : last + step + width]
    found: Indices = np.flatnonzero(same) + first
    return found


def last_doubled(count: int, width: int) -> int:
    """Of so many symbols, the first at which nothing is looked for any more."""
    return count - 2 * width - 4


def _find_final(symbols: Symbols, starts: Indices, unknown: npt.NDArray[np.bool_], fours: NgramTable) -> list[int]:
    """Of the symbols that stand twice those that end a common word at the end of a clause: 施行行。"""
    starts = starts[(symbols[starts + 2] < FIRST_HAN) & unknown[starts - 2]]
    known = fours.levels(pack(*(symbols[starts + step] for step in range(-3, 1)))) > 0
    return [start for start in starts[known].tolist() if _is_last_of_word(symbols, start)]


def _is_last_of_word(symbols: Symbols, start: int) -> bool:
    """Whether a word ends at a symbol, and the symbol with what stands twice is none itself."""
    text = "".join(map(chr, symbols[start - LONGEST_WORD + 1 : start + 2].tolist()))
    if text[-4] == text[-3] or any(knows(text[at:]) for at in range(len(text) - 1)):  # 明明白白, 人人, 亮堂堂
        return False
    return any(size(text[at:-1]) >= LEAST_LAST for at in range(len(text) - 2))


def _is_surplus(symbols: Symbols, start: int, width: int) -> bool:
    """Whether the doubling is not what two words make that meet (合议组|组成), nor one that people intend."""
    first = max(0, start - REACH)
    text = "".join(map(chr, symbols[first : start + 2 * width + REACH].tolist()))
    at = start - first
    middle, end = at + width, at + 2 * width
    word = text[at:middle]
    if text[end : end + width] == word or text[max(0, at - width) : at] == word:
        return False
    if knows(text[at:end]) or text[max(0, at - 2) : at - 1] == text[at - 1 : at] or text[end] == text[end + 1]:
        return False
    if width == 2:
        return size(word) >= LEAST_WORD
    ends_word = any(knows(text[begin:middle]) for begin in range(max(0, middle - LONGEST_WORD), at))
    begins_word = any(knows(text[middle:stop]) for stop in range(end + 1, min(len(text), middle + LONGEST_WORD) + 1))
    return ends_word != begins_word


def _described(document: Document, found: list[tuple[int, int]], offsets: Offsets) -> Iterator[Surplus]:
    text, guards, last = document.text, Guards(document), -1
    for start, width in found:
        begin, middle = int(offsets[start]), int(offsets[start + width])
        end = int(offsets[start + 2 * width - 1]) + 1
        if not (is_han(text[end : end + 1]) or text[end : end + 1] in CLAUSE_ENDS):
            continue  # 国国（边）境
        if begin < last or text[begin:middle] != text[middle:end] or guards.is_quoted(begin) or guards.spare(begin):
            continue
        last = end
        yield Surplus(Span(begin, end), Span(middle, end))
