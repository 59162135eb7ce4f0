"""Numbers as drafts write them in front of headings and in counts."""

from __future__ import annotations

from functools import lru_cache

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = "一二三四五六七八九"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
# Each first member stands for 1 and the rest follow it in Unicode: ①…⑳, ⑴…⒇, ⒈…⒛, ㈠…㈩, ㉑…㉟, ㊱…㊿.
_ENCLOSED = (("①", 1, 20), ("⑴", 1, 20), ("⒈", 1, 20), ("㈠", 1, 10), ("㉑", 21, 15), ("㊱", 36, 15))


@lru_cache(maxsize=1024)
def number_of(word: str) -> int | None:
    """The number that `word` writes: 十二, 12, １２, ⑫, ㈩; None where it writes none. Chinese ones go up to 9999."""
    if word.isdecimal():
        return int(word)
    if len(word) == 1:
        for first, value, length in _ENCLOSED:
            if 0 <= ord(word) - ord(first) < length:
                return value + ord(word) - ord(first)
    return _chinese_number(word)


def written_like(word: str, number: int) -> str:
    """`number` written as `word` writes its own: 十二 gives Chinese ones, ⑫ enclosed ones, 07 two digits, c letters.

    ValueError where that way has no sign for it: below 1, above 99, ㈩, ⑳ in brackets, z, and for what writes none.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"no list counts to {number}")
    if word.isdecimal():
        digits = str(number).zfill(len(word) if word[0] in "0０" else 1)
        return digits if word[0].isascii() else digits.translate(_WIDE)
    if len(word) == 1 and "a" <= word <= "z" and number <= 26:
        return chr(ord("a") + number - 1)
    if _chinese_number(word) is not None:
        return _in_chinese(number)
    return _enclosed_like(word, number)


def _in_chinese(number: int) -> str:
    """1 to 99 as headings write them: 十二, 二十, 三十五."""
    tens, ones = divmod(number, 10)
    return (_CHINESE[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_CHINESE[ones - 1] if ones else "")


def _enclosed_like(word: str, number: int) -> str:
    """The enclosed sign for `number` of the kind of `word`; the circled ones go on in two more blocks."""
    circled = (_ENCLOSED[0], *_ENCLOSED[4:])
    for kind in (circled, *((block,) for block in _ENCLOSED[1:4])):
        if len(word) == 1 and any(0 <= ord(word) - ord(first) < length for first, _, length in kind):
            for first, value, length in kind:
                if 0 <= number - value < length:
                    return chr(ord(first) + number - value)
    raise ValueError(f"{word!r} has no way to write {number}")


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
