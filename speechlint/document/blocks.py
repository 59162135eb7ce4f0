"""Which rare blocks of Unicode a text has characters of."""

from __future__ import annotations

# What every Chinese text is made of: controls and Latin, general punctuation, Chinese punctuation, ideographs,
# full-width forms. Characters in these blocks are found by the words of the one scan; those of the others by asking
# here first.
_COMMON = bytes((0x00, 0x20, 0x30, *range(0x4E, 0xA0), 0xFF))
SURROGATES = frozenset(range(0xD8, 0xE0))
PIECE = 1 << 16  # code points that are looked at in one go: their bytes are copied twice


def find_blocks(text: str) -> frozenset[int]:
    """The high bytes of the text's UTF-16 units, without those that every Chinese text has.

    0x2F stands for U+2F00–2FFF; a character beyond U+FFFF gives one of `SURROGATES` and a second one. Two copies of the
    bytes and one pass of the C library: a hundredth of what a pattern takes.
    """
    found = frozenset[int]()
    for start in range(0, len(text), PIECE):
        high = text[start : start + PIECE].encode("utf-16-le", "surrogatepass")[1::2]
        found = found.union(high.translate(None, _COMMON))
    return found
