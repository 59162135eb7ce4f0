"""Whether a run of *, #, ¥, ○ and their like is a mask, and no bullet, emphasis, ornament or note mark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from speechlint.document.mask_letters import follows_surname
from speechlint.document.mask_signs import CHINESE_DIGITS, SHAPES, Family, Run, is_digit
from speechlint.document.mask_slots import TITLES, has_strict_slot
from speechlint.text.charsets import CLOSERS, HAN
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.model import Document

_HAN = Pattern(f"[{HAN}]")
_YEAR_AFTER = Pattern("[ \u3000]{0,2}(?:年|[）)〕])")
_DATE_AFTER = Pattern(r"年[*＊#＃○△0-9]{1,2}月|月[*＊#＃○△0-9]{1,2}日|月份|届[*＊#＃○△0-9]{1,3}次")
# Inside a date one sign is enough: 3月*日, 第*届, *届*次.
_BEFORE_ONE = {"月": "年", "日": "月", "届": "第是", "次": "届第"}
_PLACE_AFTER = Pattern(
    r"(?:市|县|区|省|镇|乡|村)(?:委|政府|总工会|[在的召，。]|长)|同志(?!们)|副?(?:书记|[市县区局镇乡]长|主任|主席)"
)
# 党的*、*届三中全会: filters take the numbers of congresses.
_SESSION_AFTER, _BEFORE_SESSION = Pattern("届[一二三四五六七八]中全会"), frozenset("、的和及与，")
_CONGRESS_AFTER = Pattern("[、和及与]|大(?:[、和及与以，。精报召闭开胜]|$)|精神|报告")
_COUNT_AFTER = Pattern(r"[多余]?(?:万|亿|个|名|家(?=[企单户])|项|户|场|人次|[%％])")
_NOTE_AFTER = Pattern("表示|代表|见|为|注|[:：]|号|标|后|的[为是]|者[为是]")
# Signs that are spoken of: 加**的为特产.
_NOTED_AFTER = Pattern('[”’」』"](?:号|的[为是])')
_NOTING = frozenset("加标带注打画按有")
_OPENING = "“‘「『《，。；、,;"
_CLOSING = "”’」』》，。；、,;！？!?"
_TITLE_BEFORE = Pattern(f"(?:{TITLES})$")
# Signs that hide a name of so many characters; two stars close bold text.
_NAME_SIGNS = {2: "○◯", 3: "○◯*＊"}
_NAME_END = frozenset("，。；、,;：:")
# Stars and diamonds rate and adorn; these stand for characters.
_BARE_SHAPES = frozenset("○◯●□■△▲█▇")
# Bold text never begins with one of these; a mask may be followed by it.
_NO_BEGINNING = frozenset("的了在、，。；")
# So many pairs of a line that hide words for sure make the others hide some.
FEWEST_HIDING = 2
# 越级**和群体性**: between two hidden words; 和谐, 及时 may be bold.
_JOINING = Pattern("(?:[和与及]|以及)(?![平谐睦解美合气服时会民众世早格第其物])")


def symbol_is_mask(document: Document, folded: str, run: Run, emphasis: frozenset[int]) -> bool:
    """Whether the run of stars, hashes, coins or shapes stands for words. `emphasis` as `find_emphasis` gives it."""
    text = document.text
    start, end = run.start, run.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if run.dated and not is_digit(after):
        return _YEAR_AFTER.match(folded, end, end + 4) is not None
    if start in emphasis or is_digit(before) or is_digit(after):
        return False
    if run.length == 1:
        return _single_is_mask(text, folded, run)
    if text[start] == "○" and (before in CHINESE_DIGITS or after in CHINESE_DIGITS or after == "后"):
        return False
    at_start = _opens_line(text, start)
    if run.family is Family.HASHES and ((at_start and folded[end : end + 3] == "年度") or after in (" ", "\u3000", "")):
        return False
    if has_strict_slot(folded, end) and not (run.family is Family.SHAPES and after in (" ", "\u3000")):
        return not _ornaments(text, run)
    if at_start:
        return False
    if follows_surname(folded, start) and (after in _NAME_END or after in CLOSERS):
        return True
    if after in ("", "\n", "\r", " ", "\u3000"):
        if before in ("：", ":"):
            return run.family is Family.STARS and run.length <= 4
        return _ends_with_title(text, folded, run)
    if run.family is Family.SHAPES and text[start] not in _BARE_SHAPES:
        return False
    if not _between_words(before, after) or _NOTE_AFTER.match(folded, end, end + 3) is not None:
        return False
    noted = folded[start - 2 : start - 1] in _NOTING and _NOTED_AFTER.match(folded, end, end + 4) is not None
    return not noted and not _ornaments(text, run)


def find_emphasis(document: Document, runs: Iterable[Run]) -> frozenset[int]:
    """Starts of the runs of stars that make words bold, in pairs on one line, rather than hide some.

    Drafts that went through a chat program carry Markdown in plain text. Where every line has an even number of runs, a
    pair hides words only if both of its runs stand before a slot or its inside begins as no bold text does. In a line
    where two pairs do, others between words hide some too: **月**日晚**时**分.
    """
    lines: dict[int, list[Run]] = {}
    for run in runs:
        lines.setdefault(document.lines.index_of(run.start), []).append(run)
    if document.source.format == "markdown":
        return frozenset(run.start for row in lines.values() for run in row if run.length < 4)
    folded = document.folded
    found: set[int] = set()
    even = all(len(row) % 2 == 0 for row in lines.values())
    for row in lines.values():
        if len(row) % 2:
            continue
        pairs = list(zip(row[::2], row[1::2], strict=True))
        hides = len(pairs) > FEWEST_HIDING and _hides_words(folded, pairs)
        for opener, closer in pairs:
            if hides and _HAN.match(folded[opener.start - 1 : opener.start]) and _HAN.match(folded, closer.end):
                continue
            if opener.length == closer.length and _makes_bold(folded, opener, closer, even):
                found |= {opener.start, closer.start}
    return frozenset(found)


def _hides_words(folded: str, pairs: list[tuple[Run, Run]]) -> bool:
    """Whether enough of a line's pairs stand before a slot with both runs, as no bold text does."""
    both = (has_strict_slot(folded, opener.end) and has_strict_slot(folded, closer.end) for opener, closer in pairs)
    return sum(both) >= FEWEST_HIDING


