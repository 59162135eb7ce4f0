"""Numbers as drafts write them in front of headings and in counts."""

from __future__ import annotations

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
# Each first member stands for 1 and the rest follow it in Unicode: ①…⑳, ⑴…⒇, ⒈…⒛, ㈠…㈩, ㉑…㉟, ㊱…㊿.
_ENCLOSED = (("①", 1, 20), ("⑴", 1, 20), ("⒈", 1, 20), ("㈠", 1, 10), ("㉑", 21, 15), ("㊱", 36, 15))


def number_of(word: str) -> int | None:
    """The number that `word` writes: 十二, 12, １２, ⑫, ㈩; None where it writes none. Chinese ones go up to 9999."""
    if word.isdecimal():
        return int(word)
    if len(word) == 1:
        for first, value, length in _ENCLOSED:
            if 0 <= ord(word) - ord(first) < length:
                return value + ord(word) - ord(first)
    return _chinese_number(word)


def _chinese_number(word: str) -> int | None:
    if not word or any(character not in _DIGITS and character not in _UNITS for character in word):
        return None
    if not any(character in _UNITS for character in word):
        return int("".join(str(_DIGITS[character]) for character in word))
    total = digit = 0
    for character in word:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
