"""The tree of a draft's numbered parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from speechlint.document.markers import Marker, Where
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document


class Item(Struct, frozen=True, gc=False):
    """One numbered part: from its marker to the next one of its series, with the lists inside it."""

    marker: Marker
    span: Span
    lists: tuple[Series, ...] = ()


class Series(Struct, frozen=True, gc=False):
    """Siblings: one parent, one speech, and mostly one style; one may have slipped into another (第三是 behind 二是).

    `style` and `level` are those of the first item. `continued` says that the numbers go on from an earlier list of
    the style, as articles do over chapters; `mixed` that there is an item in another style.
    """

    items: tuple[Item, ...]
    span: Span
    continued: bool = False
    mixed: bool = False

    @property
    def style(self) -> str:
        """The style of the first item."""
        return self.items[0].marker.style

    @property
    def level(self) -> int:
        """The level of the first item."""
        return self.items[0].marker.level

    @property
    def ordinals(self) -> tuple[int | None, ...]:
        """The numbers as they stand."""
        return tuple(item.marker.ordinal for item in self.items)

    @property
    def is_whole(self) -> bool:
        """Whether the items are numbered 1, 2, 3 …; the last may be 最后."""
        ordinals = self.ordinals
        counted = ordinals[:-1] if len(ordinals) > 1 and ordinals[-1] is None else ordinals
        return counted == tuple(range(1, len(counted) + 1))


class Section(Struct, frozen=True):
    """One speech of a collection, or the whole draft; `title` is the collector's mark that opens it, empty for none."""

    title: Span
    span: Span
    series: tuple[Series, ...] = ()


class Outline:
    """The sections of a draft with their lists."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        self.sections = sections

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """All lists, nested ones too, in the order of their first items."""
        found = [series for section in self.sections for top in section.series for series in _with_nested(top)]
        return tuple(sorted(found, key=lambda series: series.items[0].marker.span))

    def parent_of(self, series: Series) -> Item | None:
        """The item that the list stands in; None for a list at the top."""
        return self._parents.get(id(series))

    def holder_of(self, item: Item) -> Series:
        """The list that the item is one of."""
        return self._holders[id(item)]

    @cached_property
    def _parents(self) -> dict[int, Item]:
        return {id(nested): item for series in self.series for item in series.items for nested in item.lists}

    @cached_property
    def _holders(self) -> dict[int, Series]:
        return {id(item): series for series in self.series for item in series.items}


def find_outline(document: Document) -> Outline:
    """The tree of the draft's markers; a draft without any has one section and no list."""
    from speechlint.document.outline_builder import Builder

    markers = document.markers
    length = len(document.text)
    if not markers:
        return Outline((Section(Span(0, 0), Span(0, length)),))
    from speechlint.document.anthology import find_collection_marks

    marks = [mark.span for mark in find_collection_marks(document)] if _begin_again(markers) else []
    bounds = [Span(0, 0), *(mark for mark in marks if mark.start > 0)]
    if marks and marks[0].start == 0:
        bounds[0] = marks[0]
    starts = [marker.span.start for marker in markers]
    sections = []
    for title, after in zip(bounds, [*bounds[1:], Span(length, length)], strict=True):
        span = Span(title.start, after.start)
        inside = markers[bisect_left(starts, title.end) : bisect_left(starts, span.end)]
        sections.append(Section(title, span, Builder(document, inside, span.end).series()))
    return Outline(tuple(sections))


def _begin_again(markers: Sequence[Marker]) -> bool:
    """Whether more than one list on lines of their own begins in the draft; else it holds one speech."""
    begun = (marker for marker in markers if marker.ordinal == 1 and marker.where is not Where.INLINE)
    return next(begun, None) is not None and next(begun, None) is not None


def _with_nested(series: Series) -> Iterator[Series]:
    yield series
    for item in series.items:
        for nested in item.lists:
            yield from _with_nested(nested)
