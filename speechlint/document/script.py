"""Which script a text is written in."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from speechlint.lexicon.deciding import deciding_characters
from speechlint.lexicon.scripts import fold, usual_form
from speechlint.text.span import Span

# So many deciding characters are needed to judge a paragraph by itself.
FEWEST = 8
# From this share of traditional ones among the deciding characters a text is traditional, up to 1 - it simplified.
SHARE = 0.8
# A longer text is judged by so many slices of it, evenly spread, where they speak with one voice.
LONG, SLICES, SLICE = 10_000, 16, 250
ONE_VOICE = 0.95
_SIMPLIFIED, _TRADITIONAL = "\1", "\2"  # what a deciding character is turned into, to be counted
PIECE = 1 << 16  # code points that are looked up in one go
# How far on either side a word's neighbours are asked for their script.
NEAR = 40


class ScriptName(enum.StrEnum):
    """What the deciding characters say."""

    HANS = "hans"
    HANT = "hant"
    MIXED = "mixed"
    UNKNOWN = "unknown"  # no character decides


class Script(Struct, frozen=True):
    """The script of a whole text, and of its parts.

    `simplified` and `traditional` count the characters that exist in one script alone: those of the whole text, or of
    4,000 characters of it where it is long and they are as good as all of one kind. Parts are always counted whole.
    """

    name: ScriptName
    simplified: int
    traditional: int
    text: str

    def of(self, span: Span) -> ScriptName:
        """The script of the words in `span`, a paragraph; that of the whole text where fewer than 8 decide."""
        simplified, traditional = count_deciding(self.text[span.start : span.end])
        return self.name if simplified + traditional < FEWEST else name_script(simplified, traditional)

    @property
    def is_traditional(self) -> bool:
        return self.name is ScriptName.HANT


def decide_script(text: str, count_all: Callable[[], tuple[int, int]] | None = None) -> Script:
    """The script of `text`; a short text is decided by what deciding characters it has.

    `count_all` counts those of the whole text, for a caller who has more to ask of them.
    """
    if len(text) > LONG:
        simplified, traditional = count_deciding(_sample(text))
        larger, total = max(simplified, traditional), simplified + traditional
        if total >= SLICE and larger >= ONE_VOICE * total:
            return Script(name_script(simplified, traditional), simplified, traditional, text)
    simplified, traditional = count_deciding(text) if count_all is None else count_all()
    return Script(name_script(simplified, traditional), simplified, traditional, text)


def _sample(text: str) -> str:
    step = len(text) // SLICES
    return "".join(text[start : start + SLICE] for start in range(0, step * SLICES, step))


def name_script(simplified: int, traditional: int) -> ScriptName:
    """The script that so many deciding characters of each kind make."""
    if not simplified + traditional:
        return ScriptName.UNKNOWN
    share = traditional / (simplified + traditional)
    if share >= SHARE:
        return ScriptName.HANT
    return ScriptName.HANS if share <= 1 - SHARE else ScriptName.MIXED


def count_deciding(text: str) -> tuple[int, int]:
    """How many characters of `text` are simplified only, and how many are traditional only."""
    return count_kinds(kinds_of(text))


def kinds_of(text: str) -> str:
    """For each character whether it decides, and for which script, as `count_kinds` reads it: a byte in memory."""
    return text.translate(kind_table())


def kinds_of_many(text: str) -> str:
    """The same of a long text, in a tenth of the time. Needs numpy."""
    import numpy as np

    table = np.frombuffer(kind_table() + b" ", np.uint8)
    pieces = (text[start : start + PIECE].encode("utf-32-le", "surrogatepass") for start in range(0, len(text), PIECE))
    kinds = (table.take(np.frombuffer(piece, "<u4"), mode="clip").tobytes() for piece in pieces)
    return b"".join(kinds).decode("ascii")


def count_kinds(kinds: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """How many characters of a stretch are simplified only, and how many are traditional only."""
    return kinds.count(_SIMPLIFIED, start, end), kinds.count(_TRADITIONAL, start, end)


@cache
def kind_table() -> bytes:
    """By code point, up to the last that decides: the byte that stands for a character that decides, and a blank for
    any other."""
    simplified, traditional = deciding_characters()
    kinds = bytearray(b" ") * (1 + ord(max(max(simplified), max(traditional))))
    for deciding, kind in ((simplified, _SIMPLIFIED), (traditional, _TRADITIONAL)):
        byte = ord(kind)
        for code in map(ord, deciding):
            kinds[code] = byte
    return bytes(kinds)


def as_written(text: str, span: Span, words: Sequence[str]) -> list[str]:
    """The words, given in simplified characters, as the text round `span` would write them.

    Characters that stand in the span already are taken from there; the rest follow the script of the line about it.
    """
    here = {fold(character): character for character in span.of(text)}
    before = text[max(0, span.start - NEAR) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + NEAR].partition("\n")[0]
    present = {*before, *after, *here.values()}
    simplified, traditional = (len(present & deciding) for deciding in deciding_characters())
    write = usual_form if traditional > simplified else str
    return ["".join([here.get(character) or write(character) for character in word]) for word in words]
