"""Text as symbols: what the tables of character sequences are counted over, and looked up by.

A Han character of the basic block is its own code point. Everything else is one of a few signs, a run of which is one
symbol: numbers with their points and per cent signs, letters, marks and line ends. A single blank is nothing at all.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Symbols = npt.NDArray[np.uint16]
Offsets = npt.NDArray[np.int64]

NOTHING, NUMBER, LETTERS, PAUSE, MARK, RARE = range(6)
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
_AFTER_DIGIT = 6  # . and % belong to a number that stands before them
_BLANK = 7  # one alone is nothing, two are a mark
_BEYOND = 0x10000


class Sequence(NamedTuple):
    """The symbols of a text, and the offset of the code point that each begins at."""

    symbols: Symbols
    offsets: Offsets


def read_symbols(text: str) -> Sequence:
    """The symbols of `text`, with three of nothing on either side, so that every window has a place."""
    return squeeze(read_classes(text))


def read_classes(text: str) -> Symbols:
    """The class of each code point, of the same length: for those who blank something out before they `squeeze` it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    found: Symbols = _classes()[np.minimum(codes, _BEYOND + (codes >= 0x20000))]
    return found


def squeeze(classes: Symbols) -> Sequence:
    """The symbols that stand for these classes."""
    before = np.empty_like(classes)
    before[:1] = MARK
    before[1:] = classes[:-1]
    classes = classes.copy()
    tied = (classes == _AFTER_DIGIT) & ((before == NUMBER) | (before == _AFTER_DIGIT))
    classes[tied] = NUMBER
    classes[classes == _AFTER_DIGIT] = MARK
    blank = classes == _BLANK
    doubled = blank & (before == _BLANK)
    classes[blank] = NOTHING
    classes[doubled] = MARK
    kept = np.flatnonzero(classes)
    symbols = classes[kept]
    fresh = np.ones(len(symbols), bool)
    fresh[1:] = (symbols[1:] != symbols[:-1]) | (symbols[1:] >= RARE)
    kept, symbols = kept[fresh], symbols[fresh]
    edge = np.zeros(3, np.uint16)
    return Sequence(
        np.concatenate([edge, symbols, edge]),
        np.concatenate([np.zeros(3, np.int64), kept, np.full(3, len(classes))]),
    )


@cache
def _classes() -> Symbols:
    table = np.full(_BEYOND + 2, MARK, np.uint16)
    table[FIRST_HAN : LAST_HAN + 1] = np.arange(FIRST_HAN, LAST_HAN + 1)
    table[0x3400:0x4DC0] = RARE
    table[_BEYOND + 1] = RARE
    for digit in (ord("0"), ord("０")):
        table[digit : digit + 10] = NUMBER
    for first in ("A", "a", "Ａ", "ａ"):
        table[ord(first) : ord(first) + 26] = LETTERS
    table[0xC0:0x250] = LETTERS
    table[0x370:0x530] = LETTERS
    table[ord("、")] = PAUSE
    for sign in ".．%％‰":
        table[ord(sign)] = _AFTER_DIGIT
    for blank in " \xa0":
        table[ord(blank)] = _BLANK
    for nothing in (0x0D, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD):
        table[nothing] = NOTHING
    table.flags.writeable = False
    return table
