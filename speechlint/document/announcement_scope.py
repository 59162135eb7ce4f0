"""Whether more items of a list may have stood, or stand unseen, behind those that were found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from speechlint.document.cuts import LOSSES
from speechlint.document.markers import Where
from speechlint.text.charsets import ends_sentence
from speechlint.text.numerals import written_like
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.markers import Marker
    from speechlint.document.model import Document
    from speechlint.document.outline import Series

# How much text behind the last item is read for another one, in code points.
REACH, REACH_INSIDE = 3_000, 600
NEXT_LINE = 12  # as much of the next line too
ORDINAL_LEVEL = 6  # 第一，and deeper: these lists stand inside paragraphs as a rule
# A notice that text was left out may stand so far behind the list.
BEHIND = 600
LONGEST_ENTRY = 60
NOWHERE = -1
_MORE = "此外|另外|还有|再有|再就是|再者|最后|末了|再一个|同时还?要|还要|还需|与此同时|另一(?:方面|个)"
_MORE_BEHIND_MARK = Pattern(rf"[。；;！!，,\r\n]\s*(?:{_MORE})")
_MORE_AT_START = Pattern(rf"[\r\n]\s*(?:{_MORE})")


class Scope:
    """What is missing from a document, and the outline before it; `series` are the document's lists."""

    def __init__(self, document: Document, series: Sequence[Series]) -> None:
        self._document = document
        self._series = series

    def is_open(self, series: Series) -> bool:
        """Whether the list may have more items than were found."""
        whole = self._end in self._headings and self._is_bare(series)
        return self.is_cut(series.span.start, series.span.end, whole=whole) or self._goes_on(series)

    def is_cut(self, start: int, end: int, *, whole: bool = False) -> bool:
        """Whether text was taken out between the two offsets or right behind, or the draft breaks off there.

        `whole` says that a missing end mark at the end of the draft says nothing.
        """
        if self.lost(start, end) is not None:
            return True
        if whole or end < self._end:
            return False
        return not ends_sentence(self._document.text[max(0, self._end - 80) : self._end])

    def lost(self, start: int, end: int) -> Span | None:
        """From `start` to a notice, no farther than right behind `end`, that text was taken out; None for none."""
        at = bisect_right(self._losses, end + BEHIND) - 1
        return Span(start, self._losses[at]) if at >= 0 and self._losses[at] >= start else None

    def _is_bare(self, series: Series) -> bool:
        """Whether the list is one of headings alone: where others have text below them, the last wants it too."""
        text, markers = self._document.text, [item.marker for item in series.items]
        return all(
            not text[one.words.end : min(other.span.start, one.words.end + 9)].strip()
            for one, other in pairwise(markers)
        )

    def preview(self, first: Marker) -> tuple[Span, ...]:
        """The headings of the outline before the text that begins with the same words as `first`; () for none."""
        contents = self._document.contents
        if not contents or first.words.end - first.words.start > LONGEST_ENTRY:
            return ()
        text = self._document.text
        words = "".join(first.words.of(text).split())
        for table in contents:
            entry = table.entries[0]
            if words and entry.line < first.line and entry.reading is not None and _agree(words, entry.words(text)):
                style = entry.reading.style
                return tuple(e.span for e in table.entries if e.reading is not None and e.reading.style == style)
        return ()

    def words_between(self, start: int, end: int) -> str:
        """The words between the two offsets, without the numbers that a site put where it cut the text into pages."""
        folded = self._document.folded
        parts = []
        for mark in self._document.page_marks[bisect_left(self._seams, start) : bisect_left(self._seams, end)]:
            parts.append(folded[start : mark.seam.start])
            start = mark.seam.end
        return "".join((*parts, folded[start:end]))

    def _is_page(self, start: int) -> bool:
        """Whether the number at `start` is such a page number."""
        at = bisect_right(self._seams, start) - 1
        return at >= 0 and start < self._document.page_marks[at].seam.end

    def _goes_on(self, series: Series) -> bool:
        """Whether the next item may stand behind the last one without a marker that was understood: 此外, 五，."""
        document, last = self._document, series.items[-1].marker
        inside = last.level >= ORDINAL_LEVEL or last.where is Where.INLINE
        end = max(document.lines.ends[last.line] + NEXT_LINE if inside else 0, series.span.end)
        end = min(end, last.span.end + (REACH_INSIDE if inside else REACH))
        folded = document.folded
        if (_MORE_BEHIND_MARK if inside else _MORE_AT_START).search(folded, last.span.end, end) is not None:
            return True
        number = len(series.items) + 1
        matches = _numbered(number).finditer(folded, last.span.end, end)
        # The marker of a list that began before this one goes on with that.
        begin = series.span.start
        return any(
            self._lists.get(match.start(), begin) >= begin and not self._is_page(match.start()) for match in matches
        )

    @cached_property
    def _lists(self) -> dict[int, int]:
        """For each marker where its list begins, NOWHERE for one that is whole."""
        found = {}
        for series in self._series:
            begin = NOWHERE if series.is_whole else series.span.start
            for item in series.items:
                found[item.marker.span.start] = begin
        return found

    @cached_property
    def _headings(self) -> set[int]:
        """The ends of lines that are headings."""
        markers = [item.marker for series in self._series for item in series.items]
        return {marker.words.end for marker in markers if marker.where is not Where.INLINE and not marker.lead}

    @cached_property
    def _seams(self) -> list[int]:
        return [mark.seam.start for mark in self._document.page_marks]

    @cached_property
    def _losses(self) -> list[int]:
        """Where notices stand that say how much was left out."""
        return [residue.span.start for residue in self._document.residue if residue.kind in LOSSES]

    @cached_property
    def _end(self) -> int:
        return len(self._document.text.rstrip())


@cache
def _numbered(number: int) -> Pattern:
    """A number of that value at the start of a clause, whatever style it has."""
    word = written_like("一", number)
    before = r"(?<=[。；;！!？?：:，,\s])"
    return Pattern(
        rf"{before}(?:第{word}(?![届次季年个批期轮产代])|[（(]?{word}(?:[、，,：:）) \u3000]|是|要)"
        rf"|[（(]?{number}[.．、）)])|{word}(?=[\r\n])"
    )


def _agree(heading: str, entry: str) -> bool:
    return heading.startswith(entry) or entry.startswith(heading)
