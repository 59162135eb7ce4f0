"""How numbering markers are written: one look at the place where a marker would begin."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

CHAPTER, TOP, BRACKET, DIGIT, BRACKET_DIGIT, SIGN, ORDINAL, RUN = range(8)

CN = "一二三四五六七八九十"
# ①–⒛, ㈠–㈩, ㉑–㉟, ㊱–㊿
_BLOCKS = ((0x2460, 0x249C), (0x3220, 0x322A), (0x3251, 0x3260), (0x32B1, 0x32C0))
ENCLOSED = "".join(chr(code) for block in _BLOCKS for code in range(*block))
DIGITS = "0123456789０１２３４５６７８９"
_CN = f"[零〇{CN}百]{{1,5}}"
_COUNT = f"[{CN}]{{1,3}}"
_DIGITS = "[0-9０-９]{1,3}"
BLANK_SIGNS = " \u3000\xa0"  # up to two of them stand inside a marker
DIGIT_MARKS = ".．、）)"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LETTER_MARKS = ".)．）"
_B = f"[{BLANK_SIGNS}]{{0,2}}"
# 一是一，二是二 speaks of sums; 一要素 and 第一要务 are words.
_IS = f"是(?!否|非|以)(?![{CN}][，,。是])"
_MUST = "要(?![素点點件务務义義领領害闻聞么麼是]|[，,。…])"
_TOP = Pattern(rf"(?P<n>{_CN}){_B}(?:、|[．.](?![0-9０-９]))")
# A decimal is no marker; a year behind one is the item's: 1.2025年安排表
_NO_DECIMAL = "(?=[12][0-9]{3}年)|(?![0-9０-９])"
# A slip for 一、 and so read only where a line begins: 三，加强, 三：加强, 三　加强
_TOP_SLIP = Pattern(
    rf"(?P<n>{_COUNT})(?:{_B}[，,：:]|[ \u3000\xa0]{{1,2}}(?![是要])(?=[\u4e00-\u9fff]{{2}}))(?![{CN}]{_B}[，、：])"
)
# （一）项规定 and （一）至（三）项 point to a paragraph of a law.
_POINTS = (
    "[项項款](?:规定|規定|所|中的|内的|的|之|第|、|和|至|或|及|由|另|情形|行为|行為)"
    "|目(?:规定|規定|所|、|和|至)|[项項款目][。，；）]"
)
_BRACKET = Pattern(
    rf"[（(]{_B}(?:(?P<n>{_CN})|(?P<d>{_DIGITS})){_B}[）)]"
    rf"(?!{_B}(?:{_POINTS}|[、和至到及与與或]{_B}[（(]|[-—~～][（(]))"
    rf"(?:{_B}[、.．，](?![0-9]))?"
)
_DIGIT = Pattern(rf"(?P<n>{_DIGITS})(?:{_B}(?P<mark>[.．、])(?:{_NO_DECIMAL})|{_B}(?P<bracket>[）)]))")
_SIGN = Pattern(rf"(?P<n>[①-⒛㈠-㈩㉑-㉟㊱-㊿])(?:{_B}[、.．])?")
_LETTER = Pattern(rf"(?P<n>[a-z])[{LETTER_MARKS}](?![a-zA-Z0-9])")
_CHAPTER = Pattern(
    rf"第{_B}(?P<n>{_CN}|{_DIGITS}){_B}(?P<unit>[章节節条條编編篇]|部分)(?![章中门門队隊署a-zA-Z的、和至及与與])"
)
_ORDINAL = Pattern(
    rf"第{_B}(?P<n>{_COUNT}|[0-9０-９]{{1,2}}){_B}(?:(?P<mark>[，,、：:])(?!{_B}第|[{CN}]{{1,3}}[，,、是]?第)|(?P<verb>{_IS}|{_MUST}))"
)
_ITS = Pattern(rf"其(?P<n>{_COUNT}){_B}(?:[，,、：:]|(?P<verb>{_IS}))")
_WORD = Pattern(r"(?P<word>首先|其次|再次|最[后後])(?:[，,、：:]|(?P<verb>是(?!否|非)))")
_SIDE = Pattern(r"(?P<word>另?一方面)(?!军|軍)[，,]?")
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "一方面": 1, "另一方面": 2}
# 三、四月份: two numbers side by side are no marker; nor are those of 一、二、三等奖.
_RANGE = Pattern(
    rf"(?P<next>[{CN}]{{1,3}})(?:[、和]|个?(?:月|日|年级|年級|线|線|季度|产业|產業|次|级|級|类|類|期|号|號|届|屆|等|把手|号线|轮|輪|楼|樓))"
)
_CN_SIGNS = frozenset(CN)
# The empty string: a run needs words.
_NOT_BEHIND_IS = frozenset(("", *"否非以"))
_NOT_BEHIND_MUST = frozenset(("", *"素点點件务務义義领領害闻聞么麼是，,。…"))
_SUMS = frozenset("，,。是")
_TEARS = frozenset(" \u3000\xa0")
_TORN = frozenset("是要")
_COMMAS = frozenset("，,")
_RUN_STYLES = {"是": "一是", "要": "一要", "来": "一来", "來": "一来"}
_SIGN_STYLES = (("⑴", "⒇", "⑴", BRACKET_DIGIT), ("⒈", "⒛", "⒈", DIGIT), ("㈠", "㈩", "㈠", BRACKET))


class Reading(Struct, frozen=True, gc=False):
    """What stands there: `end` of the marker, `number` as a span, `word` as it is written, and what it means."""

    end: int
    number: Span
    word: str
    style: str
    level: int
    ordinal: int | None


def read_marker(text: str, start: int, end: int, *, line_start: bool) -> Reading | None:
    """The marker that begins at `start`, in a line that ends at `end`; None where none does.

    At the start of a line more is taken for a marker than inside a paragraph: chapters, letters, 三，加强.
    """
    reader = _READERS.get(text[start])
    reading = None if reader is None else reader(text, start, end)
    if reading is None and line_start:
        reader = _LINE_READERS.get(text[start])
        return None if reader is None else reader(text, start, end)
    return reading


def _counted(text: str, start: int, end: int) -> Reading | None:
    # Runs are by far the commonest markers of a speech: they are read without a pattern.
    at = start + 1
    while at < end and at - start < 3 and text[at] in _CN_SIGNS:
        at += 1
    number = at
    if at < end and text[at] in _TEARS:  # 三 是
        while at < end and at - number < 2 and text[at] in _TEARS:
            at += 1
        if at == end or text[at] not in _TORN:
            at = number
    style = _RUN_STYLES.get(text[at]) if at < end else None
    if style is None:
        return _top(_TOP.match(text, start, end), text, end)
    after = text[at + 1 : at + 3 if at + 3 <= end else end]
    if style == "一是":
        # 一是一，二是二 speaks of sums.
        if after[:1] in _NOT_BEHIND_IS or (after[0] in _CN_SIGNS and after[1:] in _SUMS):
            return None
    elif style == "一要":
        # 一要素, 第一要务 are words.
        if after[:1] in _NOT_BEHIND_MUST:
            return None
    elif after[:1] not in _COMMAS:
        return None
    word = text[start:number]
    return Reading(at + 1, Span(start, number), word, style, RUN, number_of(word))


def _slip(text: str, start: int, end: int) -> Reading | None:
    return _top(_TOP_SLIP.match(text, start, end), text, end)


def _top(match, text: str, end: int) -> Reading | None:  # type: ignore[no-untyped-def]
    if match is None:
        return None
    return None if _is_range(text, match, end) else _reading(match, "n", "一、", TOP)


def _is_range(text: str, match, end: int) -> bool:  # type: ignore[no-untyped-def]
    beside = _RANGE.match(text, match.end(), end)
    return beside is not None and number_of(beside["next"]) == (number_of(match["n"]) or 0) + 1


def _bracketed(text: str, start: int, end: int) -> Reading | None:
    match = _BRACKET.match(text, start, end)
    if match is None:
        return None
    return _reading(match, "n", "（一）", BRACKET) if match["n"] else _reading(match, "d", "（1）", BRACKET_DIGIT)


def _digit(text: str, start: int, end: int) -> Reading | None:
    match = _DIGIT.match(text, start, end)
    if match is None or not match["n"].strip("0０"):  # nothing is counted from nought
        return None
    return _reading(match, "n", "1.", DIGIT) if match["mark"] else _reading(match, "n", "1）", BRACKET_DIGIT)


def _ordinal(text: str, start: int, end: int) -> Reading | None:
    match = _ORDINAL.match(text, start, end)
    if match is None:
        return None
    if match["mark"] == "、" and _is_range(text, match, end):
        return None
    verb = match["verb"]
    return _reading(match, "n", f"第一{verb}" if verb else "第一，", ORDINAL)


def _chapter(text: str, start: int, end: int) -> Reading | None:
    match = _CHAPTER.match(text, start, end)
    if match is None:
        return None
    unit = match["unit"].replace("節", "节").replace("條", "条").replace("編", "编")
    reading = _reading(match, "n", f"第一{unit}", CHAPTER)
    # 第十七条之一 was put in between later; it counts nothing.
    return replace(reading, ordinal=None) if text.startswith("之", match.end()) else reading


def _its(text: str, start: int, end: int) -> Reading | None:
    match = _ITS.match(text, start, end)
    if match is not None:
        return _reading(match, "n", "其一是" if match["verb"] else "其一，", ORDINAL)
    return _word(text, start, end)


def _word(text: str, start: int, end: int) -> Reading | None:
    match = _WORD.match(text, start, end)
    if match is None:
        return None
    return _reading(match, "word", "首先是" if match["verb"] else "首先，", ORDINAL)


def _side(text: str, start: int, end: int) -> Reading | None:
    match = _SIDE.match(text, start, end) if text.startswith("方面", start + 1 + (text[start] == "另")) else None
    if match is None:
        return _counted(text, start, end) if text[start] == "一" else None
    return _reading(match, "word", "一方面", RUN)


def _sign(text: str, start: int, end: int) -> Reading | None:
    match = _SIGN.match(text, start, end)
    if match is None:
        return None
    for first, last, style, level in _SIGN_STYLES:
        if first <= match["n"] <= last:
            return _reading(match, "n", style, level)
    return _reading(match, "n", "①", SIGN)


def _letter(text: str, start: int, end: int) -> Reading | None:
    match = _LETTER.match(text, start, end)
    if match is None:
        return None
    return replace(_reading(match, "n", "a.", SIGN), ordinal=ord(text[start]) - ord("a") + 1)


def _reading(match, group: str, style: str, level: int) -> Reading:  # type: ignore[no-untyped-def]
    word = match[group]
    ordinal = _WORDS.get(word) if group == "word" else number_of(word)
    return Reading(match.end(), Span(*match.span(group)), word, style, level, ordinal)


_READERS = {
    **dict.fromkeys(CN, _counted),
    **dict.fromkeys("一另", _side),
    **dict.fromkeys("（(", _bracketed),
    **dict.fromkeys(DIGITS, _digit),
    **dict.fromkeys("首再最", _word),
    "其": _its,
    "第": _ordinal,
    **dict.fromkeys(ENCLOSED, _sign),
}
_LINE_READERS = {
    **dict.fromkeys(CN, _slip),
    "第": _chapter,
    **dict.fromkeys(LETTERS, _letter),
}
# What a marker can begin with.
BEGINNINGS = frozenset(_READERS) | frozenset(_LINE_READERS)
