"""Which blanks inside a line are slips, and which set words apart on purpose: told once for the rules about them."""

from __future__ import annotations

import enum

from speechlint.document.blanks import HALF_STOPS, MARKS, WHITE, Blanks
from speechlint.document.mask_blanks import read_blank
from speechlint.document.model import Document
from speechlint.document.strait_side import StraitSide
from speechlint.lexicon.scripts import fold
from speechlint.lexicon.vocabulary import knows, size
from speechlint.text.charsets import CLOSERS, HAN, OPENERS, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

WIDEST = 2  # a longer blank sets columns apart or waits to be filled in
# A line this short with a U+3000 in it is a verse, a label or an address.
SHORTEST_PROSE = 40
# From this size on a word is common enough to be meant.
COMMON = 5
LONGEST_WORD, LONGEST_PIECE = 4, 20
_STOPS = frozenset("，。、；！？")
_OPENERS = frozenset(OPENERS + "、，。；：")
_WHITE = frozenset(" \t\xa0\u3000")
_BESIDE_LABELS = frozenset("【】〔〕—～·")
_QUOTATION = frozenset("“”‘’「」『』")
# What stands before and behind a slot of a form: 年　月　日, 第　号, 共　页.
_SLOT_BEFORE, _SLOT_AFTER = (
    frozenset("年月第共满滿"),
    frozenset("年月日号號届屆次期条條名位页頁批章项項节節款份元人个個万萬"),
)
_HEADING = Pattern(
    rf"[{WHITE}]*(?:[（(]?(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,2}})[）)、.．]+|第.{{1,3}}[章节])[^，。；：！？,;:!?]{{1,24}}"
)
# Before whom or what Taiwan's offices leave a blank, out of respect: 請 查照, 恭請 總統致詞, 依 鈞部函.
_HONOURED = Pattern(
    "查照|[鉴鑒]核|[鉴鑒][察谅照]|核[示备可准定]|备查|裁[示夺]|[赐惠][予示复覆允准赐教告]|钧[长座部府院局会处署函示鉴启]|台[端鉴启安]|莅[临会]"
    "|贵(?:府|会|局|部|处|校|院|公司|单位|所|署|科|室|厅|[省市县区乡镇]|馆|社|机关)|国父|中山先生|先?总统|蒋公|院长|部长|先[贤烈]"
    "|俯[允准]|亮察|卓[裁参]|酌[予夺参]|垂[察鉴]|公[鉴启]|转[陈请]"
)
_RUN_IN = Pattern(
    rf"[。！？：；{WHITE}](?:[一二三四五六七八九十]{{1,3}}、|[（(][一二三四五六七八九十0-9]{{1,2}}[)）]|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}[{WHITE}]?)"
    "[^。；：！？]{1,30}$"
)
_LABEL = Pattern(rf"[{WHITE}>*+-]*[{HAN}A-Za-z0-9]{{1,8}}:")
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施安"
)
# What a news item opens with: 新华社柳湾5月8日电, 记者周柳生柳湾报道, and in Taiwan 周柳生／柳灣報導.
_DATELINE = Pattern(
    "[^，。；！？]{0,8}(?:记者|通讯员|本报|本网|本台|本站|新华社|新华网|中新社|中新网|中央社|人民网)[^，。；！？]{0,24}(?:电|讯|报[道导])"
    r"|[^，。；！？]{1,12}[／╱/\\][^，。；！？]{1,8}报[道导]"
)
_UNQUOTED = Pattern("[“”「」]")
_DATELINE_ENDS = frozenset("电讯道导")
# No name and no item of a list begins with one of these.
_PARTICLES = frozenset("的了者之时外后中上下内等是在和与对要把从向为以及所就都也")
_AFTER_NAMES = (
    "同志", "先生", "女士", "书记", "主席", "主任", "局长", "部长", "市长", "县长", "院长", "校长", "代表", "委员",
    "教授", "老师", "等", "摄", "报道",
)  # fmt: skip
_BEFORE_NAMES = (
    "记者", "通讯员", "主席", "书记", "主任", "主持人", "长", "作者", "编辑", "人", "同志", "员", "文", "摄影",
)  # fmt: skip


class Gap(enum.Enum):
    """What a blank between two Han characters is."""

    KEPT = "kept"  # it may be meant: a name, a title's joint, columns, a form
    ODD = "odd"  # it stands in a sentence, where none belongs; somebody should look
    TORN = "torn"  # it tears a word apart


