"""Where a marker stands: inside quotation marks, or in a text that a site cut into pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec.structs import replace

from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.markers import Marker

_QUOTATION_MARK = Pattern("[“”「」『』]")


class Quotations:
    """Whether places lie inside quotation marks; asked in reading order, so that each line is looked through once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._begin = -1
        self._marks: list[int] = []

    def holds(self, begin: int, at: int, end: int) -> bool:
        """Whether the nearest mark before `at`, in a line from `begin` to `end`, opens and the nearest behind closes.

        A mark that lost its partner thus spoils no more than its neighbourhood.
        """
        if begin != self._begin:
            self._begin = begin
            self._marks = [match.start() for match in _QUOTATION_MARK.finditer(self._text, begin, end)]
        marks = self._marks
        if not marks:
            return False
        index = bisect_left(marks, at)
        return (
            0 < index < len(marks) and self._text[marks[index - 1]] in "“「『" and self._text[marks[index]] in "”」』"
        )


def joined(text: str, seams: list[Span]) -> tuple[str, list[tuple[int, int]]]:
    """The text without the seams; and for each joint its offset in the new text and what lies before it in the old."""
    parts, joints = [], []
    at = length = 0
    for start, end in seams:
        parts.append(text[at:start])
        length += start - at
        at = end
        joints.append((length, end - length))
    parts.append(text[at:])
    return "".join(parts), joints


def moved(marker: Marker, joints: list[tuple[int, int]], lines: Lines) -> Marker:
    """The marker of the joined text where it stands in the draft."""

    def old(offset: int, is_end: bool) -> int:
        index = bisect_right(joints, (offset - is_end, lines.ends[-1] + 1)) - 1
        return offset + (joints[index][1] if index >= 0 else 0)

    def whole(span: Span) -> Span:
        return Span(old(span.start, False), old(span.end, span.end > span.start))

    span = whole(marker.span)
    return replace(
        marker, span=span, number=whole(marker.number), words=whole(marker.words), line=lines.index_of(span.start)
    )
