"""What a Latin letter X is when it is no mask: a ray, an axis, an unknown, a brand, a Roman ten."""

from __future__ import annotations

from speechlint.document.mask_signs import Run
from speechlint.text.choice import Choice
from speechlint.text.pattern import Pattern
from speechlint.text.words import holds_any

LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") | frozenset(
    chr(code + shift) for code in range(0xFF21, 0xFF3B) for shift in (0, 32)
)
# Signs of a single X that is a letter: rays, axes, types, sizes …
_THING_AFTER = Choice(
    "光(?![荣明临])|射线|线(?![上下])|轴|坐标|座标|染色体|因子|级|代(?![表理替])|世代|战警"
    "|档案(?![馆局])|型|形(?![成势象])|刻|值"
    "|变量|理论|因素|效率|元素|元[一二]次|衍射|荧光|波段|刀|方向|基因|键|类(?!似)|平面|字[形型架路母状]|次[方幂]|综合征|综合症|（行）|[0-9]"
)
_FORMULA_AFTER = Choice(
    "[=＝<>＜＞≤≥≈∈≠]|等于|不等于|大于|小于|趋[于近]"
    "|表示|代表[未该某着0-9]|是未知|为(?:未知|变量|自变|任意|常数|整数|正数|[0-9])"
    "|的(?:值|取值|平方|立方|系数|导数|函数|分布|[一二三]次|倍数)"
)
_LETTER_BEFORE = (
    "字母", "符号", "变量", "要素", "创新", "人工智能", "未知数", "推特", "打", "画", "叉", "代号", "苹果", "小米",
    "特斯拉", "吉利", "宝马", "荣耀", "红旗", "小鹏", "极氪",
)  # fmt: skip
_BRAND_ENDS = frozenset('母号量素新能数特打画叉号果米拉利马耀旗鹏氪“‘" ')
_SURE_SLOTS = ("place", "organisation", "name", "ordinal")
_PLATFORM = ("社交平台", "社交媒体平台", "推特", "马斯克", "Twitter")
_FORMULA_NEAR = (
    "方程", "未知数", "函数", "变量", "求解", "坐标系", "横轴", "纵轴", "数轴", "概率密度", "矩阵", "代数式", "不等式",
    "公式中",
)  # fmt: skip
_AXIS = Pattern("[YZWyzw](?:轴|坐标)")
_SIBLINGS, _SIBLINGS_BEFORE = frozenset("YZyz"), frozenset("WYZwyz")
_SIBLING_AFTER = Pattern("[ ]?[、，,和与及—~～-][ ]?[YZyz](?![A-Za-z])")
_SIBLING_BEFORE = Pattern("(?<![A-Za-z])[WYZwyz][ ]?[、，,和与及][ ]?$")
_PAIR_FIRST = frozenset(" 染型综-－")
_PAIR_AFTER = Pattern("[ ]?(?:染色体|型(?=[、，。和性血与及])|综合征|综合症|[-－]?染色体)")
_ROMAN_NEAR = Pattern("(?<![A-Za-z])(?:XI{1,3}|XI[VX]|XVI{0,3}|XXI{1,3}|VI{1,3}|I[VX])(?![A-Za-z])")
_DIMENSION = frozenset("长宽高厚深径行列")
_DASHES, _QUOTED, _QUOTES = frozenset(" \u3000‐–—－-"), frozenset(" \u3000”’"), frozenset('“‘"')
_GENES = ("染色体", "XY", "基因型")
GENES = 40
# How far on either side words of mathematics are looked for, in code points.
NEAR = 24


def is_letter(folded: str, start: int, end: int, slot: str) -> bool:
    """Whether the single X is the letter itself: a ray, an axis, an unknown, a brand.

    `slot` is the kind of the word behind it: places and people are never on axes.
    """
    if slot in _SURE_SLOTS and folded[start - 1 : start] not in LATIN_LETTERS and folded[end : end + 1] != "元":
        return follows_brand(folded, start) or holds_any(folded[max(0, start - NEAR) : end + NEAR], _PLATFORM)
    if _THING_AFTER.told(folded, _skip(folded, end, _DASHES, 3)) is not None:
        return True
    if _FORMULA_AFTER.told(folded, _skip(folded, end, _QUOTED, 2)) is not None:
        return True
    before, after = folded[max(0, start - 7) : start], folded[end : end + 8]
    last, first = before[-1:], after[:1]
    if first and first in "、.．)）" and last in ("", "\n", "\r"):
        return True
    if first == " " and after[1:2] in LATIN_LETTERS:
        return True
    if follows_brand(folded, start):
        return True
    if not _SIBLINGS_BEFORE.isdisjoint(before[-4:]) and _SIBLING_BEFORE.search(before) is not None:
        return True
    if not _SIBLINGS.isdisjoint(after[1:4]) and _SIBLING_AFTER.match(after) is not None:
        return True
    if last in _DIMENSION and first in _DIMENSION:
        return True
    if last and last in "设令" and first and first in "为是=＝":
        return True
    near = folded[max(0, start - NEAR) : end + NEAR]
    if holds_any(near, _PLATFORM) or holds_any(near, _FORMULA_NEAR):
        return True
    return ("轴" in near or "坐标" in near) and _AXIS.search(near) is not None


def _skip(text: str, at: int, signs: frozenset[str], most: int) -> int:
    """Where the text goes on behind up to so many of the signs."""
    stop = at + most
    while at < stop and text[at : at + 1] in signs:
        at += 1
    return at


def is_roman_or_pair(folded: str, run: Run) -> bool:
    """XX染色体; XX世纪 where other Roman numbers stand near; Model XX."""
    start, end = run.start, run.end
    if folded[start] not in "Xx":
        return False
    if folded[end : end + 1] in _PAIR_FIRST and _PAIR_AFTER.match(folded, end, end + 6) is not None:
        return True
    if end - start == 2 and holds_any(folded[max(0, start - GENES) : end + GENES], _GENES):
        return True
    if folded[start - 1 : start] == " " and folded[start - 2 : start - 1] in LATIN_LETTERS and start > 1:
        return True
    return folded[end : end + 2] == "世纪" and _ROMAN_NEAR.search(folded, max(0, start - 200), end + 200) is not None


def follows_brand(text: str, start: int) -> bool:
    """Whether a maker's name, or a word that says a letter follows, stands in front of `start`."""
    last = text[start - 1 : start]
    if last not in _BRAND_ENDS and last not in LATIN_LETTERS:
        return False
    before = text[max(0, start - 7) : start]
    if last in _QUOTES:
        before = before[:-1]
    letter = before[-2:-1] if before[-1:] == " " else before[-1:]
    return (letter.isascii() and letter.isalpha()) or before.endswith(_LETTER_BEFORE)