def is_stray_beside_mark(blanks: Blanks, span: Span) -> bool:
    """Whether the blank beside a Chinese mark is a slip."""
    text, (start, end) = blanks.text, span
    before, after, blank = text[start - 1], text[end], text[start:end]
    if end - start > WIDEST or "\t" in blank or not (_may_touch(before) and _may_touch(after)):
        return False
    if before in OPENERS and after in CLOSERS:
        return False
    if (before in "’』》" or after in "‘『《") and _halves_slogan(blanks, span):
        return False
    if _is_latin(before):
        if after in "：:" or after in _QUOTATION:
            return False  # the entries of a legend are aligned: u ：流速
    elif before in _QUOTATION and _is_latin(after):
        return False
    if before in HALF_STOPS and not _closes_chinese(blanks, span):
        return False
    if before in _BESIDE_LABELS or after in _BESIDE_LABELS:
        return False
    if blanks.ends_marker(span):
        # What stands behind a number is numbering's matter, but for an opening mark.
        return before in "、）" and after in OPENERS and "\u3000" not in blank
    if "\u3000" in blank:
        if "\u3000" in blanks.before(span).lstrip() + blanks.after(span):
            return False  # verses, or columns
        return before not in "：:" and blanks.in_prose(span) and blanks.line_about(span).length >= SHORTEST_PROSE
    if before in _STOPS or after in _STOPS:
        return not blanks.line_about(span).row
    return blanks.in_prose(span)


def waits_for_words(document: Document, span: Span) -> bool:
    """Whether the blank is a field to be filled in: that is reported as a placeholder."""
    return read_blank(document.text, span.start) is not None


def pays_respect(document: Document, span: Span) -> bool:
    """Whether the blank stands before who or what is honoured so, in a traditional text that is not the mainland's."""
    return (
        _HONOURED.match(document.folded, span.end) is not None
        and document.script.is_traditional
        and document.strait_side is StraitSide.ELSEWHERE
    )


def gap_between_han(document: Document, span: Span) -> Gap:
    """What the blank between two Han characters is."""
    text, blanks = document.text, document.blanks
    before, after = text[span.start - 1], text[span.end]
    if span.end - span.start > WIDEST or (before in _SLOT_BEFORE and after in _SLOT_AFTER) or blanks.ends_marker(span):
        return Gap.KEPT
    if pays_respect(document, span):
        return Gap.KEPT
    left, right = fold(_piece_before(text, span.start)), fold(_piece_after(text, span.end))
    if (len(left) == 1 and len(right) == 1) or _is_name(left, right):
        return Gap.KEPT
    if ends_dateline(blanks, span):
        return Gap.KEPT
    set_apart = "\u3000" in span.of(text) or _inside(blanks, span, "《", "》")
    prose = blanks.in_prose(span) and not set_apart
    if _is_torn(left, right):
        if prose:
            cited = min(len(left), len(right)) > 2 and _is_cited(blanks, span)
            return Gap.KEPT if cited and not _parts_speech(blanks, span) else Gap.TORN
        opens = len(left) == 1 and left not in _SURNAMES and text[span.start - 2 : span.start - 1] in _OPENERS
        return Gap.ODD if len(right) > 1 and (len(left) > 1 or opens) else Gap.KEPT
    if not prose or _may_be_apart(left, right) or (_is_cited(blanks, span) and not _parts_speech(blanks, span)):
        return Gap.KEPT
    line = blanks.before(span)
    if _HEADING.fullmatch(line) is not None or _RUN_IN.search(line) is not None:
        return Gap.KEPT  # the two halves of a heading: 一、清仓 入库; or the end of one that lost its line
    return Gap.KEPT if _has_neighbours(blanks, span.start - len(left), span.end + len(right)) else Gap.ODD


def ends_dateline(blanks: Blanks, span: Span) -> bool:
    """Whether the blank parts the opening words of a news item from what it tells."""
    if fold(blanks.text[span.start - 1]) not in _DATELINE_ENDS:
        return False
    return _DATELINE.fullmatch(fold(blanks.before(span)).lstrip()) is not None


def lies_in_word(document: Document, span: Span) -> bool:
    """Whether the blank parts a word, or a character said twice (件 件), and no two words end and begin at it.

    Less is asked than of a common blank: nobody puts one of another kind inside a word to set anything apart.
    """
    text = document.text
    left, right = fold(_piece_before(text, span.start)), fold(_piece_after(text, span.end))
    if _is_name(left, right) or not document.blanks.in_prose(span):
        return False
    return left[-1] == right[0] or _is_torn(left, right, 0)


