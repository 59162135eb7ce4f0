"""What a mask stands for, told from the words on both sides of it."""

from __future__ import annotations

from enum import Enum

from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import ALL, CROSSES, Family, Run
from speechlint.document.mask_slots import ends_in_title
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern


class Kind(Enum):
    """What somebody has to put in. Each kind is reported by one rule."""

    YEAR = "year"
    DATE = "date"
    ORDINAL = "ordinal"
    NUMBER = "number"
    NAME = "name"
    TITLE = "title"
    TERM = "term"
    PARTIAL = "partial"
    CLAUSE = "clause"
    MOU = "mou"
    BLANK = "blank"
    SYMBOLS = "symbols"
    LETTERS = "letters"

    __hash__ = object.__hash__  # members are compared by identity; the name need not be hashed each time


_QUOTES = {"“": "”", '"': '"', "‘": "’", "「": "」", "『": "』", "”": "”", "'": "'"}
_PERSON_BEFORE = ("由", "请", "邀请", "有请", "欢迎", "我是", "叫")
_PERSON_AFTER = Pattern(
    "[ ]?(?:作|主持|讲话|致[辞词欢]|发言|宣读|担任|通报|带队|率|同|为大家|出席|强调|指出|介绍|传达|点评|上台)"
)
_PHONE_BEFORE = Pattern("(?:电话|手机|热线|传真|邮编|账号|编号|号码)[号码]*(?:为|是)?[：: ]*$")
_PHONE_ENDS = frozenset("话机线真编号码为是：:")
_CLAUSE_BEFORE = ("被", "受到", "获得", "荣获", "入选", "获评", "得到")
_STEM_BEFORE = (
    "智慧", "爱心", "平安", "美丽", "幸福", "数字", "文明", "健康", "法治", "诚信", "活力", "生态", "畅享", "创业",
    "和谐",
)  # fmt: skip
_TOWARDS_BEFORE = ("返", "驻", "援", "沿", "抵", "赴", "客来", "人来", "们来", "者来")
_YEAR_CHAIN = Pattern(rf"[ ]?年[ ]?[{ALL}0-9]{{1,3}}[ ]?月|[ ]?(?:年[ ]?)?[—–~～至到-]{{1,2}}[ ]?[{ALL}0-9]+[ ]?年")
_RANGE_AFTER = Pattern(rf"[—–~～至到-]{{1,2}}[{ALL}0-9]+[ ]?(?P<unit>年|月|日|届|次)")
_MARKS_IN_DATES = frozenset("./-")
_SIGN_OR_DIGIT, _SIGNS = frozenset(ALL + "0123456789"), frozenset(ALL)
_HOUR_BEFORE = Pattern(rf"(?:上午|下午|中午|晚上?|凌晨|[{ALL}0-9][日号])$")
_KINDS = {"name": Kind.NAME, "number": Kind.NUMBER}
_HOUR_MARKS, _DATE_MARKS, _RANGE_MARKS = frozenset("时点:："), frozenset("年月./-"), frozenset("—–~～至到-")
_DATED_AFTER = _HOUR_MARKS | _RANGE_MARKS
# Last characters of what is looked for in front of a mask.
_TELLING = frozenset(
    "慧心安丽福字明康治信力态享业谐返驻援沿抵赴来被到得获荣选评记席任长事员表志生士师授傅学理裁监政使干谋官警律人书由请迎叫是之话机线真编号码为：:"
)
# How far a title in 《》 or a window of words is followed, in code points.
TITLE_REACH, BEFORE = 40, 8


