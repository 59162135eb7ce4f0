"""Numbers that a site put where it cut a text into pages, and how the halves are joined again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechlint.document.pagechains import (
    SAMPLE,
    Breaks,
    Candidate,
    count_breaks,
    is_closed,
    mean,
    page_lengths,
    plain_chain,
    sides_of,
    steady_chain,
    torn_pair,
    with_ends,
)
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Whoever counts pages comes by 2 or 3, or by a number that ends in them; a text without such a line start is never
# read.
_BEHIND = ["、", ".", "．", "页", "/", "／", "-", "—", "–", "－", "）", ")", "】", "]"]
PAGE_NUMBERS = Literals(
    digit + blank + behind for digit in "23２３" for blank in ("", " ") for behind in (*_BEHIND, "\n", "\r")
)
# A page that is shorter is no page; where only torn words speak for a cut, shorter ones are believed, but not mended.
SHORTEST_PAGE = 100
SHORTEST_TORN_PAGE = 15
CUT_SHARE = 0.6
PROVEN_SHARE = 0.1
FEWEST_COUNTED = 3
_LINE_BREAKS = "\r\n"
_SPACE = BLANKS + _LINE_BREAKS
_N = "(?P<n>[0-9０-９]{1,3})"
_M = "[0-9０-９]{1,3}"
_GAP = "[ \u3000]?"
_MARKER = Pattern(
    rf"(?P<page>[（(【\[]?第{_GAP}{_N}{_GAP}[页頁](?:[ \u3000,，/／|]*共{_GAP}{_M}{_GAP}[页頁])?[）)】\]]?)"
    rf"|(?P<dash>[-—–－]{{1,3}}{_GAP}{_N}{_GAP}[-—–－]{{1,3}})"
    rf"|(?P<slash>{_N}{_GAP}[/／]{_GAP}{_M}(?![0-9０-９/／]))"
    rf"|(?P<box>[（(【\[]{_N}[）)】\]])"
)
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_FIRST = _DIGITS | frozenset("（(【[第-—–－")
LONGEST_MARKER = 30
# Those of marks that do not begin with a digit and end in a mark, or in nothing.
_FORMS = ("page", "dash", "slash", "box")
_EXPLICIT = ("page", "dash", "slash")


class PageMark(NamedTuple):
    """A page number that stands in the text.

    `span` is the mark alone; deleting `seam` makes the text whole: the line end before the mark, the indent and the
    mark. `certain` says that the lengths of the pages prove it; else torn words make it likely, and the joint is for a
    person.
    """

    number: int
    span: Span
    seam: Span
    certain: bool


def find_page_marks(document: Document) -> tuple[PageMark, ...]:
    """The page marks, in order; empty for a list, however its items end and however alike in length they are."""
    if not _has_anchor(document):
        return ()
    candidates = _find_candidates(document)
    for form in sorted(candidates, key=lambda form: -len(candidates[form])):
        chain, certain = _choose_chain(document.text, form, candidates[form])
        if chain:
            return _marks(document, chain, certain)
    return ()


def _has_anchor(document: Document) -> bool:
    """Whether any of the numbers stands at the start of a line."""
    text = document.text
    for start, _ in document.places(PAGE_NUMBERS):
        at = start
        while at and start - at < 16 and (text[at - 1] in _FIRST or text[at - 1] in BLANKS):
            at -= 1
        if at == 0 or text[at - 1] in _LINE_BREAKS:
            return True
    return False


def _find_candidates(document: Document) -> dict[str, list[Candidate]]:
    """The numbers at line starts, by the form of their mark."""
    text, lines = document.text, document.lines
    found: dict[str, list[Candidate]] = {}
    for left, end in zip(lines.starts, lines.ends, strict=True):
        while left < end and text[left] in BLANKS:
            left += 1
        if left == end or text[left] not in _FIRST:
            continue
        if text[left] in _DIGITS:
            marker = _plain_marker(text, left, end)
        else:
            # A mark that begins otherwise has its number close behind: the first of （一） and 第三章 are none.
            marker = None if _DIGITS.isdisjoint(text[left : left + 5]) else _other_marker(text, left, end)
        if marker is not None:
            form, number, stop = marker
            candidate = Candidate(number, Span(left, stop), not text[stop:end].strip())
            found.setdefault(form, []).append(candidate)
    return found


def _plain_marker(text: str, left: int, end: int) -> tuple[str, int, int] | None:
    """The mark that begins with the digit at `left`, in a line that ends at `end`: form, number and end of the mark."""
    stop = left
    while stop < end and text[stop] in _DIGITS:
        stop += 1
    if stop - left > 3:
        return None
    number = int(text[left:stop])
    here = text[stop : min(stop + 1, end)]
    if here == "、":
        return "comma", number, stop + 1
    if here and here in ".．":
        return "dot", number, stop + 1
    rest = text[stop : min(end, left + LONGEST_MARKER)].strip(BLANKS)
    if not rest:
        return "bare", number, stop
    return _other_marker(text, left, end) if rest[0] in "/／" else None


def _other_marker(text: str, left: int, end: int) -> tuple[str, int, int] | None:
    match = _MARKER.match(text, left, min(len(text), end, left + LONGEST_MARKER))
    return None if match is None else (next(form for form in _FORMS if match[form]), int(match["n"]), match.end())


def _choose_chain(text: str, form: str, candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], bool]:
    """The page marks among the candidates, and whether they are certain."""
    chain = steady_chain(candidates)
    if chain:
        lengths, breaks = page_lengths(chain), count_breaks(text, chain)
        if breaks.open >= CUT_SHARE * breaks.total and mean(lengths) >= SHORTEST_PAGE:
            if is_proven(lengths, breaks):
                return with_ends(chain, candidates), True
            if breaks.broken_off == breaks.open and (len(set(lengths)) == 1 or len(lengths) > FEWEST_COUNTED):
                return with_ends(chain, candidates), False
    pair = torn_pair(text, candidates, SHORTEST_PAGE)
    if pair:
        return pair, False
    chain = plain_chain(candidates)
    # A mark that calls itself a page's number and stands alone is reported as a page footer.
    if not chain or (form in _EXPLICIT and all(candidate.alone for candidate in chain)):
        return (), False
    lengths, breaks = page_lengths(chain), count_breaks(text, chain)
    torn = breaks.torn >= max(2, breaks.total / 3) and breaks.open >= CUT_SHARE * breaks.total
    return (chain, False) if torn and mean(lengths) >= SHORTEST_TORN_PAGE else ((), False)


def is_proven(lengths: Sequence[float], breaks: Breaks) -> bool:
    """Whether the text around the breaks says that pages were cut, beyond their being of nearly one length."""
    # The items of a list that have no end mark have none inside either, and nobody writes them to the character.
    counted = len(lengths) >= FEWEST_COUNTED and len(set(lengths)) == 1 and breaks.broken_off >= CUT_SHARE * breaks.open
    signs = breaks.torn + breaks.likely >= PROVEN_SHARE * min(breaks.open, SAMPLE)
    return counted or (signs and 2 * breaks.torn + breaks.likely >= 2)


def _marks(document: Document, chain: Sequence[Candidate], certain: bool) -> tuple[PageMark, ...]:
    text, lines = document.text, document.lines
    first, last = lines.index_of(chain[0].span.start), lines.index_of(chain[-1].span.start)
    # Where a page keeps its own line ends, an end mark before the break may close a paragraph.
    flat = last - first <= (2 if chain[-1].alone else 1) * (chain[-1].number - chain[0].number) * 1.5
    spaced = all(text[c.span.end : c.span.end + 1].strip(BLANKS) == "" for c in chain)
    # What stands before the first page is the title, unless it is as long as a page and the number stands below it.
    front = chain[0].number == 1 and chain[0].span.start < mean(page_lengths(chain)) / 2
    return tuple(
        PageMark(c.number, c.span, _seam(document, c, flat, spaced, front and c is chain[0]), certain) for c in chain
    )


def _seam(document: Document, candidate: Candidate, flat: bool, spaced: bool, front: bool) -> Span:
    """What goes with the mark: the line ends around it where the sentence goes on, else no more than its own line."""
    text, lines = document.text, document.lines
    start, end = candidate.span
    line = lines.index_of(start)
    left, right = sides_of(text, candidate.span)
    joined = bool(left) and bool(right) and not front and (flat or not is_closed(left))
    if candidate.alone and not joined:
        return lines.whole(line)
    if spaced or candidate.alone:
        while end < len(text) and text[end] in (_SPACE if candidate.alone else BLANKS):
            end += 1
    if not joined:
        return Span(start, end)
    while start and text[start - 1] in _SPACE:
        start -= 1
    while text[start] in BLANKS:  # blanks before the line end are the text's own
        start += 1
    return Span(start, end)
