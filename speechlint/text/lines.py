"""Where lines begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from speechlint.text.span import Span

# str.splitlines() also breaks at \x0b \x0c \x1c-\x1e \x85 U+2028 U+2029; a draft's lines end here and nowhere else.
NEWLINE = re.compile(r"\r\n|\r|\n")
STRETCH = 1 << 20  # code points, about, that are split in one go: all lines of a text are as large as it is


class Lines(Sequence[Span]):
    """The lines of a text as spans without their line ends; an empty text has one empty line.

    `starts[i]` and `ends[i]` are code points. The text after the last line end is a line too, even when it is empty.
    """

    __slots__ = ("_near", "ends", "starts")

    def __init__(self, text: str) -> None:
        self.starts = [0]
        self.ends: list[int] = []
        if "\r" in text:
            starts, ends = self.starts, self.ends
            for match in NEWLINE.finditer(text):
                end, start = match.span()
                ends.append(end)
                starts.append(start)
            ends.append(len(text))
        else:
            begin = 0
            while begin <= len(text):
                stop = text.find("\n", begin + STRETCH)
                stop = stop if stop >= 0 else len(text)
                lengths = [len(line) for line in text[begin:stop].split("\n")]
                self.ends += [begin + total + i for i, total in enumerate(accumulate(lengths))]
                begin = stop + 1
            self.starts += [end + 1 for end in self.ends[:-1]]
        # The line that was asked for last, with the start of the next one: findings are shown in reading order.
        self._near = (0, 0, 0)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        if isinstance(index, slice):
            return [Span(a, b) for a, b in zip(self.starts[index], self.ends[index], strict=True)]
        return Span(self.starts[index], self.ends[index])

    def index_of(self, offset: int) -> int:
        """The 0-based number of the line that holds `offset`; a line end belongs to the line it closes."""
        return bisect_right(self.starts, offset) - 1

    def location(self, offset: int) -> tuple[int, int]:
        """`(row, column)` of `offset`: 1-based, columns in code points."""
        start, behind, row = self._near
        if not start <= offset < behind:
            row = bisect_right(self.starts, offset)
            start = self.starts[row - 1]
            behind = self.starts[row] if row < len(self.starts) else offset + 1
            self._near = (start, behind, row)
        return row, offset - start + 1

    def area(self, span: Span) -> tuple[int, int, int, int]:
        """The row and column of the span's start, then those of its end."""
        start, end = span
        row, column = self.location(start)
        _, behind, near = self._near
        if near == row and start <= end < behind:
            return row, column, row, column + end - start
        return row, column, *self.location(end)

    def whole(self, first: int, last: int | None = None) -> Span:
        """Lines `first` to `last` (0-based, inclusive) with the line end behind them: what to delete with them.

        The last line of a text has no end behind it: then the one before goes instead.
        """
        last = first if last is None else last
        if last + 1 < len(self.starts):
            return Span(self.starts[first], self.starts[last + 1])
        start = self.ends[first - 1] if first else 0
        return Span(start, self.ends[last])