def kind_of(text: str, folded: str, start: int, end: int, run: Run, slot: tuple[str, int, int]) -> tuple[Kind, str]:
    """`(kind, slot)` of the mask in `text[start:end]`: what it stands for, and the words behind it as they stand there.

    `slot` is what `slot_after` gives for the mask's end.
    """
    group, slot_start, slot_end = slot
    shown = text[slot_start:slot_end]
    family = run.family
    if family is Family.LINES:
        return Kind.BLANK, shown
    if (run.dated and group not in ("number", "ordinal")) or text[start] in "~～":
        return Kind.YEAR, shown
    last, after = folded[start - 1 : start], folded[end : end + 1]
    if last == "第" or group == "ordinal" or (last == "届" and shown == "次"):
        return Kind.ORDINAL, shown
    if group == "year":
        dated = run.length > 1 or _YEAR_CHAIN.match(folded, end, end + 12) is not None
        return (Kind.YEAR if dated else Kind.NUMBER), shown
    if group == "date":
        numbered = shown == "号" and last in _PHONE_ENDS and _PHONE_BEFORE.search(folded, max(0, start - BEFORE), start)
        return (Kind.NUMBER if numbered else Kind.DATE), shown
    if after in _DATED_AFTER or last in _DATE_MARKS:
        told = _kind_in_date(folded, start, end, last, after, shown)
        if told is not None:
            return told
    if family is Family.MOU:
        return (Kind.NAME if run.length > 1 and group == "name" else Kind.MOU), shown
    if group in _KINDS:
        return _KINDS[group], shown
    if group == "":
        kind = _kind_by_front(text, folded, run, folded[max(0, start - BEFORE) : start], start, end)
        if kind is not None:
            return kind, ""
    opener = text.rfind("《", max(0, start - TITLE_REACH), start)
    if opener >= 0 and text.find("》", opener, start) < 0:
        return Kind.TITLE, shown
    return (Kind.SYMBOLS if family is not Family.LETTERS or text[start] in CROSSES else Kind.LETTERS), shown


def _kind_in_date(folded: str, start: int, end: int, last: str, after: str, shown: str) -> tuple[Kind, str] | None:
    """The kind and the slot of a mask in a time, a date or a range: 晚上X时, X年X, X至X年; else None."""
    before = folded[max(0, start - BEFORE) : start]
    if after in _HOUR_MARKS and _HOUR_BEFORE.search(before) is not None:
        return Kind.DATE, shown or after
    # 1997年XX建起: what follows a year at once and goes on in words may be anybody.
    if last in _DATE_MARKS and _ends_in_date(before) and not (last == "年" and is_han(after)):
        return Kind.DATE, shown
    match = _RANGE_AFTER.match(folded, end, end + 8) if after in _RANGE_MARKS else None
    if match is None:
        return None
    return {"年": Kind.YEAR, "届": Kind.ORDINAL, "次": Kind.NUMBER}.get(match["unit"], Kind.DATE), ""


def _kind_by_front(text: str, folded: str, run: Run, before: str, start: int, end: int) -> Kind | None:
    """The kind of a mask with no slot behind it, told from what stands in front."""
    last, after = before[-1:], text[end : end + 1]
    if last and _QUOTES.get(last) == after:
        return Kind.TERM
    if text[start] == "i":
        return Kind.PARTIAL
    if last not in _TELLING:
        named = run.family is Family.MOU or _hides_given_name(run, folded)
        return Kind.NAME if named else Kind.NUMBER if run.length >= 7 or last.isdigit() else None
    if after and after in '”’」』"》建工平' and before.endswith(_STEM_BEFORE):
        return Kind.PARTIAL
    if run.length == 1 and before.endswith(_TOWARDS_BEFORE):
        return Kind.PARTIAL
    if after and after in "，。；,;" and before.endswith(_CLAUSE_BEFORE):
        return Kind.CLAUSE
    if ends_in_title(before):
        return Kind.NAME
    if run.family is Family.MOU or before.endswith(("我是", "我叫")) or _hides_given_name(run, folded):
        return Kind.NAME
    if before.endswith(_PERSON_BEFORE) and _PERSON_AFTER.match(folded, end, end + 4) is not None:
        return Kind.NAME
    if before.endswith("百分之") or run.length >= 7 or last.isdigit():
        return Kind.NUMBER
    return Kind.NUMBER if last in _PHONE_ENDS and _PHONE_BEFORE.search(before) is not None else None


def _ends_in_date(before: str) -> bool:
    """Whether a year, a month or the half of a date in figures stands at the end: X年, 2024., X.X."""
    if before[-1] in "年月":
        return before[-2:-1] in _SIGN_OR_DIGIT
    if before[-5:-3] in ("19", "20") and _SIGN_OR_DIGIT.issuperset(before[-3:-1]):
        return True
    return any(
        before[-width - 3 : -width - 2] in _SIGNS
        and before[-width - 2 : -width - 1] in _MARKS_IN_DATES
        and _SIGNS.issuperset(before[-width - 1 : -1])
        for width in (1, 2)
    )


def _hides_given_name(run: Run, folded: str) -> bool:
    """王××, 李**"""
    latin = run.family is Family.LETTERS and folded[run.start] not in CROSSES
    return not latin and run.length < 4 and follows_surname(folded, run.start)
