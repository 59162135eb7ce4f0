"""Single signs, and signs alone on a line: masks only in the company of others of the same sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.document.mask_kinds import Kind, kind_of
from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import CHINESE_DIGITS, CROSSES, HASHES, STARS, Run, is_digit
from speechlint.document.mask_slots import TITLES, has_strict_slot, slot_after
from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.masks import Mask
    from speechlint.document.model import Document

_CIRCLES = "○◯"
# Each a mask of its own; in front of a line, behind a mark or a blank it lists, adorns or rates.
_ORNAMENTS = "☆★◇△◎"
# Span, kind, style, slot and weakness, as in `Mask`.
_Parts = tuple[Span, Kind, str, str, bool]
_SETS = {sign: signs for signs in (CROSSES, STARS, HASHES, _CIRCLES, *_ORNAMENTS) for sign in signs}
# So many single signs before slots vouch for one another where the text has no longer run; ☆ between words is rarer.
SEVERAL = 3
# So many ornaments before slots vouch for those between other words, too: 建设壮美☆、争当☆发展排头兵.
MANY = 5
_FEWEST = {"☆": 2}
# A count that a sentence goes on behind, a date that is a deadline, a title: 死亡×人, *月底前, ○书记.
_COUNT_AFTER = Pattern(
    "[多余几]?(?:人(?=[，。；、,;）)（次以左参]|$|[\r\n])|家(?![庭属乡园具长人禽访风])|次(?![要序第级日年数于品])|个(?![别性人体])"
    "|名(?![称义单字为牌誉录])|起(?![来步源点草因到])|件(?!套)|份(?![额子量])|条(?![件例约款理])|场(?![所地景面合馆])|项(?!目)"
    "|期(?![间待望盼限货末中])|篇(?!章)|批(?![准评示复改注])|台(?![阶账湾风账])|套(?![用话路])|辆|处(?![理长于在罚置分所境])"
    "|户(?![籍口外主])|[万亿]|元(?![旦素首])|[%％]|分钟|小时|公里|亩|吨|岁|天(?![然气空])|位(?![置于次移])|轮(?![流换])|学时|艘|座(?![谈位椅右])|公斤|平方)"
)
_PERSON_AFTER = Pattern(f"(?:常务副|副)?(?:{TITLES})")
_TITLE_BEFORE = Pattern(f"(?:{TITLES})$")
_NO_FACTOR = frozenset("长宽高价量数额率积费")
_MARKS = frozenset("，。；、：,;:“‘《（(第")
_WITHIN = frozenset("，、“‘《（(第")
# 带★项: a sign that is spoken of; ★市级, ★县级 are classes of what is listed.
_BEHIND = frozenset("，。、；！？”’》）")
_NOTING, _CLASSED = frozenset("加标带注打画按"), frozenset("级域")
# 省 * 市 * 县: signs between the steps of a ladder, of which none stands for a word.
_STEPS = frozenset("省市县区州盟旗镇乡村")
_CLAUSE_END = frozenset("，。；、,;：:）)\r\n")
_BLANKS = " \u3000\t"
_DATED = Pattern(
    "[ \u3000\t]*[（(]?[^，。；\r\n]{0,20}[年月][^，。；\r\n]{0,12}日[^，。；\r\n]{0,4}[）)]?[ \u3000\t]*$"
)
_GREETING = Pattern("[^，。；\r\n]{1,40}[：:]$")
# A speaker's name stands in one of the first lines; lines longer than this are no dates, in code points.
HEAD_LINES, LINE = 12, 60


def find_company(document: Document, runs: Sequence[Run], masks: Sequence[Mask]) -> Iterator[_Parts]:
    """The parts of the further masks that `masks` make certain; `runs` are all the runs of the text, in order."""
    taken = {mask.span.start for mask in masks}
    single = [run for run in runs if run.length < 5 and document.text[run.start] in _SETS and run.start not in taken]
    if not single:
        return
    sure: dict[str, int] = {}
    for mask in masks:
        signs = _SETS.get(mask.style)
        if signs is not None and not mask.weak:
            sure[signs] = sure.get(signs, 0) + (SEVERAL if mask.span.end - mask.span.start > 1 else 1)
    text, folded = document.text, document.folded
    found: list[Run] = []
    loose: list[Run] = []
    for run in single:
        if run.length == 1:
            if _takes_slot(text, folded, run):
                found.append(run)
                signs = _SETS[text[run.start]]
                sure[signs] = sure.get(signs, 0) + (folded[run.start - 1] != " " or folded[run.start - 2] not in _STEPS)
            elif _opens_line(text, folded, run):
                found.append(run)
            elif _stands_in_words(text, folded, run):
                loose.append(run)
        elif _is_name_line(document, run, sure.get(_SETS[text[run.start]], 0) >= SEVERAL):
            yield _mask(text, folded, run, Kind.NAME)
    for run in found:
        signs = _SETS[text[run.start]]
        if sure.get(signs, 0) >= _FEWEST.get(signs, SEVERAL):
            yield _mask(text, folded, run, None)
    for run in loose:
        if sure.get(_SETS[text[run.start]], 0) >= MANY:
            yield _mask(text, folded, run, None)


def _mask(text: str, folded: str, run: Run, kind: Kind | None) -> _Parts:
    start, end = run.start, run.end
    if kind is not None:
        return Span(start, end), kind, text[start], "", False
    told, words = kind_of(text, folded, start, end, run, slot_after(folded, end))
    if told is Kind.SYMBOLS and _COUNT_AFTER.match(folded, end, end + 5) is not None:
        told = Kind.NUMBER
    return Span(start, end), told, text[start], words, False


def _takes_slot(text: str, folded: str, run: Run) -> bool:
    """Whether the single sign stands where a number, a date or a name would: behind words, before a slot."""
    start, end = run.start, run.end
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if run.dated or not before or is_digit(after) or before in CHINESE_DIGITS:
        return False
    if before in _NO_FACTOR and text[start] not in HASHES and folded[start - 2 : start] != "增长":
        return False
    if text[start] in STARS and before == after == " ":
        return _stands_apart(folded, start, end)
    if text[start] in _ORNAMENTS:
        if before in _NOTING or folded[end + 1 : end + 2] in _CLASSED or not (is_han(before) or before in _WITHIN):
            return False
    elif not (is_han(before) or before in _MARKS):
        return False
    if text[start] not in _CIRCLES and _COUNT_AFTER.match(folded, end, end + 5) is not None:
        return True
    if text[start] in CROSSES:
        return follows_surname(folded, start) and _names(folded, start, end)
    if text[start] in STARS and follows_surname(folded, start) and _names(folded, start, end):
        return True
    if is_han(before) and text[start] in _CIRCLES and _PERSON_AFTER.match(folded, end, end + 8) is None:
        return False
    return has_strict_slot(folded, end) and after not in _BLANKS


def _stands_apart(folded: str, start: int, end: int) -> bool:
    """Whether the sign has a blank on either side, words in front and a place, an office or a person behind it."""
    if not is_han(folded[start - 2 : start - 1]) or not has_strict_slot(folded, end):
        return False
    kind, slot, _ = slot_after(folded, end)
    return kind in ("place", "organisation", "name") and folded[slot + 1 : slot + 2] not in _CLASSED


def _stands_in_words(text: str, folded: str, run: Run) -> bool:
    """Whether an ornament stands inside a sentence, between words or a word and a mark."""
    if text[run.start] not in _ORNAMENTS or run.dated:
        return False
    before, after = folded[run.start - 1 : run.start], folded[run.end : run.end + 1]
    if not (before and after) or before in _NOTING or before in CHINESE_DIGITS or after in _CLASSED:
        return False
    return (is_han(before) or before in _WITHIN) and (is_han(after) or after in _BEHIND)


def _opens_line(text: str, folded: str, run: Run) -> bool:
    """Whether an ornament at the very start of a line stands before a title, and a sentence goes on: ☆书记还要讲话。"""
    if text[run.start] not in _ORNAMENTS or text[run.start - 1 : run.start] not in ("", "\n", "\r"):
        return False
    title = _PERSON_AFTER.match(folded, run.end, run.end + 8)
    stop = text.find("\n", run.end, run.end + LINE)
    return title is not None and "，" in text[title.end() : stop if stop >= 0 else run.end + LINE]


def _names(folded: str, start: int, end: int) -> bool:
    """Whether a title stands before the surname, or behind the sign: 局长张×, 张×同志."""
    if _PERSON_AFTER.match(folded, end, end + 8) is not None:
        return True
    stop = folded[end : end + 1]
    return (not stop or stop in _CLAUSE_END) and _TITLE_BEFORE.search(folded[max(0, start - 7) : start - 1]) is not None


def _is_name_line(document: Document, run: Run, sure: bool) -> bool:
    """Whether the run is all of a line between a title or a date and the salutation; stars alone draw a line, too."""
    if run.length < 2:
        return False
    text, lines = document.text, document.lines
    line = lines.index_of(run.start)
    if not 0 < line < HEAD_LINES:
        return False
    left, right = lines.starts[line], lines.ends[line]
    if right - left > LINE or text[left:right].strip() != text[run.start : run.end]:
        return False
    above, below = _neighbour(document, line, -1), _neighbour(document, line, 1)
    dated = _DATED.match(above) is not None or _DATED.match(below) is not None
    return dated or (sure and _GREETING.match(below) is not None)


def _neighbour(document: Document, line: int, step: int) -> str:
    """The next line that is not empty, above or below; "" where there is none or it is long."""
    text, lines = document.text, document.lines
    for _ in range(3):
        line += step
        if not 0 <= line < len(lines.starts):
            return ""
        left, right = lines.starts[line], lines.ends[line]
        if right - left > LINE:
            return ""
        words = text[left:right].strip()
        if words:
            return words
    return ""
