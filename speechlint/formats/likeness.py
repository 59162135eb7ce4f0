"""How much a stretch of bytes looks like Chinese when it is read in one encoding or another."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache

from speechlint.text.charsets import FULL_WIDTH_MARKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.sweep import Sweep

SAMPLE = 8192  # bytes, from the first that is not ASCII
READINGS = ("utf-8", "gb18030", "cp950", "utf-16-le", "utf-16-be")
# The 200 commonest characters of official texts in simplified and in traditional script: three fifths of any of them.
_COMMON = (
    "的人和国民法一业发定行有展会中大进经建第要实以制全化产加政不在主条十理力作设新工当生地重提是为社者事应院对保成强动改合务关体持高规出年济同或用上方开推能增等二本资三义"
    "革现代家我机区基党五部公决施治案面各权级百农其个件度平长分检管四企坚时察市可技好查证诉系们审利入育期自共员安外项文结于到续量向支步依质得通品内善深取立罪性了造下明场活效"
    "所他科调教学构服任护请收程点执放创解过领完及特情快营犯由与监金导起"
    "國之為於條時關後會發應與經產動業長個區軍並資對規來證最戰驗務計東物教北位名當開這使辦因也至建工稱受統現全試進書但美間相參議違據負責實際團體選舉說話謝讓她你您們沒"
)
_COMMON_SET = frozenset(_COMMON + FULL_WIDTH_MARKS + "\u3000％０１２３４５６７８９")
# Marks, numbers and letters that may stand in a Chinese text and say nothing either way.
_NEUTRAL = Sweep(
    "[\u00b0\u00b1\u00d7\u2010-\u2044\u20ac\u2100-\u22ff\u2460-\u24ff\u25a0-\u2605\u3001-\u303f\uff01-\uff5e\uffe5āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]"
)
# Logarithms of how much oftener a kind of character stands in a text than in a misread one, doubled.
_COMMON_WEIGHT, _ORDINARY_WEIGHT, _RARE_WEIGHT, _ALIEN_WEIGHT = 5, 0, -5, -10
_REPEATS = 4  # a line drawn of one character is no more evidence than a few of it


class Reading(NamedTuple):
    """`weight` adds up the evidence of all characters that are not ASCII; below zero it looks like nothing Chinese."""

    codec: str
    weight: int


def compare_readings(data: bytes) -> list[Reading]:
    """The readings of the first stretch that is not ASCII, the likeliest first; damaged places count against them."""
    first = re.search(rb"[\x80-\xff]", data)
    start = first.start() if first else 0
    readings = []
    for codec in READINGS:
        begin = start & ~1 if codec.startswith("utf-16") else start
        # An incremental decoder: the sample may end inside a character, which is no fault of it.
        decoder = codecs.getincrementaldecoder(codec)("replace")
        readings.append(Reading(codec, likeness(decoder.decode(data[begin : begin + SAMPLE]))))
    return sorted(readings, key=lambda reading: -reading.weight)


def likeness(text: str) -> int:
    """The evidence that `text` is Chinese rather than bytes misread as such; ASCII counts for nothing."""
    return sum(
        min(count, _REPEATS) * _weight(character) for character, count in Counter(text).items() if character > "\x7f"
    )


def likelier_utf16(head: bytes) -> str | None:
    """The byte order in which the beginning of a file is a Chinese or English text in UTF-16, None where it is not."""
    shares = {
        codec: _readable_share(codecs.getincrementaldecoder(codec)("replace").decode(head))
        for codec in ("utf-16-le", "utf-16-be")
    }
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] > 0.7 else None


def _readable_share(text: str) -> float:
    """How much of the text is printable ASCII or a character that Chinese texts use every day."""
    ordinary = _COMMON_SET | _ordinary()
    return sum(" " <= character <= "~" or character in "\t\r\n" or character in ordinary for character in text) / (
        len(text) or 1
    )


def _weight(character: str) -> int:
    if character in _COMMON_SET:
        return _COMMON_WEIGHT
    if character in _ordinary():
        return _ORDINARY_WEIGHT
    if _NEUTRAL.match(character):
        return 0
    return _RARE_WEIGHT if "\u4e00" <= character <= "\u9fff" else _ALIEN_WEIGHT


@cache
def _ordinary() -> frozenset[str]:
    """The characters that GB 2312 and Big5 put into their first levels: 3,755 and 5,401, about 6,900 in all."""
    gb = bytes(byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for byte in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    big5 = bytes(byte for lead in range(0xA4, 0xC7) for trail in trails for byte in (lead, trail))
    return frozenset(gb.decode("gb2312", "ignore") + big5.decode("big5", "ignore"))
