"""From markers in reading order to nested lists: which marker goes on with which list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.document.marker_grammar import DIGIT, SIGN
from speechlint.document.markers import FARTHEST, Marker, Where, stands_between
from speechlint.document.outline import Item, Series
from speechlint.document.outline_lists import OpenList, next_of_style
from speechlint.text.charsets import BLANKS, ends_sentence
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Styles that a writer changes in the middle of a list; only between these is an item taken for one that slipped.
_HEADINGS = frozenset(("一、", "（一）", "㈠"))
_NUMBERS = frozenset(("1.", "⒈", "（1）", "1）", "⑴", "①", "a."))
_RUNS = frozenset(
    ("第一，", "第一是", "第一要", "其一，", "其一是", "首先，", "首先是", "一是", "一要", "一来", "一方面")
)
# So many items at most may have been lost in one place, unless the list goes on behind them.
MOST_LOST = 3
LOOK_AHEAD = 8
_INLINE = Where.INLINE


class Builder:
    """The lists of one speech, whose text ends at `end`. One look at each marker; the lists that are open are few."""

    def __init__(self, document: Document, markers: Sequence[Marker], end: int) -> None:
        self._document = document
        self._markers = markers
        self._end = end
        self._next = next_of_style(markers)
        self._tops: list[OpenList] = []
        self._open: list[OpenList] = []
        self._closed: dict[str, int] = {}  # the last number of the latest closed list of a style
        self._ones: dict[str, int] = {}  # how many markers of a style that count one have come in succession

    def series(self) -> tuple[Series, ...]:
        """The lists at the top, in reading order."""
        for index, marker in enumerate(self._markers):
            if marker.ordinal is None:
                self._take_uncounted(marker, index)
            else:
                self._take(marker, index, marker.ordinal)
        self._close(0, self._end)
        return tuple(self._frozen(opened) for opened in self._tops)

    def _take(self, marker: Marker, index: int, ordinal: int) -> None:
        self._ones[marker.style] = self._ones.get(marker.style, 0) + 1 if ordinal == 1 else 0
        own, twin = self._lists_of(marker)
        if own is not None and self._open[own].last + 1 == ordinal:
            self._append(own, marker, index)
        elif ordinal == 1:
            self._begin(own, twin, marker, index)
        elif twin is not None and self._open[twin].last + 1 == ordinal:
            self._append(twin, marker, index)
        else:
            depth = self._list_that_takes(own, twin, marker, index, ordinal)
            if depth is not None:
                self._append(depth, marker, index)
            else:
                self._begin_late(own, marker, index, self._closed.get(marker.style) == ordinal - 1)

    def _list_that_takes(
        self, own: int | None, twin: int | None, marker: Marker, index: int, ordinal: int
    ) -> int | None:
        """The open list that a number belongs to which is not the next one of its own kind of list."""
        slipped = self._slipped_from(marker, index, ordinal)
        if own is not None and self._belongs(self._open[own], marker, index, ordinal):
            # 三、 between （二） and （四） is no second 三、 of the headings round them.
            inside = slipped is not None and slipped > own and ordinal <= self._open[own].last
            return slipped if inside and self._ahead_of(self._open[slipped or 0], index) == ordinal + 1 else own
        if slipped is not None or own is not None or twin is None or self._closed.get(marker.style) == ordinal - 1:
            return slipped
        return twin if self._belongs(self._open[twin], marker, index, ordinal) else None

    def _take_uncounted(self, marker: Marker, index: int) -> None:
        """最后 closes whatever list is open; 第十七条之一 stands among the articles."""
        for depth in range(len(self._open) - 1, -1, -1):
            opened = self._open[depth]
            goes_on = marker.style in _RUNS and opened.style in _RUNS and opened.style != "一方面"
            if opened.style == marker.style or goes_on:
                self._append(depth, marker, index)
                return

    def _lists_of(self, marker: Marker) -> tuple[int | None, int | None]:
        """The open list of the marker's style and place, and the one of its style that began in another place."""
        own = twin = None
        block = marker.where is not _INLINE
        for depth in range(len(self._open) - 1, -1, -1):
            opened = self._open[depth]
            if opened.style == marker.style:
                if opened.block == block:
                    own = depth
                    break
                twin = depth if twin is None else twin
        return own, twin

    def _begin(self, own: int | None, twin: int | None, marker: Marker, index: int) -> None:
        """A marker that counts one: a new list, unless it was doubled or has changed places with another."""
        if own is not None:
            opened = self._open[own]
            if self._is_second_one(own, marker, index) or self._is_late_one(opened, index):
                self._append(own, marker, index)
                return
            self._close(own, marker.span.start)
        elif twin is not None and self._is_second_one(twin, marker, index):
            self._append(twin, marker, index)
            return
        else:
            self._leave_finished(marker, index)
        self._push(marker, index, False)

    def _begin_late(self, own: int | None, marker: Marker, index: int, continued: bool) -> None:
        if own is not None:
            self._close(own, marker.span.start)
        else:
            self._leave_finished(marker, index)
            while self._open and marker.level < self._open[-1].level <= SIGN:
                self._close(len(self._open) - 1, marker.span.start)
        self._push(marker, index, continued)

    def _is_second_one(self, own: int, marker: Marker, index: int) -> bool:
        """Whether the list was begun twice: 一、一、二、; where all numbers are 1, a program counts them."""
        opened = self._open[own]
        if len(opened.items) != 1 or opened.last != 1 or opened.style in ("首先，", "首先是", "一方面"):
            return False
        first = opened.items[0][0]
        ahead = self._ahead(index)
        if first.line == marker.line:
            again = ahead == 1 and self._markers[self._next[index]].line == marker.line
            return not again and self._ones[marker.style] < 3 and not self._introduced(marker)
        if first.where is not marker.where:
            return False
        goes_on = ahead in (2, 3) or (self._ones[marker.style] < 3 and (ahead is None or self._is_left(own, index)))
        return goes_on and self._follows_closely(marker)

    def _introduced(self, marker: Marker) -> bool:
        return self._document.text[marker.span.start - 1] in "：:"

    def _is_left(self, own: int, index: int) -> bool:
        """Whether a marker of an outer list comes before the next one of the same style."""
        outer = {opened.style for opened in self._open[:own]}
        return any(marker.style in outer for marker in self._markers[index + 1 : self._next[index]])

    def _is_late_one(self, opened: OpenList, index: int) -> bool:
        """Whether the first of the list has changed places with another: 二、一、三、"""
        first = opened.items[0][0].ordinal
        return (
            1 not in opened.seen
            and not opened.continued
            and first == len(opened.items) + 1
            and self._ahead(index) in (None, 1, opened.last + 1)
        )

    def _follows_closely(self, marker: Marker) -> bool:
        """Whether the line above the marker ends an item; a heading of its own or a colon introduces another list."""
        lines, text = self._document.lines, self._document.text
        line = marker.line - 1
        while line >= 0 and lines.starts[line] == lines.ends[line]:
            line -= 1
        if line < 0:
            return False
        tail = text[max(lines.starts[line], lines.ends[line] - 40) : lines.ends[line]].strip(BLANKS)
        if tail.endswith(("；", ";", "，")) or ends_sentence(tail):
            return True
        return not tail.endswith(("：", ":")) and line in self._numbered_lines

    @cached_property
    def _numbered_lines(self) -> set[int]:
        return {marker.line for marker in self._markers}

    def _belongs(self, opened: OpenList, marker: Marker, index: int, ordinal: int) -> bool:
        """Whether the marker with a number that is not the next is one of the list all the same."""
        ahead = self._ahead(index)
        if ordinal > opened.last:
            return ordinal - opened.last - 1 <= MOST_LOST or ahead in (ordinal + 1, opened.last + 2)
        if ordinal not in opened.seen:
            return not opened.continued or ordinal > (opened.items[0][0].ordinal or 0)
        if ordinal == opened.last:
            return opened.items[-1][0].line == marker.line or ahead in (None, 1, ordinal + 1, ordinal + 2)
        return ahead == opened.last + 2

    def _slipped_from(self, marker: Marker, index: int, ordinal: int) -> int | None:
        """The list of another style whose next item this is: 第三是 behind 一是 and 二是, （三） between 二、 and 四、

        None where there is none.
        """
        group = next((group for group in (_RUNS, _NUMBERS, _HEADINGS) if marker.style in group), None)
        if group is None:
            return None
        for depth in range(len(self._open) - 1, -1, -1):
            opened = self._open[depth]
            if opened.style == marker.style or opened.last + 1 != ordinal:
                continue
            both = marker.where is not _INLINE and self._are_headings(opened, marker, index)
            if opened.style not in group and not both:
                continue
            before = opened.items[-1][0]
            if marker.span.start - before.span.end > FARTHEST:
                continue
            if stands_between(self._document.prose_text, marker, ordinal - 1, before.span.end):
                continue
            ahead = self._ahead_of(opened, index)
            if ahead == ordinal:
                continue
            if (
                ahead == ordinal + 1
                or (group is _RUNS and not both)
                or (both and opened.style == "一是")
                or (ahead in (None, 1) and self._ahead(index) in (None, 1))
            ):
                return depth
        return None

    def _are_headings(self, opened: OpenList, marker: Marker, index: int) -> bool:
        """Whether the two are headings in two styles: 第一， before 二、; a line 一是 alone before 二、 and 三、."""
        if not opened.block or marker.style not in ("一、", "第一，"):
            return False
        if opened.style != "一是":
            return {opened.style, marker.style} == {"一、", "第一，"}
        if opened.mixed:
            return opened.items[1][0].style == marker.style == "一、"
        return marker.style == "一、" and opened.last == 1 and not opened.items[0][0].lead and self._ahead(index) == 3

    def _leave_finished(self, marker: Marker, index: int) -> None:
        """Close what a list that begins here cannot stand in: runs of earlier paragraphs and deeper lists that do not
        go on behind it.
        """
        while self._open:
            top = self._open[-1]
            latest = top.items[-1][0]
            stale = latest.where is _INLINE and latest.line != marker.line
            deeper = marker.level <= SIGN and top.block and marker.level < top.level <= SIGN
            # A heading in the same paragraph as a run is none of the run's; the lines of the draft were joined.
            above = not top.block and marker.level <= DIGIT and top.level > SIGN
            told = top.style == "一方面" and top.last == 2
            if not (deeper or above or told or stale) or self._ahead_of(top, index) == top.last + 1:
                return
            self._close(len(self._open) - 1, marker.span.start)

    def _ahead(self, index: int) -> int | None:
        """The number of the next marker of the same style."""
        following = self._next[index]
        return None if following < 0 else self._markers[following].ordinal

    def _ahead_of(self, opened: OpenList, index: int) -> int | None:
        """The number of the next marker of the list's style behind the marker `index`."""
        at = self._next[opened.index]
        for _ in range(LOOK_AHEAD):
            if at < 0 or at > index:
                break
            at = self._next[at]
        if at <= index:
            return None
        return self._markers[at].ordinal

    def _push(self, marker: Marker, index: int, continued: bool) -> None:
        opened = OpenList(marker, index, continued)
        opened.add(marker, index)
        (self._open[-1].items[-1][1] if self._open else self._tops).append(opened)
        self._open.append(opened)

    def _append(self, depth: int, marker: Marker, index: int) -> None:
        self._close(depth + 1, marker.span.start)
        self._open[depth].add(marker, index)

    def _close(self, depth: int, end: int) -> None:
        """Close the open lists from `depth` on; what is behind `end` is none of theirs."""
        if depth == len(self._open):
            return
        for opened in self._open[depth:]:
            opened.end = end
            self._closed[opened.style] = opened.last
        del self._open[depth:]

    def _frozen(self, opened: OpenList) -> Series:
        items: list[Item] = []
        last = opened.items[-1][0]
        after = end = min(opened.end, self._document.lines.ends[last.line]) if last.where is _INLINE else opened.end
        for marker, lists in reversed(opened.items):
            start = marker.span.start
            nested = tuple([self._frozen(inner) for inner in lists]) if lists else ()
            items.append(Item(marker, Span(start, after), nested))
            after = start
        items.reverse()
        return Series(tuple(items), Span(after, end), opened.continued, opened.mixed)
