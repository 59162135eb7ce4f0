"""A table of contents beside the headings of the text: which entry is which heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from speechlint.document.contents import Contents, Entry
from speechlint.document.markers import Marker, Where
from speechlint.document.outline import Item, Series
from speechlint.text.charsets import BLANKS, END_MARKS, without_blanks
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.document.model import Document

Path = tuple[tuple[str, int], ...]  # style and number of each level, from the outside in
LONGEST_HEADING = 120
# So much of a table must come again for it to be the text's own.
FEWEST_FOUND = 2


class Match(NamedTuple):
    """What the text has at an entry's place: `heading` is None where it has nothing there; `same` says that the words
    are the entry's, whatever blanks stand in them; `elsewhere` is another heading with the entry's words.
    """

    entry: Entry
    path: Path
    heading: Marker | None
    same: bool
    elsewhere: Marker | None


def match_contents(document: Document, table: Contents) -> tuple[Match, ...]:
    """The entries that are numbered, in order; empty where the table is not this text's."""
    paths = list(_paths(table.entries))
    styles = {path[-1][0] for path, _ in paths}
    headings: dict[Path, Marker] = {}
    for section in document.outline.sections:
        for series in section.series:
            _collect(series, (), table.lines.stop, styles, headings)
    by_words: dict[str, Marker] = {}
    for marker in headings.values():
        by_words.setdefault(_heading_words(document, marker), marker)
    found = []
    for path, entry in paths:
        heading = headings.get(path)
        words = _bare(entry.words(document.text))
        same = heading is not None and _behind(document, heading).startswith(words)
        found.append(Match(entry, path, heading, same, None if same else by_words.get(words)))
    known = sum(match.same or match.elsewhere is not None for match in found)
    found = _by_words(found)
    return tuple(found) if known >= FEWEST_FOUND and 3 * known >= len(found) else ()


def heading_words(document: Document, marker: Marker) -> str:
    """The words of a heading of the text as they stand, without an end mark; empty for a paragraph."""
    return marker.words.of(document.text).strip(BLANKS)


def _by_words(found: list[Match]) -> list[Match]:
    """Entries matched with the headings that have their words, where these come in the table's order: then a number is
    wrong or a heading is missing, and the numbers say no more which entry is which heading.
    """
    told = [match.heading if match.same else match.elsewhere for match in found]
    starts = [marker.span.start for marker in told if marker is not None]
    if all(match.elsewhere is None for match in found) or any(one >= other for one, other in pairwise(starts)):
        return found
    taken = {marker.span for marker in told if marker is not None}
    matched = []
    for match, marker in zip(found, told, strict=True):
        if marker is not None:
            matched.append(match._replace(heading=marker, same=True, elsewhere=None))
        elif match.heading is not None and match.heading.span in taken:
            matched.append(match._replace(heading=None))
        else:
            matched.append(match)
    return matched


def _paths(entries: Sequence[Entry]) -> Iterator[tuple[Path, Entry]]:
    """The numbered entries with their places in the table's own tree."""
    path: list[tuple[str, int]] = []
    for entry in entries:
        reading = entry.reading
        if reading is None or reading.ordinal is None:
            continue
        styles = [style for style, _ in path]
        if reading.style in styles:
            del path[styles.index(reading.style) :]
        path.append((reading.style, reading.ordinal))
        yield tuple(path), entry


def _collect(series: Series, above: Path, line: int, styles: set[str], headings: dict[Path, Marker]) -> None:
    """The headings from a line on."""
    # The lists in an item stand in front of the next item.
    first = max(0, bisect_left(series.items, line, key=_line) - 1)
    for item in series.items[first:]:
        marker = item.marker
        path = above
        if marker.ordinal is not None and marker.style in styles and marker.line >= line:
            path = (*above, (marker.style, marker.ordinal))
            if marker.where is not Where.INLINE or marker.level >= len(styles):
                headings.setdefault(path, marker)
        for nested in item.lists:
            _collect(nested, path, line, styles, headings)


def _line(item: Item) -> int:
    return item.marker.line


def _heading_words(document: Document, marker: Marker) -> str:
    return _bare(without_blanks(marker.words.of(document.text)))


def _behind(document: Document, marker: Marker) -> str:
    end = min(document.lines.ends[marker.line], marker.span.end + LONGEST_HEADING)
    return without_blanks(document.text[marker.span.end : end])


def _bare(words: str) -> str:
    return words.rstrip(END_MARKS + "；：;:")
