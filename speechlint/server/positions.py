"""Places in a text as the client counts them: lines from 0, columns in the units that both sides agreed on."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Literal

from lsprotocol.types import Position, PositionEncodingKind, Range

from speechlint.text.lines import Lines
from speechlint.text.span import Span
from speechlint.text.units import Units

Codec = Literal["utf-8", "utf-16-le"]
CODECS: dict[str, Codec] = {
    PositionEncodingKind.Utf8.value: "utf-8",
    PositionEncodingKind.Utf16.value: "utf-16-le",
}


class Positions:
    """The places of one text; `encoding` is utf-8, utf-16 or utf-32, as negotiated.

    Lines end at `\\n`, `\\r\\n` and `\\r` and nowhere else, as the protocol has it.
    """

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self._codec = CODECS.get(encoding)

    @cached_property
    def _units(self) -> Units | None:
        """None where a unit is a code point: always under utf-32, and under utf-16 in nearly every draft."""
        if self._codec is None or (self._codec == "utf-16-le" and not (self.text and max(self.text) > "\uffff")):
            return None
        return Units(self.text, self._codec)

    def position(self, offset: int) -> Position:
        """The place of a code point."""
        if self._units is not None:
            return Position(*self._units.location(offset, self.lines))
        line = self.lines.index_of(offset)
        return Position(line, offset - self.lines.starts[line])

    def range(self, span: Span) -> Range:
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The code point at a place. What lies behind a line's end, or behind the last line, is that end.

        One column behind the end of a line that closes with `\\r\\n` is the place between the two: some editors show
        the `\\r` as a character of the line, which can be taken away.
        """
        if position.line >= len(self.lines):
            return len(self.text)
        start, end = self.lines.starts[position.line], self.lines.ends[position.line]
        before = self._units.before if self._units is not None else int
        wanted = before(start) + position.character
        if wanted == before(end) + 1 and self.text.startswith("\r\n", end):
            return end + 1
        return bisect_left(range(end), wanted, start, end, key=before)

    def span(self, range: Range) -> Span:
        """The code points of a range, put in order."""
        start, end = self.offset(range.start), self.offset(range.end)
        return Span(min(start, end), max(start, end))
