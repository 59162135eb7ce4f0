"""Edits of an edited text, traced back to the text that was there first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from speechlint.text.named_tuple import NamedTuple
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
        self._stretches = (_Stretch(0, length),) if stretches is None else stretches or (_Stretch(length, 0),)
        self._starts: list[int] = []  # in the present text
        at = 0
        for stretch in self._stretches:
            self._starts.append(at)
            at += stretch.length

    @property
    def edits(self) -> tuple[Change, ...]:
        """The edits that lead from the first text to the present one: sorted, disjoint, apart from one another."""
        return tuple(_changes(self._stretches, 0, self._length))

    def then(self, edits: Iterable[Change]) -> Trace:
        """With further edits of the present text, which must be sorted and disjoint."""
        return Trace(self._length, tuple(self._edited(edits, 0, self._starts[-1] + self._stretches[-1].length)))

    def traced(self, edit: Change) -> tuple[Change, ...]:
        """What one edit of the present text comes to in the first, with the earlier ones that it meets."""
        start, end = edit[0]
        # From the kept stretch before it to the one behind it: farther away nothing is met.
        low = max(0, bisect_left(self._starts, start) - 1)
        while low and self._stretches[low].start < 0:
            low -= 1
        high = max(low, bisect_right(self._starts, end) - 1)
        while high + 1 < len(self._stretches) and self._stretches[high].start < 0:
            high += 1
        near, last = self._stretches[low : high + 1], self._stretches[high]
        bounds = (
            near[0].start if low else 0,
            last.start + last.length if last.start >= 0 and high + 1 < len(self._stretches) else self._length,
        )
        known = set(_changes(near, *bounds))
        edited = tuple(self._edited([edit], self._starts[low], self._starts[high] + last.length))
        return tuple(change for change in _changes(edited, *bounds) if change not in known)

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

    def _edited(self, edits: Iterable[Change], start: int, end: int) -> Iterator[_Stretch]:
        """The stretches of that part of the present text, with edits in it carried out."""
        at = start
        for span, content in edits:
            yield from self._between(at, span.start)
            if content:
                yield _Stretch(-1, len(content), content)
            at = span.end
        yield from self._between(at, end)

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


def _changes(stretches: Iterable[_Stretch], start: int, end: int) -> Iterator[Change]:
    """What the stretches change between two offsets of the first text."""
    at, words = start, ""
    for stretch in (*stretches, _Stretch(end, 0)):
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
