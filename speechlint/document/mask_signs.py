"""The signs that drafts put where words are left out, and how a run of them is read."""

from __future__ import annotations

from enum import Enum

from speechlint.lexicon.literals import Literals
from speechlint.text.named_tuple import NamedTuple
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

    __hash__ = object.__hash__  # members are compared by identity; the name need not be hashed each time


LETTERS = "XxＸｘХх×✕╳✖"
CROSSES = "×✕╳✖"
STARS = "*＊﹡∗"
HASHES = "#＃"
COINS = "¥￥"
SHAPES = "○◯●□■△▲※◎◇◆☆█▇"
LINES = "_＿"
MOU = "某"
# Letters of the same kind as X, but only where they are doubled or behind the century.
WORDS: tuple[str, ...] = ("20NN", "20nn", "20YY", "20yy", "20ZZ", "20?", "20？", "OO", "oo", "ＯＯ")
WORDS += tuple(f"20{sign}年" for sign in ("—", "——", "－", "--", "-"))
WORDS += tuple(f"20{decade}{sign}年" for decade in "012" for sign in "?？")
WORDS += ("$$", "@@", "&&", "??", "？？")
# A filter that takes years leaves a wave: 总结~年工作; a name left out of a script is dots: 请……同志致辞.
WORDS += tuple(f"{sign}{slot}" for sign in "~～" for slot in ("年", "度"))
WORDS += tuple(f"……{slot}" for slot in "省市县区镇乡局厅同书主副部校先女讲致宣")
# Units that close a clause behind a gap: 发放慰问金　　　　元，
GAP_UNITS = (
    "元",
    "万元",
    "亿元",
    "户",
    "人",
    "人次",
    "名",
    "家",
    "个",
    "项",
    "件",
    "场",
    "次",
    "份",
    "公里",
    "亩",
    "吨",
)
# Blanks that stand for words: two or more where one may be ordinary.
BLANK_STARTS = (
    *(f"{slot}{blank}" for slot in "年第共月" for blank in ("  ", "\u3000")),
    *("年 月", "月 日", "——年", "--年", "—年", "－年"),
    *(f"{opener}{blank}" for opener in "（(" for blank in " \u3000"),
    *(f"{gap}{unit}" for gap in ("   ", "\u3000\u3000") for unit in GAP_UNITS),
)

FAMILIES = {
    **dict.fromkeys(LETTERS, Family.LETTERS),
    **dict.fromkeys(STARS, Family.STARS),
    **dict.fromkeys(HASHES, Family.HASHES),
    **dict.fromkeys(COINS, Family.COINS),
    **dict.fromkeys(SHAPES, Family.SHAPES),
    **dict.fromkeys(LINES, Family.LINES),
    MOU: Family.MOU,
    **dict.fromkeys("2OoＯ$@&?？~～…", Family.WORDS),
    **dict.fromkeys("年第共月—-－（( \u3000", Family.BLANKS),
}
_SAME = {
    sign: frozenset(signs)
    for signs in (LETTERS, STARS, HASHES, COINS, LINES, MOU, *SHAPES)
    for sign in signs
}  # fmt: skip
ALL = LETTERS + STARS + HASHES + COINS + SHAPES + LINES + MOU
MASK_SIGNS = Literals((*ALL, *WORDS, *BLANK_STARTS), both_scripts=False)

_WORD_RUN = Pattern(
    "20(?:NN|nn|YY|yy|ZZ|[?？]{1,2}|[—－-]{1,2}(?=年)|[0-2][?？](?=年))|[OoＯ]{2,}|[$]{2,}|@{2,}|&{2,}|[?？]{2,}|[~～](?=[年度])|…{2}"
)
_CENTURIES = frozenset(("19", "20", "１９", "２０", "2O", "2o"))
_WRITTEN_CENTURIES = frozenset((*(first + last for first in "一二" for last in "九〇零○0O"), "二千"))
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_CENTURY_ENDS = _DIGITS | frozenset("Oo九〇零○千")
CHINESE_DIGITS = frozenset("〇零一二三四五六七八九")


class Run(NamedTuple):
    """Signs of one kind that stand together, `[start, end)`; `prefix` is where the century in front of them begins.

    `dated` says whether a century stands there: 20××.
    """

    start: int
    end: int
    family: Family
    prefix: int
    length: int
    dated: bool


def read_run(text: str, start: int) -> Run | None:
    """The run whose first sign stands at `start`; blanks are read elsewhere."""
    family = FAMILIES[text[start]]
    if family is Family.WORDS:
        match = _WORD_RUN.match(text, start, start + 12)
        return None if match is None else Run(start, match.end(), family, start, match.end() - start, False)
    same = _SAME[text[start]]
    end = start + 1
    while text[end : end + 1] in same:
        end += 1
    if text[start - 1 : start] in _CENTURY_ENDS:
        length = _century(text[max(0, start - 4) : start])
        # 一九○○ is a year that is written out.
        if length and not (family is Family.SHAPES and text[start - 1] not in _DIGITS):
            return Run(start, end, family, start - length, end - start, True)
    return Run(start, end, family, start, end - start, False)


def _century(before: str) -> int:
    """How many characters at the end of `before` give a century, with a decade or without; 0 where they give none."""
    three, two = before[-3:], before[-2:]
    if len(three) == 3 and three[:2] in _CENTURIES and three[2] in _DIGITS and not _in_word(before[-4:-3]):
        return 3
    return 2 if (two in _CENTURIES and not _in_word(before[-3:-2])) or two in _WRITTEN_CENTURIES else 0


def _in_word(before: str) -> bool:
    return before in _DIGITS or before == "." or (before.isascii() and before.isalpha())


def is_digit(character: str) -> bool:
    """Whether the character is one of 0-9 in either width; False for the empty string."""
    return character in _DIGITS
