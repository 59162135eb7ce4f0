"""A stretch of text."""

from __future__ import annotations

from speechlint.text.named_tuple import NamedTuple


class Span(NamedTuple):
    """Half-open stretch `[start, end)` in code points of `Source.text`; an empty one is an insertion point.

    Named tuples compare in reading order, and one is made for every finding, so it is as cheap as a value can be.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, an empty one lies strictly inside the other, or both are one place."""
        return (self.start < other.end and other.start < self.end) or self == other

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span, ends included."""
        return self.start <= other.start and other.end <= self.end

    @property
    def empty(self) -> bool:
        return self.start == self.end
