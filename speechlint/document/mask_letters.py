"""Whether a run of X, x or × is a mask: most letters X in the world are not.

The tests go from cheap to dear, because a text full of Latin words asks here at every x.
"""

from __future__ import annotations

from speechlint.document.mask_lookalikes import LATIN_LETTERS, follows_brand, is_letter, is_roman_or_pair
from speechlint.document.mask_signs import ALL, CROSSES, Run, is_digit
from speechlint.document.mask_slots import has_strict_slot
from speechlint.text.charsets import FULL_WIDTH_MARKS, is_han
from speechlint.text.choice import Choice
from speechlint.text.pattern import Pattern

_OPERATORS = frozenset("=＝+＋@^\\&|$÷√")
_JOINTS = frozenset(".-_/－")
_BINDING = _JOINTS | {"("}
# Beside one of these a run may be part of something longer.
_LATIN = LATIN_LETTERS | frozenset("0123456789０１２３４５６７８９") | _OPERATORS | _BINDING
_SIGNS = frozenset(ALL)
# × between two words is “times” or “together with”; behind these it cannot be.
BEFORE_CROSS = frozenset("在到赴来从向对为由与和及于是我本以把将据按经请让使给至往第届年月省市县区镇乡某")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤"
)

_COMPOUND_SURNAMES = frozenset(("欧阳", "司马", "上官", "诸葛", "夏侯", "慕容", "令狐", "皇甫", "尉迟", "公孙", "司徒"))
# 第X类 counts; an X类 is a letter's.
_KINDS = frozenset("类级型代")
# 就业×万人: a number, if the text has other masks; 数据×万企 is a product.
_LARGE = Choice("[多余]?[万亿]|元|户|人次|[%％]|个百分点")

# What a run may be measured in when it hangs on Latin letters or digits.
_UNIT = Pattern("(?:km|kg|mm|cm|m|g|t|MW|GW|kW|KW|kV|kWh|GB|MB|TB|h)(?![A-Za-z])")
_COUNT = Choice(
    "[ ]?[多余]?(?:个|名|万|亿|元(?!素)|家(?!庭)|户|项|人(?![民大])|人次|场|吨|公里|亩|多|余|件|条|%|％|号|月|日|倍)"
)
_ZEROS = Pattern("0{1,4}[ ]?[多余]?(?:个|名|万|亿|元|家|户|项|人|场|吨|公里|亩|多|余|件)")
_LIST_NUMBER = Pattern(r"(?:^|[\n\r\u3000 。；;])[0-9]{1,2}\.$")
_POINTS, _DECIMAL_SIGNS = frozenset(".．"), frozenset("XxＸｘ×")
# With their point, in code points.
LONGEST_DECIMALS = 8
# A Latin x beside an x is no company.
_MARKS = frozenset(FULL_WIDTH_MARKS + ALL) - frozenset("Xx")
_SKIPPED = " \u3000\"'()[]<>{},.:;!?%+-/"


def letters_end(text: str, folded: str, run: Run, slot: str) -> int:
    """Where the mask that begins with the run of letters ends; -1 where it is none.

    `slot` is the kind of the word behind it, as `slot_after` gives it. Decimals are one mask (x.x亿元), and zeros
    belong to it (X00多人).
    """
    start, end, _, _, length, dated = run
    before, after = text[start - 1 : start], text[end : end + 1]
    if dated or before in _LATIN or after in _LATIN:
        told = _end_beside_latin(text, folded, run, before, after)
        if told is not None:
            return told
    if length > 1:
        if is_roman_or_pair(folded, run):
            return -1
    elif text[start] in CROSSES:
        return end if _is_single_cross(text, folded, run) else -1
    elif not (before == "第" and after in _KINDS) and is_letter(folded, start, end, slot):
        return -1
    if after in _POINTS and text[end + 1 : end + 2] in _DECIMAL_SIGNS:
        stop = end + LONGEST_DECIMALS
        end += 2
        while end < stop and text[end : end + 1] in _DECIMAL_SIGNS:
            end += 1
    return end


