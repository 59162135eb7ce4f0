"""How wide text is on a terminal, in cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from speechlint.text.pattern import Pattern

# Marks that may not begin a line; they stay with the character before them.
_CLOSING = "，。、；：？！”’）》〉】〕」』％%,.;:?!)]}…—"
# A word, or what is counted with its number (地名 23), or one character.
_PIECE = Pattern(r"(?s)[!-~]+|[\u4e00-\u9fff]{1,8} [0-9]+|\s|.")

# Common marks whose width is the terminal's choice. Office prose has few others, and importing wcwidth takes longer
# than checking a draft.
AMBIGUOUS = frozenset("“”‘’…—·×○●□■△▲※→①②③④⑤⑥⑦⑧⑨⑩")


def cells(text: str, ambiguous: int = 1) -> int:
    """The cells that `text` takes; `ambiguous` is what the terminal gives to “ ” … — ① and their like."""
    return len(text) if text.isascii() else sum(cell(character, ambiguous) for character in text)


@lru_cache(maxsize=8192)
def cell(character: str, ambiguous: int) -> int:
    """The cells of one character; none for one that combines with the one before."""
    code = ord(character)
    if 0x4E00 <= code <= 0x9FFF or 0x3000 <= code <= 0x3029 or 0xFF01 <= code <= 0xFF60:
        return 2
    if 0x20 <= code <= 0x7E:
        return 1
    if character in AMBIGUOUS:
        return ambiguous
    from wcwidth import wcwidth

    return max(0, wcwidth(character, ambiguous_width=ambiguous))


def padded(text: str, width: int, ambiguous: int = 1) -> str:
    """`text` with blanks behind it, up to `width` cells."""
    return text + " " * max(0, width - cells(text, ambiguous))


def wrapped(text: str, width: int, ambiguous: int = 1) -> list[str]:
    """`text` in lines of at most `width` cells where it can be: between words, and between Chinese characters."""
    if 2 * len(text) <= width:
        return [text]  # fits, however wide its characters are
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        size = cells(piece, ambiguous)
        if line and used + size > width:
            lines.append(line.rstrip())
            line, used = "", 0
        if not line and piece.isspace():
            continue
        line, used = line + piece, used + size
    return [*lines, line.rstrip()] if line or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    """What must stay together, closing marks included."""
    held = ""
    for match in _PIECE.finditer(text):
        piece = match[0]
        if held and (piece[0] in _CLOSING or held[-1] in "“‘（《〈【〔「『"):
            held += piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
