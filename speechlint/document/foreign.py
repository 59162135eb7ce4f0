"""Text inside a draft that is no Chinese prose, and that rules about characters leave as it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from speechlint.text.charsets import is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

_WORD = "0-9A-Za-zÀ-ÖØ-öø-ɏͰ-ӿḀ-ỿ"
_TIGHT = r"!-/:-@\[-`{-~×÷±−°’"
# A word alone counts in an entity, an option, a path, and as a call: &nbsp; --help f().
# Possessive, so that a megabyte of letters is read once; it begins with ASCII, which is found twice as fast.
_MORE = rf"(?:[{_TIGHT} \xa0]++[{_WORD}]++)++"
_RUN = Sweep(
    rf"[0-9A-Za-z](?<![0-9A-Za-z].)(?:(?<=[&/\-][A-Za-z])[{_WORD}]*+(?:{_MORE})?|[{_WORD}]*+(?:{_MORE}|(?=\(\)))"
    rf"|(?<=[{_WORD}].)[{_WORD}]*+())"  # é5é5: with the group where there is nothing, or it would be read many times
)
_NUMBER = Pattern(r"[0-9]+(?:[.,:/-][0-9]+)+")
_BLANK, _UNBROKEN = Pattern("[ \xa0]+"), Pattern("[^ \xa0]+")
_CALL = Pattern(rf"(?<=[{_WORD}])\(")
_LETTERS = Pattern("[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿḀ-ỿ’'-]{2,}")
_OPERATOR = Pattern(r"[ \xa0][-+=<>*/×÷±−^|&]+[ \xa0]")
_ADDRESS = Pattern(r"[A-Za-z]://|(?i:www)\.|@")
# A percent sign closes its number and a straight quotation mark its words: a comma behind them is the sentence's.
_SEAM = Pattern("""(?<=%)[,;:!?]+|"[^"]*[,;:!?][^"]*"|[)"][,;:!?]+["(]""")
_TAIL, _ADDRESS_TAIL = ".,;:!?", "/=&#_~+%*-"
_LEAD = frozenset("/\\.@#$~_&")
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_AFTER_WORDS = frozenset("\r\n \t”’」』》〉）)\"'")


class Foreign:
    """Stretches of foreign text: `spans` are sorted and disjoint, in code points.

    Addresses, file names and paths, codes with marks inside, formulas, words of other languages with the marks between
    them, and numbers with a point, a comma, a colon, a hyphen or a slash inside: 3.5, 1,200, 9:30, 1:500, 2024.5.1,
    GB/T 9704-2012, f(x), 3×4. A word or number without any mark, such as 5G or 2025, is left out: nothing in it could
    be taken for a Chinese mark. The mark behind such text belongs to it only where it closes a sentence in the other
    language; in “CEO,他” it is Chinese.
    """

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` lies in foreign text."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index].end

    def at(self, offset: int) -> Span | None:
        """The foreign stretch that the character at `offset` lies in."""
        index = bisect_right(self._starts, offset) - 1
        return self.spans[index] if index >= 0 and offset < self.spans[index].end else None

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches that begin in `[start, end)`."""
        return self.spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def find_foreign(document: Document) -> Foreign:
    """The foreign text of a draft."""
    text = document.text
    found: list[Span] = []
    reached = 0
    for match in _RUN.finditer(text):
        if match.lastindex is not None:
            continue
        start, end = match.span()
        if _NUMBER.fullmatch(text, start, end) is not None:
            found.append(Span(start, end))
            reached = end
            continue
        for span in _parts(text, start, end):
            start = max(span.start, reached)
            if start < span.end:
                found.append(Span(start, span.end))
                reached = span.end
    return Foreign(tuple(found))


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The foreign stretches in a run of words joined by marks and blanks."""
    run = text[start:end]
    blank = " " in run or "\xa0" in run
    if blank and _is_clause(run):
        yield Span(*_widened(text, start, _sentence_end(text, end)))
        return
    if blank and _OPERATOR.search(run) is None:
        at = open_brackets = 0
        for word in _UNBROKEN.finditer(run):
            open_brackets = max(0, open_brackets + len(_CALL.findall(word[0])) - word[0].count(")"))
            if not open_brackets:  # g(x, y) is one
                yield from _token(text, start + at, start + word.end())
                at = word.end()
        yield from _token(text, start + at, end)
        return
    yield from _token(text, start, end)


def _is_clause(run: str) -> bool:
    """Whether two words of letters stand side by side: English, a name, a product."""
    words = _BLANK.split(run)
    spelt = [_LETTERS.match(word.lstrip("(\"'")) is not None for word in words]
    return any(left and right for left, right in pairwise(spelt))


def _sentence_end(text: str, end: int) -> int:
    """The end of a clause with its own closing marks; a mark that Chinese text follows is Chinese."""
    after = end
    while after < len(text) and text[after] in ".!?,;:":
        after += 1
    if after == end:
        return end
    behind = text[after : after + 1]
    if not behind or behind in _AFTER_WORDS:
        following = text[after + 1 : after + 2] if behind in (" ", "") else ""
        if not (is_han(following) and text[end] in ",;:"):
            return after
    return end


def _token(text: str, start: int, end: int) -> Iterator[Span]:
    """One code, address, number or formula; cut where a comma between two of them is the sentence's."""
    start, end = _bare(text, start, end)
    run = text[start:end]
    if _ADDRESS.search(run) is None:
        at = 0
        for seam in _SEAM.finditer(run):
            yield from _piece(text, start + at, start + seam.start())
            at = seam.end()
        start += at
        yield from _piece(text, start, end)
        return
    while end < len(text) and text[end] in _ADDRESS_TAIL:
        end += 1
    yield Span(*_widened(text, start, end))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the marks at both ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _piece(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _bare(text, start, end)
    wide = _widened(text, start, end)
    if start < end and (wide != (start, end) or not text[start:end].isalnum()):
        yield Span(*wide)


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """With the brackets that close what it opens, and the signs that open a path, an entity or an option."""
    run = text[start:end]
    for closer, opener in _CLOSERS.items():
        missing = run.count(opener) - run.count(closer)
        if text[end : end + 2] == "()":
            end += 2
        while missing > 0 and text[end : end + 1] == closer:
            end += 1
            missing -= 1
        while missing < 0 and start and text[start - 1] == opener:
            start -= 1
            missing += 1
    if "'" in run and text[end - 1].isdigit() and text[end : end + 1] == '"':
        end += 1  # 5'30"
    if start and text[start - 1] == "&" and text[end : end + 1] == ";":
        return start - 1, end + 1  # an entity
    first = start
    while first and text[first - 1] in _LEAD:
        first -= 1
    if text[first - 2 : first] == "--" and text[start].isalpha():
        first -= 2
    elif first and text[first - 1] == "-" and not text[first - 2 : first - 1].strip():
        first -= 1
    return first, end