def _has_neighbours(blanks: Blanks, first: int, last: int) -> bool:
    """Whether the words `text[first:last]` about a blank are part of a row: a date, a list, a label with its words."""
    text = blanks.text
    if text[first - 1 : first] == "—" and first - 2 >= 0 and text[last : last + 1] in ("", "\r", "\n"):
        return True  # ——柳湾 周柳生
    if is_han(text[first]) and text[first + 1] in _WHITE and text[first - 1 : first] not in MARKS:
        return True  # 9月3日 粮站…
    if text[last : last + 1] in ("：", ":") or (text[last : last + 1] in _WHITE and is_han(text[last + 1 : last + 2])):
        return True
    parted = text[max(0, first - 1) : first] in _WHITE and is_han(text[first - 2 : first - 1])
    return parted and not blanks.ends_marker(Span(first - 1, first))


def _may_touch(character: str) -> bool:
    """Whether text stands there, and no sign of a markup, a formula or a table."""
    return (
        is_han(character) or character in MARKS or character in HALF_STOPS or _is_latin(character) or character == "%"
    )


def _closes_chinese(blanks: Blanks, span: Span) -> bool:
    """Whether the half-width mark before the blank stands in a Chinese line, and does not close a label: 单位: 柳湾."""
    if not blanks.is_chinese(span):
        return False
    return blanks.text[span.start - 1] != ":" or _LABEL.fullmatch(blanks.before(span)) is None


def _halves_slogan(blanks: Blanks, span: Span) -> bool:
    """Whether the blank parts the halves of a slogan in quotation marks: “守好‘粮仓’ 端稳‘饭碗’”."""
    left, right = blanks.before(span), blanks.after(span)
    inside = _inside(blanks, span, "“", "”") or _inside(blanks, span, "「", "」")
    return inside and _STOPS.isdisjoint(_UNQUOTED.split(left)[-1] + _UNQUOTED.split(right)[0])


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _piece_before(text: str, end: int) -> str:
    start = end
    while start and end - start < LONGEST_PIECE and is_han(text[start - 1]):
        start -= 1
    return text[start:end]


def _piece_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and end - start < LONGEST_PIECE and is_han(text[end]):
        end += 1
    return text[start:end]


def _is_name(left: str, right: str) -> bool:
    """Whether a surname alone and the name behind it are set apart, as names of two characters are: 高 明同志."""
    if right[0] in _SURNAMES and left.endswith(_BEFORE_NAMES):
        return True  # 会长 江平
    return left in _SURNAMES and (len(right) == 1 or right.startswith(_AFTER_NAMES, 1))


def _may_be_apart(left: str, right: str) -> bool:
    """Whether one of the pieces is a single character that may stand apart, or a name follows an office."""
    if right[0] in _PARTICLES:
        return False
    return left in _SURNAMES or len(right) == 1 or left.endswith(_BEFORE_NAMES)


def _is_torn(left: str, right: str, common: int = COMMON) -> bool:
    """Whether a word as common as that lies across the blank, and no two words end and begin at it."""
    if any(knows(left[-n:]) for n in (2, 3, 4) if n <= len(left)) and any(
        knows(right[:n]) for n in (2, 3, 4) if n <= len(right)
    ):
        return False
    return any(
        size(left[-k:] + right[:m]) >= common
        for k in range(1, min(len(left), LONGEST_WORD - 1) + 1)
        for m in range(1, min(len(right), LONGEST_WORD - k) + 1)
    )


def _is_cited(blanks: Blanks, span: Span) -> bool:
    """Whether the blank stands in quotation marks or brackets: the halves of a slogan, a name behind an office."""
    return any(_inside(blanks, span, *pair) for pair in ("“”", "「」", "（）", "()"))


def _parts_speech(blanks: Blanks, span: Span) -> bool:
    """Whether the quotation that the blank stands in goes on for several clauses, as no slogan of two halves does."""
    if not any(_inside(blanks, span, *pair) for pair in ("“”", "「」")):
        return False
    left, right = _UNQUOTED.split(blanks.before(span))[-1], _UNQUOTED.split(blanks.after(span))[0].rstrip("。！？")
    if _shape(left.split()[-1:]) == _shape(right.split()[:1]):
        return False  # two lines of a verse: 海阔天空，任鱼飞跃 山高水长，任鸟翱翔
    return not _STOPS.isdisjoint(left + right)


def _shape(words: list[str]) -> list[str]:
    """Words with one sign for each that is no stop."""
    return ["".join(sign if sign in _STOPS else " " for sign in word) for word in words]


def _inside(blanks: Blanks, span: Span, opener: str, closer: str) -> bool:
    before = blanks.before(span)
    return before.rfind(opener) > before.rfind(closer)