def _end_beside_latin(text: str, folded: str, run: Run, before: str, after: str) -> int | None:
    """What `letters_end` gives where letters, digits, operators or joints beside the run decide; else None."""
    start, end = run.start, run.end
    if before in LATIN_LETTERS and not run.dated:
        return _after_latin(text, run)
    if after in LATIN_LETTERS:
        return end if run.length > 1 and not before.isdigit() and _UNIT.match(text, end, end + 4) else -1
    if run.dated and _is_year(text, folded, run):
        return end
    if is_digit(before):
        return _behind_digits(folded, run)
    if is_digit(after):
        zeros = _ZEROS.match(folded, end, end + 8)
        return -1 if zeros is None else end + zeros.group().count("0")
    if before in _OPERATORS or after in _OPERATORS:
        return -1
    bound = (before in _BINDING or after in _JOINTS) and not _stands_free(text, start, end)
    return -1 if bound else None


def stands_in_chinese(text: str, run: Run) -> bool:
    """Whether Chinese text, a full-width mark or another mask stands beside the run, quotes and blanks skipped.

    Digits beside it leave the answer to `letters_end`. Needs no folding, so that Latin text costs little.
    """
    before, after = text[run.start - 1 : run.start], text[run.end : run.end + 1]
    if "一" <= before <= "鿿" or "一" <= after <= "鿿" or is_digit(before) or is_digit(after):
        return True
    skipped = _SKIPPED + ("\r\n" if run.length > 1 else "")
    at, stop = run.start - 1, max(-1, run.start - 5)
    while at > stop and text[at] in skipped:
        at -= 1
    if at > stop and _is_han_or_mark(text[at]):
        return True
    at, stop = run.end, min(len(text), run.end + 4)
    while at < stop and text[at] in skipped:
        at += 1
    return at < stop and _is_han_or_mark(text[at])


def _is_han_or_mark(sign: str) -> bool:
    return sign in _MARKS or is_han(sign)


def follows_surname(folded: str, start: int) -> bool:
    """Whether a common surname stands right before `start`, and no longer word that ends in it."""
    before = folded[start - 1 : start]
    return bool(before) and (before in _SURNAMES or folded[start - 2 : start] in _COMPOUND_SURNAMES)


def _after_latin(text: str, run: Run) -> int:
    """iX hides the second half of a program's name; every other Latin letter makes one token with the X."""
    start = run.start
    if text[start - 1] != "i" or text[start] not in "XＸ" or text[run.end : run.end + 1] in LATIN_LETTERS | {""}:
        return -1
    before = text[start - 2 : start - 1]
    if before in LATIN_LETTERS or is_digit(before) or is_digit(text[run.end : run.end + 1]):
        return -1
    return -1 if follows_brand(text, start - 1) else run.end


def _is_year(text: str, folded: str, run: Run) -> bool:
    after = text[run.end : run.end + 1]
    if is_digit(after):
        return False
    if run.length >= 2:
        return not (run.length > 2 and run.start - run.prefix > 2)
    return folded[run.end : run.end + 3].lstrip(" \u3000").startswith("年")


def _behind_digits(folded: str, run: Run) -> int:
    """1XX名 is a number of which digits are hidden; 4×100 and 2X are not."""
    if folded[run.start] in CROSSES and run.length == 1:
        return -1
    if run.length >= 4 or _COUNT.told(folded, run.end) is not None:
        return run.end
    return -1


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no hyphen, dot or slash binds the run to letters or digits: BX-20, 3.X, X/500."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _JOINTS:
        other = text[start - 2 : start - 1]
        bound = other and other not in _SIGNS and (other in LATIN_LETTERS or is_digit(other))
        if bound and _LIST_NUMBER.search(text[max(0, start - 4) : start]) is None:
            return False
    if after in _JOINTS:
        other = text[end + 1 : end + 2]
        if other and other not in _SIGNS and (other in LATIN_LETTERS or is_digit(other)):
            return False
    # f(x)
    return before != "(" or start < 2 or text[start - 2] not in LATIN_LETTERS or text[start - 2] in _SIGNS


def _is_single_cross(text: str, folded: str, run: Run) -> bool:
    before = text[run.start - 1 : run.start]
    if before == "第" or (before in ("〕", "］", "]") and text.startswith("号", run.end)):
        return True
    if not has_strict_slot(folded, run.end):
        return False
    bare = not _is_han_or_mark(before) or before in FULL_WIDTH_MARKS or before in _SIGNS
    if bare or folded[run.start - 1] in BEFORE_CROSS or follows_surname(folded, run.start):
        return True
    return _LARGE.told(folded, run.end) is not None
