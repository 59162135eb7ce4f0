"""Where a marker stands: inside quotation marks, or in a text that a site cut into pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.lexicon.literals import Places
from speechlint.text.lines import Lines
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.markers import Marker

NOWHERE = 1 << 60  # behind every text
_QUOTATION_MARK = Sweep("[“”「」『』]")


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


def rejoined(places: Places, text: str, seams: list[Span]) -> Places:
    """The places of the signs in the joined text, by those in the draft; at the joints they are looked for anew."""
    longest = max(map(len, MARKER_SIGNS.words))
    found: list[tuple[int, int]] = []
    removed = behind = at = 0
    for seam in (*seams, Span(NOWHERE, NOWHERE)):
        while at < len(places) and places[at][1] <= seam.start:
            start, end = places[at]
            if start >= behind:  # or else it went over the seam before
                found.append((start - removed, end - removed))
            at += 1
        if seam.start == NOWHERE:
            break
        removed, behind = removed + seam.end - seam.start, seam.end
        joint = seam.end - removed
        near = max(0, joint - longest + 1)
        inside = MARKER_SIGNS.places(text[near : joint + longest - 1])
        found += ((near + start, near + end) for start, end in inside if near + start < joint < near + end)
    found.sort(key=lambda place: (place[1], place[0]))
    return found


def moved(markers: Iterable[Marker], joints: list[tuple[int, int]], lines: Lines) -> Iterator[Marker]:
    """The markers of the joined text, which are in order, where they stand in the draft."""
    offsets, shifts = [-1, *(offset for offset, _ in joints)], [0, *(shift for _, shift in joints)]
    starts, line, last = lines.starts, 0, len(lines.starts) - 1
    index, following = 0, offsets[1]
    for marker in markers:
        span, number, words = marker.span, marker.number, marker.words
        while following <= span.start:
            index += 1
            following = offsets[index + 1] if index + 1 < len(offsets) else NOWHERE
        if following > span.end and following > words.end:  # as most do, it stands between two joints
            shift = shifts[index]
            if not shift:
                yield marker
                continue
            span = Span(span.start + shift, span.end + shift)
            number = Span(number.start + shift, number.end + shift)
            words = Span(words.start + shift, words.end + shift)
        else:
            span, number, words = (_moved(part, offsets, shifts) for part in (span, number, words))
        while line < last and starts[line + 1] <= span.start:
            line += 1
        yield replace(marker, span=span, number=number, words=words, line=line)


def _moved(span: Span, offsets: list[int], shifts: list[int]) -> Span:
    """The span in the draft; it goes over the seams inside it, and not over one at its end."""
    start, end = span
    behind = end - (end > start)
    return Span(start + shifts[bisect_right(offsets, start) - 1], end + shifts[bisect_right(offsets, behind) - 1])
