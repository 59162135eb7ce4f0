"""The signs that drafts put where words are left out, and how a run of them is read."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern


class Family(Enum):
    """What a run is made of; every family has look-alikes of its own."""

    LETTERS = "letters"
    STARS = "stars"
    HASHES = "hashes"
    COINS = "coins"
    SHAPES = "shapes"
    MOU = "mou"
    LINES = "lines"
    WORDS = "words"  # 20NN, 20??, OO: masks that are known by more than their sign
    BLANKS = "blanks"


LETTERS = "XxＸｘХх×✕╳✖"
CROSSES = "×✕╳✖"
STARS = "*＊﹡∗"
HASHES = "#＃"
COINS = "¥￥"
SHAPES = "○◯●□■△▲※◎◇◆☆█▇"
LINES = "_＿"
MOU = "某"
# Letters of the same kind as X, but only where they are doubled or behind the century.
WORDS = ("20NN", "20nn", "20YY", "20yy", "20ZZ", "20?", "20？", "OO", "oo", "ＯＯ")
# Blanks that stand for words: two or more where one may be ordinary.
BLANK_STARTS = (
    *(f"{slot}{blank}" for slot in "年第共月" for blank in ("  ", "\u3000")),
    *("年 月", "月 日", "——年", "--年", "—年", "－年"),
    *(f"{opener}{blank}" for opener in "（(" for blank in " \u3000"),
)

FAMILIES = {
    **dict.fromkeys(LETTERS, Family.LETTERS),
    **dict.fromkeys(STARS, Family.STARS),
    **dict.fromkeys(HASHES, Family.HASHES),
    **dict.fromkeys(COINS, Family.COINS),
    **dict.fromkeys(SHAPES, Family.SHAPES),
    **dict.fromkeys(LINES, Family.LINES),
    MOU: Family.MOU,
    **dict.fromkeys("2OoＯ", Family.WORDS),
    **dict.fromkeys("年第共月—-－（(", Family.BLANKS),
}
_SAME = {
    sign: frozenset(signs)
    for signs in (LETTERS, STARS, HASHES, COINS, LINES, MOU, *SHAPES)
    for sign in signs
}  # fmt: skip
ALL = LETTERS + STARS + HASHES + COINS + SHAPES + LINES + MOU
MASK_SIGNS = Literals((*ALL, *WORDS, *BLANK_STARTS), both_scripts=False)

_WORD_RUN = Pattern("20(?:NN|nn|YY|yy|ZZ|[?？]{1,2})|[OoＯ]{2,}")
_CENTURY = Pattern("(?<![0-9０-９A-Za-z.])(?:(?:19|20|１９|２０|2[Oo])[0-9０-９]?)$|[一二][九〇零○0O]$|二千$")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_CENTURY_ENDS = _DIGITS | frozenset("Oo九〇零○千")
CHINESE_DIGITS = frozenset("〇零一二三四五六七八九")


class Run(NamedTuple):
    """Signs of one kind that stand together, `[start, end)`; `prefix` is where the century in front of them begins."""

    start: int
    end: int
    family: Family
    prefix: int

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def dated(self) -> bool:
        """Whether a century stands in front: 20××."""
        return self.prefix < self.start


def read_run(text: str, start: int) -> Run | None:
    """The run whose first sign stands at `start`; blanks are read elsewhere."""
    family = FAMILIES[text[start]]
    if family is Family.WORDS:
        match = _WORD_RUN.match(text, start, start + 12)
        return None if match is None else Run(start, match.end(), family, start)
    same = _SAME[text[start]]
    end = start + 1
    size = len(text)
    while end < size and text[end] in same:
        end += 1
    return Run(start, end, family, _century(text, start, family))


def _century(text: str, start: int, family: Family) -> int:
    before = text[start - 1 : start]
    if before not in _CENTURY_ENDS:
        return start
    match = _CENTURY.search(text[max(0, start - 5) : start])
    # 一九○○ is a year that is written out.
    if match is None or (family is Family.SHAPES and before not in _DIGITS):
        return start
    return start - len(match.group())


def is_digit(character: str) -> bool:
    """Whether the character is one of 0-9 in either width; False for the empty string."""
    return character in _DIGITS
