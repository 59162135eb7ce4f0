"""Edits of an edited text, traced back to the text that was there first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from speechlint.text.span import Span

Change = tuple[Span, str]


class _Stretch(NamedTuple):
    """A stretch of the present text: kept from the first one, from `start` on, or new words (`start` -1)."""

    start: int
    length: int
    words: str = ""


class Trace:
    """How a first text of `length` code points became the present one. Immutable: `then` gives another one."""

    def __init__(self, length: int, stretches: tuple[_Stretch, ...] | None = None) -> None:
        self._length = length
        self._stretches = (_Stretch(0, length),) if stretches is None else stretches
        self._starts: list[int] = []  # in the present text
        at = 0
        for stretch in self._stretches:
            self._starts.append(at)
            at += stretch.length

    @property
    def edits(self) -> tuple[Change, ...]:
        """The edits that lead from the first text to the present one: sorted, disjoint, apart from one another."""
        return tuple(self._changes())

    def then(self, edits: Iterable[Change]) -> Trace:
        """With further edits of the present text, which must be sorted and disjoint."""
        found: list[_Stretch] = []
        at = 0
        for span, content in edits:
            found += self._between(at, span.start)
            if content:
                found.append(_Stretch(-1, len(content), content))
            at = span.end
        found += self._between(at, self._starts[-1] + self._stretches[-1].length if self._stretches else 0)
        return Trace(self._length, tuple(found))

    def traced(self, edit: Change) -> tuple[Change, ...]:
        """What one edit of the present text comes to in the first, with the earlier ones that it meets."""
        (start, end), content = edit
        i = bisect_right(self._starts, start) - 1
        stretch = self._stretches[i] if i >= 0 else _Stretch(0, 0)
        inside = start - self._starts[i] if i >= 0 else 0
        if stretch.start >= 0 and end - start + inside <= stretch.length:
            at_start = inside == 0 and stretch.start > 0
            at_end = end - start + inside == stretch.length and stretch.start + stretch.length < self._length
            if not at_start and not at_end and i == bisect_left(self._starts, start + 1) - 1:
                first = stretch.start + inside
                return ((Span(first, first + end - start), content),)
        known = set(self.edits)
        return tuple(change for change in self.then([edit]).edits if change not in known)

    def origin(self, offset: int) -> int:
        """The place in the first text; of new words, where they were put."""
        i = max(0, bisect_right(self._starts, offset) - 1)
        for stretch, start in zip(self._stretches[i::-1], self._starts[i::-1], strict=True):
            if stretch.start >= 0:
                return stretch.start + min(stretch.length, offset - start)
        return 0

    def present(self, offset: int) -> int:
        """Where what stood behind a place of the first text begins now."""
        at = 0
        for stretch in self._stretches:
            if stretch.start >= 0 and stretch.start + stretch.length > offset:
                return at + max(0, offset - stretch.start)
            at += stretch.length
        return at

    def _between(self, start: int, end: int) -> Iterator[_Stretch]:
        """The stretches of that part of the present text, cut where it begins and ends."""
        i = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            stretch, begin = self._stretches[i], self._starts[i]
            low, high = start - begin, min(end - begin, stretch.length)
            if low < high:
                first = stretch.start + low if stretch.start >= 0 else -1
                yield _Stretch(first, high - low, stretch.words[low:high])
            start, i = begin + stretch.length, i + 1

    def _changes(self) -> Iterator[Change]:
        at, words = 0, ""
        for stretch in (*self._stretches, _Stretch(self._length, 0)):
            if stretch.start < 0:
                words += stretch.words
            else:
                if stretch.start > at or words:
                    yield Span(at, stretch.start), words
                at, words = stretch.start + stretch.length, ""


def least(text: str, changes: Iterable[Change]) -> Iterator[Change]:
    """The same changes of `text`, each no wider than it must be: what stays the same in one stays where it is."""
    for (start, end), content in changes:
        old = text[start:end]
        head = 0
        while head < min(len(old), len(content)) and old[head] == content[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(content)) - head and old[-1 - tail] == content[-1 - tail]:
            tail += 1
        old, new = old[head : len(old) - tail], content[head : len(content) - tail]
        start += head
        if len(old) != len(new):
            yield Span(start, start + len(old)), new
            continue
        at = 0
        while at < len(old):
            begin = at
            while at < len(old) and old[at] != new[at]:
                at += 1
            if begin < at:
                yield Span(start + begin, start + at), new[begin:at]
            at += 1
