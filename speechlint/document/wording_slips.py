"""Words of a text that are better said otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.quotes import Quote
from speechlint.lexicon.word_borders import may_be_cut
from speechlint.lexicon.wordings import GAP, Wording, Wordings
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Of a longer string the middle would have to be a word of its own: it stands across no border of words.
LONGEST_CUT = 3
LONGEST_GAP = 30  # code points
# Two clauses are no phrase, and a second 是 begins another one.
_BREAKS = frozenset("，。；！？,;!?\r\n“”‘’「」《》是")


class WordingSlip(NamedTuple):
    """A word of a table where it stands; `gap` is what stands between its two parts, empty where it has none."""

    span: Span
    wording: Wording
    gap: Span


def find_wording_slips(document: Document, wordings: Wordings) -> Iterator[WordingSlip]:
    """The words of the table outside quotations and titles, in order; of several that overlap the first and longest."""
    candidates = sorted(_candidates(document, wordings), key=lambda slip: (slip.span.start, -slip.span.end))
    if not candidates:
        return
    quoted, last = _Quoted(document.quotes), 0
    for slip in candidates:
        if slip.span.start >= last and not quoted.holds(slip.span):
            last = slip.span.end
            yield slip


def _candidates(document: Document, wordings: Wordings) -> Iterator[WordingSlip]:
    folded = document.folded
    for start, end in document.places(wordings.words):
        word = folded[start:end]
        entry = wordings.entry(word)
        if entry is not None and _stands(folded, start, end, entry):
            yield WordingSlip(Span(start, end), entry, Span(end, end))
        for head in wordings.heads(word):
            gap, entry = _gap_before(folded, start, head), wordings.entry(f"{head}{GAP}{word}")
            if gap is not None and entry is not None:
                yield WordingSlip(Span(gap.start - len(head), end), entry, gap)


def _stands(folded: str, start: int, end: int, entry: Wording) -> bool:
    """Whether the word is one here: its neighbours fit, and no other words explain it."""
    if not entry.where.fits(folded, start, end):
        return False
    return end - start > LONGEST_CUT or bool(entry.where.needed) or not may_be_cut(folded, start, end)


def _gap_before(folded: str, start: int, head: str) -> Span | None:
    """What stands between `head`, in the same clause, and `start`."""
    at = folded.rfind(head, max(0, start - LONGEST_GAP - len(head)), start)
    if at < 0:
        return None
    gap = Span(at + len(head), start)
    return gap if gap.start < gap.end and _BREAKS.isdisjoint(gap.of(folded)) else None


class _Quoted:
    """Whether a span stands in quotation marks; asked for spans in order."""

    def __init__(self, quotes: tuple[Quote, ...]) -> None:
        self._quotes = iter(quotes)
        self._next = next(self._quotes, None)
        self._reach = 0

    def holds(self, span: Span) -> bool:
        while self._next is not None and self._next.start <= span.start:
            self._reach = max(self._reach, self._next.end)
            self._next = next(self._quotes, None)
        return self._reach > span.start
