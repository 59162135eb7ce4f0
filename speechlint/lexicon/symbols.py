"""Text as symbols: what the tables of character sequences are counted over, and looked up by.

A Han character of the basic block is its own code point. Everything else is one of a few signs, a run of which is one
symbol: numbers with their points and per cent signs, letters, marks and line ends. A single blank is nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.long_offsets import LongOffsets
from speechlint.text.named_tuple import NamedTuple

Symbols = npt.NDArray[np.uint16]
Starts = npt.NDArray[np.int32]
Offsets = Starts | LongOffsets
Indices = npt.NDArray[np.int64]

EDGE = 3  # symbols of nothing at either end of a sequence
BLOCK = 1 << 16  # code points read in one go: what is reckoned with them stays small

NOTHING, NUMBER, LETTERS, PAUSE, MARK, RARE = range(6)
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
_AFTER_DIGIT = 6  # . and % belong to a number that stands before them
_BLANK = 7  # one alone is nothing, two are a mark
_WALL = 0xFFFF  # between texts; no text has it
_BEYOND = 0x10000


class Sequence(NamedTuple):
    """The symbols of a text, and the offset of the code point that each begins at."""

    symbols: Symbols
    offsets: Offsets


def read_symbols(text: str) -> Sequence:
    """The symbols of `text`, with three of nothing on either side, so that every window has a place."""
    return Sequence(*squeeze(read_classes(text)))


def read_classes(text: str) -> Symbols:
    """The class of each code point, of the same length: for those who blank something out before they `squeeze` it."""
    found = np.empty(len(text), np.uint16)
    for start in range(0, len(text), BLOCK):
        codes = np.frombuffer(text[start : start + BLOCK].encode("utf-32-le", "surrogatepass"), dtype="<u4")
        found[start : start + BLOCK] = _classes()[np.minimum(codes, _BEYOND + (codes >= 0x20000))]
    return found


def squeeze(classes: Symbols) -> tuple[Symbols, Starts]:
    """The symbols that stand for these classes, and the offset of each."""
    parts = list(_parts(classes))
    symbols, offsets = (np.concatenate(part) for part in zip(*parts, strict=True))
    return symbols, offsets


def squeeze_long(classes: Symbols) -> Sequence:
    """The same of a text of many blocks, in little memory."""
    # Room for as many as there are code points, which is given back: parts put together would take twice the memory.
    symbols, offsets = np.empty(len(classes) + 2 * EDGE, np.uint16), LongOffsets()
    count = 0
    for part, starts in _parts(classes):
        symbols[count : count + len(part)] = part
        offsets.add(starts)
        count += len(part)
    symbols.resize(count, refcheck=False)
    return Sequence(symbols, offsets)


def squeeze_all(texts: list[Symbols], gap: int) -> tuple[tuple[Symbols, Starts], Indices, Indices]:
    """The symbols of several texts in one row, with `gap` of nothing between that of one and the next; and where the
    symbols of each begin and end in it. These and their offsets are what `squeeze` gives for that text alone."""
    wall = np.full(2 * EDGE + gap, _WALL, np.uint16)
    symbols, offsets = squeeze(np.concatenate([part for text in texts for part in (wall, text)][1:]))
    symbols[symbols == _WALL] = NOTHING
    lengths = np.array([len(text) for text in texts])
    first = np.cumsum(lengths + len(wall)) - lengths - len(wall)
    inner = offsets[EDGE:-EDGE]
    begins, ends = np.searchsorted(inner, first), np.searchsorted(inner, first + lengths) + 2 * EDGE
    counts = np.diff(begins, append=len(symbols))
    own = np.clip(offsets - np.repeat(first, counts), 0, np.repeat(lengths, counts)).astype(np.int32)
    return (symbols, own), begins, ends


def _parts(classes: Symbols) -> Iterator[tuple[Symbols, Starts]]:
    """The symbols block by block and the offset of each, between those of the edges."""
    yield np.zeros(EDGE, np.uint16), np.zeros(EDGE, np.int32)
    last = NOTHING
    for start in range(0, len(classes), BLOCK):
        symbols, kept = _squeeze(classes[start : start + BLOCK], int(classes[start - 1]) if start else MARK, last)
        yield symbols, kept + np.int32(start)
        last = int(symbols[-1]) if len(symbols) else last
    yield np.zeros(EDGE, np.uint16), np.full(EDGE, len(classes), np.int32)


def _squeeze(classes: Symbols, before_first: int, last: int) -> tuple[Symbols, Starts]:
    """The symbols of a part and where they begin in it; `before_first` is the class in front of it, and `last` the last
    symbol of the parts before."""
    before = np.empty_like(classes)
    before[:1] = before_first
    before[1:] = classes[:-1]
    classes = classes.copy()
    tied = (classes == _AFTER_DIGIT) & ((before == NUMBER) | (before == _AFTER_DIGIT))
    classes[tied] = NUMBER
    classes[classes == _AFTER_DIGIT] = MARK
    blank = classes == _BLANK
    doubled = blank & (before == _BLANK)
    classes[blank] = NOTHING
    classes[doubled] = MARK
    kept = np.flatnonzero(classes).astype(np.int32)
    symbols = classes[kept]
    fresh = symbols >= RARE
    fresh[:1] |= symbols[:1] != last
    fresh[1:] |= symbols[1:] != symbols[:-1]
    return symbols[fresh], kept[fresh]


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
