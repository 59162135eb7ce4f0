"""Page numbers inside the text: -1-, （2/6）, 第3页 at even distances, where the line ends of the pages were lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from speechlint.document.pagechains import Candidate, count_breaks, is_steady, mean, page_lengths
from speechlint.document.pagemarks import SHORTEST_PAGE, is_proven
from speechlint.text.charsets import BLANKS, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

DIGITS = "0123456789０１２３４５６７８９"
# Two numbers that stand closer are figures; and pages are not three times as long as others.
CLOSEST = 60
UNEVEN = 3
FEWEST, FEWEST_OF_A_TOTAL = 3, 2
_DASHES, _SLASHES = "-—–－", "/／"
_BEHIND_DASH, _BEHIND_NUMBER, _BEHIND_SHARE = frozenset(_DASHES), frozenset("页頁"), frozenset(_SLASHES)
_PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "［": "］"}
# 见第3页 and 第3页的表 speak of a page.
SPEAKS_BEFORE = frozenset("见見在于於如至到自从從的和与與及、，,《翻看读讀")
_SPEAKS_BEHIND = frozenset(
    "的上中里裡裏下第至到和与與及、，,。；;有是为為写寫记記载載印画畫贴貼讲講说說起开開倒所处處》共"
)
# A share of something: 有1/3的, 占2/5以上.
_SHARE_BEFORE = frozenset(
    "约約占佔超达達近有少降为為是到至过過了足不仅僅前后後余餘剩各多第由从從以且增减減取用把将將和与與及于於"
)
_SHARE_BEHIND = frozenset(
    "的以左多强弱強名个個户戶人家村年月日号號次件项項亩畝元吨噸公万萬千亿億成学學班票处處套台本份章小课課倍时時"
)


class Inline(NamedTuple):
    """A number that may be a page's. `form` tells marks of another make apart; `total` is 0 where none is named."""

    number: int
    total: int
    form: str
    span: Span
    doubtful: bool  # as it stands, the text reads on with it


class Printed(NamedTuple):
    """A page number inside the text; `cut` is what goes with it."""

    span: Span
    cut: Span
    certain: bool


def read_inline(text: str, at: int) -> Inline | None:
    """The number whose last digit stands at `at` with what makes it a page's around it."""
    start = at
    while start and text[start - 1] in DIGITS:
        if at - start == 2:
            return None
        start -= 1
    left = start - 1 if text[start - 1 : start] == " " else start
    right = at + 2 if text[at + 1 : at + 2] == " " else at + 1
    before, behind = text[max(0, left - 1) : left], text[right : right + 1]
    if behind in _BEHIND_DASH:
        return _dashed(text, int(text[start : at + 1]), left, right) if before == behind else None
    if behind in _BEHIND_NUMBER:
        return _named(text, int(text[start : at + 1]), left - 1, right + 1) if before == "第" else None
    return _fraction(text, int(text[start : at + 1]), start, right + 1) if behind in _BEHIND_SHARE else None


def find_series(document: Document, candidates: Iterable[Inline]) -> list[list[Printed]]:
    """The series among the candidates, given in order, that count pages: by one and at even distances."""
    chains: dict[tuple[str, int], dict[int, list[Inline]]] = {}
    done: list[list[Inline]] = []
    for candidate in candidates:
        group = chains.setdefault((candidate.form, candidate.total), {})
        chain = group.get(candidate.number - 1)
        if chain is not None and candidate.span.start - chain[-1].span.end >= CLOSEST:
            del group[candidate.number - 1]
            chain.append(candidate)
        else:
            chain = [candidate]
        if candidate.number in group:
            done.append(group[candidate.number])
        group[candidate.number] = chain
    done.extend(chain for group in chains.values() for chain in group.values())
    return [_print(document, chain) for chain in done if _counts_pages(chain)]


def _dashed(text: str, number: int, left: int, right: int) -> Inline | None:
    dash = text[right]
    start, end = left - 1, right + 1
    if text[start - 1 : start] == dash and text[end : end + 1] == dash:
        start, end = start - 1, end + 1
    if _is_glued(text, start, end, _DASHES):
        return None
    return Inline(number, 0, dash, Span(start, end), False)


def _named(text: str, number: int, start: int, end: int) -> Inline | None:
    start, end, bracket = _with_brackets(text, start, end)
    doubtful = not bracket and (text[start - 1 : start] in SPEAKS_BEFORE or text[end : end + 1] in _SPEAKS_BEHIND)
    return Inline(number, 0, "第" + bracket, Span(start, end), doubtful)


def _fraction(text: str, number: int, start: int, at: int) -> Inline | None:
    """The fraction from `start`; the digits below its stroke begin at `at`, or behind a blank."""
    at += text[at : at + 1] == " "
    end = at
    while end - at < 4 and text[end : end + 1] and text[end] in DIGITS:
        end += 1
    if not 0 < end - at < 4 or not 1 <= number <= int(text[at:end]) or int(text[at:end]) == 1:
        return None
    total = int(text[at:end])
    start, end, bracket = _with_brackets(text, start, end)
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if not bracket and _is_glued(text, start, end, _SLASHES + ".．％%‰:："):
        return None
    doubtful = not bracket and (before in _SHARE_BEFORE or behind in _SHARE_BEHIND)
    return Inline(number, total, "/" + bracket, Span(start, end), doubtful)


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int, str]:
    opener = text[start - 1 : start]
    closed = opener in _PAIRS and text[end : end + 1] == _PAIRS[opener]
    return (start - 1, end + 1, opener) if closed else (start, end, "")


def _is_glued(text: str, start: int, end: int, marks: str) -> bool:
    """Whether a letter, a digit or one of the marks touches the number: then it is part of a code or a date."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(character in marks or (character.isalnum() and not is_han(character)) for character in around)


def _counts_pages(chain: Sequence[Inline]) -> bool:
    fewest = FEWEST_OF_A_TOTAL if chain[0].total else FEWEST
    # A series that was cut in front may begin later; a short one then proves too little.
    if len(chain) < fewest or chain[0].number > (1 if len(chain) == 2 else 2 if len(chain) == 3 else 9):
        return False
    if 3 * sum(mark.doubtful for mark in chain) > (len(chain) if len(chain) >= FEWEST else 0):
        return False
    lengths = [b.span.start - a.span.end for a, b in pairwise(chain)]
    return max(lengths) <= UNEVEN * min(lengths)


def _print(document: Document, chain: Sequence[Inline]) -> list[Printed]:
    text = document.text
    pages = [Candidate(mark.number, mark.span, False) for mark in chain]
    certain = False
    if len(chain) >= FEWEST:
        lengths = page_lengths(pages)
        certain = (
            is_steady(lengths) and mean(lengths) >= SHORTEST_PAGE and is_proven(lengths, count_breaks(text, pages))
        )
    return [Printed(mark.span, _cut(document, mark.span), certain) for mark in chain]


def _cut(document: Document, span: Span) -> Span:
    """The mark with the blanks that set it off from the text; the indent of a line stays."""
    text, (start, end) = document.text, span
    line = document.lines[document.lines.index_of(start)]
    while start > line.start and text[start - 1] in BLANKS:
        start -= 1
    if start == line.start:
        start = span.start
    while end < line.end and text[end] in BLANKS:
        end += 1
    return Span(start, end)
