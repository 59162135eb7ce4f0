"""Short lists that a numbered list spells out right behind them, in another order: 学、查、改 and then 一是改……."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.outline import Series

FEWEST = 3
# How far before the first item the short list may stand, how much of an item may name it, and how far into the item the
# name may begin; in code points.
REACH, HEAD, FARTHEST = 160, 24, 6
SHORTEST, LONGEST = 2, 12
_CLAUSE = Pattern(r"[^，,。；;：:！!？?\r\n（()）]+")
_LIST = Pattern("[^、]{1,40}(?:、[^、]{1,14})+")
_JOINT = Pattern("以及|[和与及]")
_QUOTES = '“”‘’「」『』"'
_HEAD_END = Pattern(r"[，,。；;：:！!？?、\r\n]|\Z")


class Disorder(NamedTuple):
    """`names` are the short list's, as they stand; `order` says which of them each item takes up, from the first on."""

    names: tuple[Span, ...]
    order: tuple[int, ...]
    series: Series

    @property
    def span(self) -> Span:
        return Span(self.names[0].start, self.names[-1].end)


def find_disorder(document: Document) -> tuple[Disorder, ...]:
    """The short lists whose items come in another order behind them; each name has to be in one item's beginning."""
    found = (_read(document.folded, series) for series in document.outline.series if len(series.items) >= FEWEST)
    return tuple(disorder for disorder in found if disorder is not None)


def _read(folded: str, series: Series) -> Disorder | None:
    end = series.items[0].marker.span.start
    while end and folded[end - 1].isspace():
        end -= 1
    low = max(0, end - REACH)
    start = max(low, folded.rfind("\n", low, end) + 1, folded.rfind("\r", low, end) + 1)
    count, heads = len(series.items), list[str]()
    if folded.count("、", start, end) < count - 2 or not series.is_whole:
        return None
    clauses = (clause.span() for clause in _CLAUSE.finditer(folded, start, end))
    for match in (match for clause in clauses for match in _LIST.finditer(folded, *clause)):
        parts = _parts(folded, Span(*match.span()), count)
        if parts is None:
            continue
        heads = heads or [_head(folded, item.marker.span.end, item.span.end) for item in series.items]
        common = _common_end([span.of(folded).rstrip(_QUOTES) for span in parts])
        names = _names(folded, parts, heads, 0) or _names(folded, parts, heads, common)
        if names is not None:
            order = tuple(index for _, index in sorted((taken, index) for index, (_, taken) in enumerate(names)))
            if order != tuple(range(len(heads))):
                return Disorder(tuple(span for span, _ in names), order, series)
    return None


def _head(folded: str, start: int, end: int) -> str:
    """The beginning of an item that may name it, without marks of quotation."""
    stop = _HEAD_END.search(folded, start, min(end, start + HEAD))
    return folded[start : stop.start() if stop else min(end, start + HEAD)].strip(_QUOTES + " \u3000")


def _parts(folded: str, clause: Span, count: int) -> list[Span] | None:
    """The pieces of the clause between 、 and, before the last, 和; None where they are not `count`."""
    spans, (at, end) = list[Span](), clause
    if not 0 <= count - 1 - folded.count("、", at, end) <= 1:
        return None
    while at <= end:
        stop = folded.find("、", at, end)
        stop = end if stop < 0 else stop
        spans.append(Span(at, stop))
        at = stop + 1
    if len(spans) == count - 1:
        joint = _JOINT.search(folded, *spans[-1])
        if joint is not None:
            spans[-1:] = [Span(spans[-1].start, joint.start()), Span(joint.end(), end)]
    return spans if len(spans) == count else None


def _names(folded: str, parts: list[Span], heads: list[str], common: int) -> list[tuple[Span, int]] | None:
    """Each part's name and the item that it names; None unless each names one and all name different ones.

    The last `common` characters of the names need not come again.
    """
    bare = [_unquoted(folded, part, index, len(parts)) for index, part in enumerate(parts)]
    # 学、查、改: each single character has to begin an item.
    single = all(end - start == 1 for start, end in bare[1:-1])
    # The first and the last have words before and behind them; they are most likely as long as the second.
    size = bare[1].end - bare[1].start
    found: list[tuple[Span, int]] = []
    for index, (start, end) in enumerate(bare):
        if single:
            candidates = [Span(end - 1, end) if not index else Span(start, start + 1)]
        elif not index:
            candidates = [Span(at, end) for at in range(max(start, end - LONGEST), end - SHORTEST - common + 1)]
            candidates.sort(key=lambda span: span.end - span.start != size)
        elif index == len(bare) - 1 and not common:
            candidates = [Span(start, at) for at in range(min(end, start + LONGEST), start + SHORTEST - 1, -1)]
            candidates.sort(key=lambda span: span.end - span.start != size)
        else:
            candidates = [Span(start, end)]
        name = _named(folded, candidates, common, heads, 0 if single else FARTHEST)
        if name is None or any(name[1] == taken for _, taken in found):
            return None
        found.append(name)
    return found


def _unquoted(folded: str, part: Span, index: int, count: int) -> Span:
    """The part without quotation marks, but for what leads up to the first and follows the last."""
    start, end = part
    while start < end and index and folded[start] in _QUOTES:
        start += 1
    while start < end and index < count - 1 and folded[end - 1] in _QUOTES:
        end -= 1
    return Span(start, end)


def _named(
    folded: str, candidates: list[Span], common: int, heads: list[str], farthest: int
) -> tuple[Span, int] | None:
    """The first candidate that stands at the beginning of an item, and which item; None where it is in two."""
    for span in candidates:
        stem = folded[span.start : span.end - common]
        if not stem or (farthest and len(stem) < SHORTEST):
            continue
        named = [index for index, head in enumerate(heads) if 0 <= head.find(stem) <= farthest]
        if named:
            return (span, named[0]) if len(named) == 1 else None
    return None


def _common_end(words: list[str]) -> int:
    """How long the end is that all words share: 2 for 人才优势, 区位优势."""
    shortest = min(words, key=len)
    length = 0
    while length < len(shortest) and all(word[-length - 1] == shortest[-length - 1] for word in words):
        length += 1
    return length
