"""Announced counts and the lists that they announce: 讲四点意见 and 一、二、三、四、 behind it."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from speechlint.document.announcement_grammar import Announcement, read_announcements
from speechlint.document.announcement_lists import Words, phrases_behind, words_before, words_behind
from speechlint.document.announcement_scope import Scope
from speechlint.document.markers import Where
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.outline import Series

# A count and a list further apart than this in number do not belong together.
MOST_APART = 3
# How many lists, or counts, before a count that looks back are thought of.
MOST_BACK = 40
# How far behind the count its list may begin, in code points.
NEAR = 60
LONGEST_SHOWN = 30
_MARKS = r"[”’」』\"）)]*"
# The list begins right behind the count, or behind the last words of its clause: 三点意见供参考。
_RIGHT_BEHIND = Pattern(
    rf"{_MARKS}(?![中里内之以间])[^，。：；！？,:;!?\s已都均也才]{{0,7}}(?P<mark>[：:，,。.；;！!]?)\s*"
)
_SAME_SENTENCE = Pattern(r"[^。！？：:!?\r\n]{0,45}[。：:！!]?\s*")
_ITEM_END = Pattern(r"[，,。；;：:！!？?\r\n]")
_STRONG = Pattern("(?:以下|下面|如下|主要|具体|着重|重点|分别)[^。！？!?\r\n]{0,12}$")


class Verdict(enum.Enum):
    MATCH = "match"
    MISMATCH = "mismatch"
    OPEN = "open"  # 几点, 若干: no count
    LABEL = "label"  # a slogan or a name: its items are not listed here
    UNLISTED = "unlisted"  # no list in scope, or none that surely is meant
    CUT = "cut"  # text is missing where items may have stood


class Evidence(enum.Enum):
    SIBLINGS = "siblings"  # numbered items, each at the start of a line
    RUN = "run"  # numbered items inside a paragraph
    PREVIEW = "preview"  # the headings of an outline that stands before the text
    WORDS = "words"  # a list without numbers


class JudgedCount(NamedTuple):
    """A count, the items found for it in order, and what came of comparing them.

    `items` are spans to show: the marker with the words behind it, or the words alone. They are empty unless the
    verdict is a match or a mismatch.
    """

    announcement: Announcement
    verdict: Verdict
    evidence: Evidence | None = None
    items: tuple[Span, ...] = ()


def find_announcements(document: Document) -> tuple[JudgedCount, ...]:
    """Every announced count of the text, in order."""
    announcements = list(read_announcements(document))
    if not announcements:
        return ()
    reading = _Reading(document, announcements)
    return tuple(reading.judge(index) for index in range(len(announcements)))


class _Reading:
    """One look at all counts of a document: `series` and where they start are put side by side once."""

    def __init__(self, document: Document, announcements: list[Announcement]) -> None:
        self.folded = document.folded
        self.announcements = announcements
        self.series = document.outline.series
        self.starts = [series.items[0].marker.span.start for series in self.series]
        whole = {item.marker.span.start for series in self.series if _is_whole(series) for item in series.items}
        markers = [item.marker for series in self.series for item in series.items]
        self.headed = {marker.words.end for marker in markers}
        lines = {marker.words.end for marker in markers if marker.where is not Where.INLINE and not marker.lead}
        self.scope = Scope(document, whole, lines)

    def judge(self, index: int) -> JudgedCount:
        announcement = self.announcements[index]
        if announcement.count is None:
            return JudgedCount(announcement, Verdict.OPEN)
        if announcement.back:
            return self._looking_back(announcement)
        series = self._series_behind(announcement)
        if series is not None:
            return self._numbered(announcement, series, self._rivals(index))
        phrases = phrases_behind(self.folded, announcement)
        if phrases is not None and self._begins(announcement, phrases.items[0].start, told=True):
            return self._in_phrases(announcement, phrases, self._rivals(index))
        return self._in_words(announcement)

    def _series_behind(self, announcement: Announcement) -> Series | None:
        """The numbered list that begins right behind the count."""
        end = announcement.span.end
        at = bisect_left(self.starts, end)
        if at == len(self.starts) or self.starts[at] - end > NEAR:
            return None
        return self.series[at] if self._begins(announcement, self.starts[at]) else None

    def _begins(self, announcement: Announcement, start: int, *, told: bool = False) -> bool:
        """Whether what begins at `start` is what the count announces: nothing else stands between them.

        `told` says that no verb of announcing is needed: 两句话。第一句话.
        """
        gap = _RIGHT_BEHIND.fullmatch(self.folded, announcement.span.end, start)
        named = not announcement.saying or announcement.quoted
        told = told or announcement.cued or announcement.span.end in self.headed
        if gap is not None:
            if named or not told:
                return gap["mark"] in tuple("：:，,") or self._is_strong(announcement)
            return True
        return told and not named and _SAME_SENTENCE.fullmatch(self.folded, announcement.span.end, start) is not None

    def _is_strong(self, announcement: Announcement) -> bool:
        first = announcement.number.start
        return _STRONG.search(self.folded, max(0, first - 18), first) is not None

    def _rivals(self, index: int) -> list[int]:
        """The other counts of the same sentence: what follows may be what one of them announced."""
        start, end = self.announcements[index].span
        left = max(self.folded.rfind(mark, max(0, start - NEAR), start) for mark in "。！？\n")
        counts = []
        for other in self.announcements[max(0, index - 3) : index + 4]:
            near = left < other.span.start < start or end < other.span.start < end + NEAR
            if near and other.count is not None and not self._ends_between(start, end, other.span):
                counts.append(other.count)
        return counts

    def _ends_between(self, start: int, end: int, other: Span) -> bool:
        left, right = (other.end, start) if other.end <= start else (end, other.start)
        return any(self.folded.find(mark, left, right) >= 0 for mark in "。！？\n")

    def _numbered(self, announcement: Announcement, series: Series, rivals: list[int]) -> JudgedCount:
        count = announcement.count or 0
        evidence, items = _evidence(series), _shown(self.folded, series)
        preview = self.scope.preview(series.items[0].marker)
        if not _is_whole(series):
            return self._compared(announcement, Evidence.PREVIEW, preview, rivals) if preview else _cut(announcement)
        found = len(items)
        if count == found or (series.items[-1].marker.ordinal is None and count == found - 1):
            return JudgedCount(announcement, Verdict.MATCH, evidence, items)
        if len(preview) > found:
            return self._compared(announcement, Evidence.PREVIEW, preview, rivals)
        if found < 2 or (found < count and self.scope.is_open(series)):
            return _cut(announcement)
        if found > count and self._is_continued(series, count):
            return JudgedCount(announcement, Verdict.UNLISTED)
        return self._compared(announcement, evidence, items, rivals)

    def _compared(
        self, announcement: Announcement, evidence: Evidence, items: tuple[Span, ...], rivals: list[int]
    ) -> JudgedCount:
        count = announcement.count or 0
        if count == len(items):
            return JudgedCount(announcement, Verdict.MATCH, evidence, items)
        if abs(count - len(items)) > MOST_APART or rivals:
            return JudgedCount(announcement, Verdict.UNLISTED)
        return JudgedCount(announcement, Verdict.MISMATCH, evidence, items)

    def _is_continued(self, series: Series, count: int) -> bool:
        """Whether an earlier list of the same style broke off at `count`: its items may go on in this one."""
        at = bisect_left(self.starts, series.items[0].marker.span.start)
        for other in reversed(self.series[max(0, at - 8) : at]):
            if other.style == series.style:
                return other.items[-1].marker.ordinal == count
        return False

    def _looking_back(self, announcement: Announcement) -> JudgedCount:
        """以上三点: one of the lists that the text right before it belongs to has to have as many items."""
        count = announcement.count or 0
        start = announcement.span.start
        at = bisect_right(self.starts, start)
        behind = self.series[max(0, at - MOST_BACK) : at]
        for series in behind:
            if len(series.items) == count:
                return JudgedCount(announcement, Verdict.MATCH, _evidence(series), _shown(self.folded, series))
        if len(behind) != 1 or not announcement.saying or self._said_before(announcement):
            return JudgedCount(announcement, Verdict.UNLISTED)
        (last,) = behind
        whole = _is_whole(last) and last.items[-1].marker.ordinal is not None and len(last.items) > 1
        # More may have been said before a run inside a paragraph; a list of lines shows all it has.
        if not whole or _evidence(last) is Evidence.RUN or self.scope.is_cut(last.span.start, start):
            return _cut(announcement)
        return self._compared(announcement, _evidence(last), _shown(self.folded, last), [])

    def _said_before(self, announcement: Announcement) -> bool:
        """Whether the same count was announced before: then it is that one's list that is looked back to."""
        at = bisect_left(self.announcements, announcement)
        earlier = self.announcements[max(0, at - MOST_BACK) : at]
        return any(other.count == announcement.count for other in earlier)

    def _in_phrases(self, announcement: Announcement, phrases: Words, rivals: list[int]) -> JudgedCount:
        items = phrases.items
        missing = len(items) < (announcement.count or 0)
        if missing and (not phrases.certain or self.scope.is_cut(items[0].start, items[-1].end)):
            return _cut(announcement)
        return self._compared(announcement, Evidence.RUN, items, rivals)

    def _in_words(self, announcement: Announcement) -> JudgedCount:
        found = words_behind(self.folded, announcement) or words_before(self.folded, announcement)
        if found is None:
            named = announcement.quoted or not announcement.saying
            return JudgedCount(announcement, Verdict.LABEL if named else Verdict.UNLISTED)
        if len(found.items) == announcement.count:
            return JudgedCount(announcement, Verdict.MATCH, Evidence.WORDS, found.items)
        if not found.certain:
            return JudgedCount(announcement, Verdict.UNLISTED)
        return self._compared(announcement, Evidence.WORDS, found.items, [])


def _cut(announcement: Announcement) -> JudgedCount:
    return JudgedCount(announcement, Verdict.CUT)


def _is_whole(series: Series) -> bool:
    """Whether the items are numbered 1, 2, 3 …; the last may be 最后."""
    ordinals = [item.marker.ordinal for item in series.items]
    if len(ordinals) > 1 and ordinals[-1] is None:
        ordinals.pop()
    return ordinals == list(range(1, len(ordinals) + 1))


def _evidence(series: Series) -> Evidence:
    at_line_starts = all(item.marker.where is not Where.INLINE for item in series.items)
    return Evidence.SIBLINGS if at_line_starts else Evidence.RUN


def _shown(folded: str, series: Series) -> tuple[Span, ...]:
    """Each marker with the words behind it, up to the first mark."""
    spans = []
    for item in series.items:
        start, behind = item.marker.span
        end = min(item.span.end, behind + LONGEST_SHOWN)
        stop = _ITEM_END.search(folded, behind, end)
        spans.append(Span(start, end if stop is None else stop.start()))
    return tuple(spans)
