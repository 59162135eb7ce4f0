"""Lists while they are being read."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.document.markers import Marker, Where

_INLINE = Where.INLINE


class OpenList:
    """A list that may still go on. `last` is its highest number."""

    __slots__ = ("block", "continued", "end", "index", "items", "last", "level", "mixed", "seen", "style")

    def __init__(self, marker: Marker, index: int, continued: bool) -> None:
        self.style, self.level = marker.style, marker.level
        self.block = marker.where is not _INLINE
        self.continued = continued
        self.mixed = False
        self.items: list[tuple[Marker, list[OpenList]]] = []
        self.seen: set[int] = set()
        self.last = 0
        self.index = index  # of the last marker in its own style
        self.end = 0

    def add(self, marker: Marker, index: int) -> None:
        self.items.append((marker, []))
        if marker.style == self.style:
            self.index = index
        else:
            self.mixed = True
        ordinal = marker.ordinal
        if ordinal is not None:
            self.seen.add(ordinal)
            if ordinal > self.last:
                self.last = ordinal


def next_of_style(markers: Sequence[Marker]) -> list[int]:
    """For each marker the index of the next one of its style; -1 for the last."""
    following = [-1] * len(markers)
    latest: dict[str, int] = {}
    for index in range(len(markers) - 1, -1, -1):
        style = markers[index].style
        following[index] = latest.get(style, -1)
        latest[style] = index
    return following
