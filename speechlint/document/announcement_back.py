"""Counts that look back: 以上三点, and 这三点 in the paragraph of its list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from speechlint.document.announcement_evidence import (
    Evidence,
    JudgedCount,
    Verdict,
    compared,
    evidence_of,
    shown_items,
)
from speechlint.document.announcement_grammar import Announcement
from speechlint.document.announcement_scope import Scope
from speechlint.text.charsets import BLANKS

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.outline import Section, Series

# How many lists, or counts, before a count that looks back are thought of.
MOST_BACK = 40
# How far behind the last item of its list 这三点 may stand, in code points.
NEAR = 60
LONGEST_OPENING = 16


class Backward:
    """The lists that stand before counts; `starts` are where `document.outline.series` begin."""

    def __init__(self, document: Document, starts: list[int], announcements: list[Announcement], scope: Scope) -> None:
        self._document = document
        self._starts = starts
        self._announcements = announcements
        self._scope = scope
        self._sections = [section.span.start for section in document.outline.sections]

    def above(self, announcement: Announcement) -> JudgedCount:
        """以上三点: one of the lists before it in the same speech has to have as many items."""
        section = self._section(announcement)
        behind = [series for series in self._before(announcement) if series.span.start >= section.span.start]
        for series in behind:
            if len(series.items) == announcement.amount:
                return self._judged(announcement, series)
        last = self._meant(announcement, section, behind)
        if last is None or not announcement.saying or self._is_said_before(announcement, section):
            return JudgedCount(announcement, Verdict.UNLISTED)
        # More may have been said before a run inside a paragraph; a list of lines shows all it has.
        certain = _is_certain(last) and evidence_of(last) is Evidence.SIBLINGS
        if not certain or self._scope.is_cut(last.span.start, announcement.span.start):
            lost = self._scope.lost(last.span.start, announcement.span.start) if certain else None
            return JudgedCount(announcement, Verdict.CUT, lost=lost)
        return self._judged(announcement, last)

    def beside(self, announcement: Announcement) -> JudgedCount:
        """一要快，二要稳，这两点……: the only list of the paragraph so far has to have as many items."""
        line = self._document.lines.index_of(announcement.span.start)
        behind = [series for series in self._before(announcement) if series.items[-1].marker.line == line]
        for series in behind:
            if len(series.items) == announcement.amount:
                return self._judged(announcement, series)
        section = self._section(announcement)
        named = announcement.quoted or not announcement.saying
        if len(behind) != 1 or named or self._is_said_before(announcement, section):
            return JudgedCount(announcement, Verdict.UNLISTED)
        (last,) = behind
        far = announcement.span.start - last.items[-1].marker.span.end > NEAR
        if far or not _is_certain(last) or last.items[0].marker.line != line:
            return JudgedCount(announcement, Verdict.UNLISTED)
        return self._judged(announcement, last)

    def _before(self, announcement: Announcement) -> tuple[Series, ...]:
        at = bisect_right(self._starts, announcement.span.start)
        return self._document.outline.series[max(0, at - MOST_BACK) : at]

    def _section(self, announcement: Announcement) -> Section:
        sections = self._document.outline.sections
        return sections[max(0, bisect_right(self._sections, announcement.span.start) - 1)]

    def _meant(self, announcement: Announcement, section: Section, behind: list[Series]) -> Series | None:
        """The only list, or the only one at the top for a count that opens its line; None where it may be another."""
        if len(behind) == 1:
            return behind[0]
        tops = [series for series in section.series[:2] if series.span.start < announcement.span.start]
        line = self._document.lines.index_of(announcement.span.start)
        opening = self._document.folded[self._document.lines.starts[line] : announcement.span.start].lstrip(BLANKS)
        opens = opening.startswith(("以上", "上述")) and len(opening) < LONGEST_OPENING
        return tops[0] if opens and len(tops) == 1 and tops[0].items[-1].marker.line < line else None

    def _is_said_before(self, announcement: Announcement, section: Section) -> bool:
        """Whether the same count was announced before: then it is that one's list that is looked back to."""
        at = bisect_left(self._announcements, announcement)
        earlier = self._announcements[max(0, at - MOST_BACK) : at]
        return any(other.amount == announcement.amount and other.span.start >= section.span.start for other in earlier)

    def _judged(self, announcement: Announcement, series: Series) -> JudgedCount:
        return compared(announcement, evidence_of(series), shown_items(self._document.folded, series))


def _is_certain(series: Series) -> bool:
    """Whether the list is whole, has two items at least, and does not end in 最后, which may be no item."""
    return len(series.items) > 1 and series.is_whole and series.items[-1].marker.ordinal is not None
