"""Announced counts and the lists that they announce: 讲四点意见 and 一、二、三、四、 behind it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.document.announcement_back import Backward
from speechlint.document.announcement_evidence import (
    Evidence,
    JudgedCount,
    Verdict,
    compared,
    evidence_of,
    shown_items,
)
from speechlint.document.announcement_grammar import Announcement, read_announcements
from speechlint.document.announcement_lists import Words, bullets_behind, phrases_behind, words_before, words_behind
from speechlint.document.announcement_scope import Scope
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.outline import Series

# How far behind the count its list may begin, in code points.
NEAR = 60
# How far behind the last item of an outer list an inner one of the same style may begin.
OUTER = 1_000
# With so many other counts in its sentence, a count is one of a chain.
CHAIN = 2
_MARKS = r"[”’」』\"）)]*"
# The list begins right behind the count, or behind the last words of its clause: 三点意见供参考。
_RIGHT_BEHIND = Pattern(
    rf"{_MARKS}(?![中里内之以间])[^，。：；！？,:;!?\s已都均也才]{{0,7}}(?P<mark>[：:，,。.；;！!]?)\s*"
)
_SAME_SENTENCE = Pattern(r"[^。！？：:!?\r\n]{0,45}[。：:！!]?\s*")
_ADDED = Pattern(
    r"[。；;！!，,\r\n][^。；;！!\r\n]{0,8}(?:补充|多说|多讲|再说|再讲|再提|再强调|顺便|额外)[^。；;！!\r\n]{0,14}[。：:]?\s*$"
)
_STRONG = Pattern("(?:以下|下面|如下|主要|具体|着重|重点|分别)[^。！？!?\r\n]{0,12}$")


def find_announcements(document: Document) -> tuple[JudgedCount, ...]:
    """Every announced count of the text, in order."""
    announcements = list(read_announcements(document))
    if not announcements:
        return ()
    reading = _Reading(document, announcements)
    return tuple(reading.judge(announcement) for announcement in announcements)


class _Reading:
    """One look at all counts of a document: `series` and where they start are put side by side once."""

    def __init__(self, document: Document, announcements: list[Announcement]) -> None:
        self.document = document
        self.folded = document.folded
        self.announcements = announcements
        self.series = document.outline.series
        self.starts = [series.items[0].marker.span.start for series in self.series]

    @cached_property
    def headed(self) -> set[int]:
        """Where the words of numbered parts end."""
        return {item.marker.words.end for series in self.series for item in series.items}

    @cached_property
    def scope(self) -> Scope:
        """What may be missing around the lists."""
        return Scope(self.document, self.series)

    @cached_property
    def backward(self) -> Backward:
        """The lists before counts that look back."""
        return Backward(self.document, self.starts, self.announcements, self.scope)

    def judge(self, announcement: Announcement) -> JudgedCount:
        if announcement.amount is None:
            return JudgedCount(announcement, Verdict.OPEN)
        if announcement.back:
            return self.backward.above(announcement)
        series = self._series_behind(announcement)
        if series is None and announcement.these:
            return self.backward.beside(announcement)
        if series is not None:
            return self._numbered(announcement, series)
        phrases = phrases_behind(self.folded, announcement)
        if phrases is not None and self._begins(announcement, phrases.items[0].start, told=True):
            return self._in_phrases(announcement, phrases, Evidence.RUN)
        bullets = bullets_behind(self.folded, announcement)
        if bullets is not None and self._begins(announcement, bullets.items[0].start):
            return self._in_phrases(announcement, bullets, Evidence.SIBLINGS)
        return self._in_words(announcement)

    def _series_behind(self, announcement: Announcement) -> Series | None:
        """The numbered list that begins right behind the count."""
        end = announcement.span.end
        at = bisect_left(self.starts, end)
        if at == len(self.starts) or self.starts[at] - end > NEAR:
            return None
        found = self.series[at]
        if self._begins(announcement, self.starts[at]):
            return found
        return found if self._shares_word(announcement, found) else None

    def _shares_word(self, announcement: Announcement, series: Series) -> bool:
        """Whether most items right behind the count have the counted word in them: 四个提升。一是提升水质."""
        noun = announcement.noun
        gap = _RIGHT_BEHIND.fullmatch(self.scope.words_between(announcement.span.end, series.span.start))
        if len(noun) < 2 or gap is None or gap["mark"] in tuple("，,"):
            return False
        sharing = sum(noun in item.of(self.folded) for item in shown_items(self.folded, series))
        return 2 * sharing > len(series.items)

    def _begins(self, announcement: Announcement, start: int, *, told: bool = False) -> bool:
        """Whether what begins at `start` is what the count announces: nothing else stands between them.

        `told` says that no verb of announcing is needed: 两句话。第一句话.
        """
        between = self.scope.words_between(announcement.span.end, start)
        if self.document.source.format == "markdown":
            between = between.rstrip("#* ")  # before a heading
        gap = _RIGHT_BEHIND.fullmatch(between)
        named = not announcement.saying or announcement.quoted
        if gap is not None and gap["mark"] in tuple("：:"):
            return True
        told = not named and (told or announcement.cued or announcement.span.end in self.headed)
        if gap is not None:
            return told or (gap["mark"] not in tuple("，,") and self._is_strong(announcement))
        return told and _SAME_SENTENCE.fullmatch(between) is not None

    def _is_strong(self, announcement: Announcement) -> bool:
        first = announcement.number.start
        return _STRONG.search(self.folded, max(0, first - 18), first) is not None

    def _rivals(self, announcement: Announcement) -> list[Announcement]:
        """The other counts of the same sentence."""
        start, end = announcement.span
        index = bisect_left(self.announcements, announcement)
        left = max(self.folded.rfind(mark, max(0, start - NEAR), start) for mark in "。！？\n")
        rivals = []
        for other in self.announcements[max(0, index - 3) : index + 4]:
            near = left < other.span.start < start or end < other.span.start < end + NEAR
            if near and other.amount is not None and not self._ends_between(start, end, other.span):
                rivals.append(other)
        return rivals

    def _ends_between(self, start: int, end: int, other: Span) -> bool:
        left, right = (other.end, start) if other.end <= start else (end, other.start)
        return any(self.folded.find(mark, left, right) >= 0 for mark in "。！？\n")

    def _numbered(self, announcement: Announcement, series: Series) -> JudgedCount:
        count = announcement.amount or 0
        evidence, items = evidence_of(series), shown_items(self.folded, series)
        preview = self.scope.preview(series.items[0].marker)
        if not series.is_whole:
            return (
                self._compared(announcement, Evidence.PREVIEW, preview)
                if preview
                else JudgedCount(announcement, Verdict.CUT)
            )
        found = len(items)
        if count == found or (series.items[-1].marker.ordinal is None and count == found - 1):
            return JudgedCount(announcement, Verdict.MATCH, evidence, items)
        if len(preview) > found:
            outline = Span(preview[0].start, preview[-1].end)
            return self._compared(announcement, Evidence.PREVIEW, preview)._replace(lost=outline)
        if found < 2 or (found < count and (self.scope.is_open(series) or self._is_resumed(series))):
            lost = self.scope.lost(*series.span) if found > 1 else None
            return JudgedCount(announcement, Verdict.CUT, lost=lost)
        if found > count and (self._is_continued(series, count) or self._is_added(series, count)):
            return JudgedCount(announcement, Verdict.UNLISTED)
        if found < count and evidence is Evidence.RUN and self._names(items, count):
            return JudgedCount(announcement, Verdict.UNLISTED)
        return self._compared(announcement, evidence, items)

    def _compared(self, announcement: Announcement, evidence: Evidence, items: tuple[Span, ...]) -> JudgedCount:
        """The list may be that of another count of the sentence: of one with its number, or of one that comes later.

        A chain of counts (突出两个重点，实现三个突破) announces no list at all.
        """
        count = announcement.amount
        if count != len(items):
            rivals = self._rivals(announcement)
            if len(rivals) >= CHAIN or (rivals and not announcement.saying):
                return JudgedCount(announcement, Verdict.UNLISTED)
            for rival in rivals:
                if rival.amount == len(items) or rival.span > announcement.span:
                    return JudgedCount(announcement, Verdict.UNLISTED)
        return compared(announcement, evidence, items)

    def _is_resumed(self, series: Series) -> bool:
        """Whether a later list of the same style begins with the next number: a part of this one that was torn off."""
        at = bisect_left(self.starts, series.span.start)
        later = (other for other in self.series[at + 1 : at + 9] if other.style == series.style)
        return any(other.items[0].marker.ordinal == len(series.items) + 1 for other in later)

    def _is_continued(self, series: Series, count: int) -> bool:
        """Whether a list of the same style right before broke off at `count`: its items may go on in this one."""
        at = bisect_left(self.starts, series.span.start)
        for other in reversed(self.series[max(0, at - 8) : at]):
            last = other.items[-1].marker
            if other.style == series.style and series.span.start - last.span.end < OUTER:
                return last.ordinal == count
        return False

    def _is_added(self, series: Series, count: int) -> bool:
        """Whether the items beyond the count are said to come on top of it: 另外再补充一点，四是要省."""
        first = series.items[count].marker.span.start
        return _ADDED.search(self.folded, series.items[count - 1].marker.span.end, first) is not None

    def _names(self, items: tuple[Span, ...], count: int) -> bool:
        """Whether the items name so many things between them: 一是修堤、清淤，二是添泵."""
        return sum(1 + item.of(self.folded).count("、") for item in items) == count

    def _in_phrases(self, announcement: Announcement, phrases: Words, evidence: Evidence) -> JudgedCount:
        items = phrases.items
        missing = len(items) < (announcement.amount or 0)
        if len(items) != announcement.amount and evidence is Evidence.SIBLINGS and not phrases.certain:
            return JudgedCount(announcement, Verdict.CUT)
        if missing and (not phrases.certain or self.scope.is_cut(items[0].start, items[-1].end + NEAR)):
            return JudgedCount(announcement, Verdict.CUT, lost=self.scope.lost(items[0].start, items[-1].end + NEAR))
        return self._compared(announcement, evidence, items)

    def _in_words(self, announcement: Announcement) -> JudgedCount:
        found = words_behind(self.folded, announcement) or words_before(self.folded, announcement)
        if found is None:
            named = announcement.quoted or not announcement.saying
            return JudgedCount(announcement, Verdict.LABEL if named else Verdict.UNLISTED)
        if len(found.items) == announcement.amount:
            return JudgedCount(announcement, Verdict.MATCH, Evidence.WORDS, found.items)
        if not found.certain:
            return JudgedCount(announcement, Verdict.UNLISTED)
        return compared(announcement, Evidence.WORDS, found.items)
