"""Where words stand in a long text, in eight bytes each: a list of tuples takes nearly twenty times as much."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import overload

Place = tuple[int, int]  # start, end in code points

_START, _END = itemgetter(0), itemgetter(1)


class LongPlaces(Sequence[Place]):
    """Places, to which more are added behind the others while a text is read."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._starts, self._ends = array("i"), array("i")
        self.extend(list(places))

    def extend(self, places: Sequence[Place]) -> None:
        """Add some."""
        self._starts.extend(map(_START, places))
        self._ends.extend(map(_END, places))

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Place]:
        return zip(self._starts, self._ends, strict=True)

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> list[Place]: ...
    def __getitem__(self, index: int | slice) -> Place | list[Place]:
        if isinstance(index, slice):
            return list(zip(self._starts[index], self._ends[index], strict=True))
        return self._starts[index], self._ends[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
