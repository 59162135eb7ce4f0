"""Numbers as Word writes them in front of paragraphs (ECMA-376, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_PLAIN, _FORMAL, _FORMAL_HANT = "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def written(number: int, form: str) -> str:
    """The number in a format of Word's; in plain figures where the format is unknown or has no sign for it."""
    writer = _WRITERS.get(form)
    return str(number) if writer is None or number < 1 else writer(number)


def _counted(number: int, digits: str, units: str, *, lone_ten: bool = True) -> str:
    """Up to 9999 with units; `lone_ten`: 10 to 19 begin with the unit."""
    if number > 9999:
        return "".join(digits[int(figure)] for figure in str(number))
    found, gap = "", False
    for unit, value in zip((*reversed(units), ""), (1000, 100, 10, 1), strict=True):
        digit = number // value % 10
        if digit:
            found += ("零" if gap and found else "") + digits[digit] + unit
            gap = False
        else:
            gap = bool(found)
    return found[1:] if lone_ten and 10 <= number < 20 else found


def _digits(number: int, digits: str) -> str:
    return "".join(digits[int(figure)] for figure in str(number))


def _counting(number: int) -> str:
    """chineseCounting: counted up to 99, digit by digit above."""
    return _counted(number, _PLAIN, "十百千") if number < 100 else _digits(number, "○" + _PLAIN[1:])


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


def _letters(number: int) -> str:
    """a to z, then aa, bb: Word repeats the letter."""
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)


def _sign(first: str, last: int) -> Callable[[int], str]:
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


_WRITERS: dict[str, Callable[[int], str]] = {
    "aiueo": str,
    "chineseCounting": _counting,
    "chineseCountingThousand": lambda number: _counted(number, _PLAIN, "十百千"),
    "chineseLegalSimplified": lambda number: _counted(number, _FORMAL, "拾佰仟", lone_ten=False),
    "decimalEnclosedCircle": _sign("①", 20),
    "decimalEnclosedCircleChinese": _sign("①", 20),
    "decimalEnclosedFullstop": _sign("⒈", 20),
    "decimalEnclosedParen": _sign("⑴", 20),
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalZero": lambda number: f"{number:02d}",
    "ideographDigital": lambda number: _digits(number, _PLAIN),
    "ideographEnclosedCircle": _sign("㊀", 10),
    "ideographLegalTraditional": lambda number: _counted(number, _FORMAL_HANT, "拾佰仟", lone_ten=False),
    "ideographTraditional": lambda number: _STEMS[number - 1] if number <= 10 else str(number),
    "ideographZodiac": lambda number: _BRANCHES[number - 1] if number <= 12 else str(number),
    "japaneseCounting": lambda number: _counted(number, _PLAIN, "十百千"),
    "japaneseDigitalTenThousand": lambda number: _digits(number, _PLAIN),
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": lambda number: _counted(number, _PLAIN, "十百千"),
    "taiwaneseDigital": lambda number: _digits(number, _PLAIN),
    "upperLetter": lambda number: _letters(number).upper(),
    "upperRoman": lambda number: _roman(number).upper(),
}