def _makes_bold(folded: str, opener: Run, closer: Run, even: bool) -> bool:
    if folded[opener.end : opener.end + 1] in _NO_BEGINNING:
        return False
    if _HAN.match(folded[opener.start - 1 : opener.start]) and _JOINING.match(folded, opener.end, opener.end + 3):
        return False
    slots = has_strict_slot(folded, opener.end) + has_strict_slot(folded, closer.end)
    return slots == 0 or (slots == 1 and even and closer.start - opener.end > 2)


def _single_is_mask(text: str, folded: str, run: Run) -> bool:
    """One sign is a word that a filter took, unless it stands where a number, a date or a place must."""
    if run.family is Family.COINS:
        return False
    before, after = folded[run.start - 1 : run.start], folded[run.end : run.end + 1]
    if _DATE_AFTER.match(folded, run.end, run.end + 5) is not None:
        return before not in CHINESE_DIGITS or not before
    if before and before in _BEFORE_ONE.get(after, ""):
        return text[run.start] not in "●■◆█▇"
    if run.family is not Family.STARS:
        return False
    if _SESSION_AFTER.match(folded, run.end, run.end + 5) is not None:
        return before in _BEFORE_SESSION
    if folded.endswith("党的", 0, run.start) and _CONGRESS_AFTER.match(folded, run.end, run.end + 2) is not None:
        return True
    if _COUNT_AFTER.match(folded, run.end, run.end + 4) is not None:
        return _HAN.match(before) is not None and before not in "长宽高价量数额率积"
    if _PLACE_AFTER.match(folded, run.end, run.end + 5) is None:
        return False
    return not _opens_line(text, run.start) or run.start == 0 or text[run.start - 1] in "\r\n"


def _ends_with_title(text: str, folded: str, run: Run) -> bool:
    """Whether the run closes a line behind a title, as a name does: 主持人：副书记○○○."""
    if run.length > 3 or text[run.start] not in _NAME_SIGNS[run.length]:
        return False
    return _TITLE_BEFORE.search(folded[max(0, run.start - 7) : run.start]) is not None


def _opens_line(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in " \u3000\t" and start - at < 12:
        at -= 1
    return at < 0 or text[at] in "\r\n"


def _between_words(before: str, after: str) -> bool:
    """Whether the run stands where words would; beside a bracket or a colon it is what is left of bold text."""
    left = _HAN.match(before) is not None or (before != "" and before in _OPENING)
    right = _HAN.match(after) is not None or (after != "" and after in _CLOSING)
    return left and right


def _ornaments(text: str, run: Run) -> bool:
    """Whether the same run closes or opens its line too, round a heading: ※※通知※※, ##话题##."""
    if run.family is Family.STARS or run.family is Family.COINS:
        return False
    line_end = text.find("\n", run.end, run.end + 60)
    rest = text[run.end : line_end if line_end >= 0 else run.end + 60].rstrip()
    signs = text[run.start : run.end]
    return _opens_line(text, run.start) and rest.endswith(signs) and signs[0] in SHAPES + "#＃"
