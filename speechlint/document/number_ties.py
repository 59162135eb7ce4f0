"""What in a draft holds to the numbers of a list: counting the list anew would make it false."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from speechlint.document.announcement_evidence import MOST_APART
from speechlint.document.marker_grammar import RUN
from speechlint.text.charsets import without_blanks
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.outline import Series

# How far in front of its list a count may stand that agrees with the last number, in code points.
FAR = 200
_REFERENCE = Pattern(
    r"(?<![法例定则程约》])第(?P<part>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:大|个)?(?:部分|方面|问题|点|条|项|款|章|节)"
    r"|(?:见|按|照|据|同|如|在|与|和|及|对|上述|前述|以上|、|（[一二三四五六七八九十0-9]{1,3}）)"
    r"(?:本节|本部分|前面|上文|下文|后面)?[“「]?[（(](?P<item>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]"
    r"|[（(](?P<told>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)](?:[、和与及][（(][一二三四五六七八九十0-9]{1,3}[）)])*"
    r"[一二两三四五六]?(?:项|条|点|款)"
    r"|(?:见|按|照|据|同)[“「]?(?P<top>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．]"
)
# Where words may begin that point to an item, or a bracket of which such words may stand in front.
_BEGINNING = Sweep(
    "[第见按照据同（(](?:(?<=第)[一二三四五六七八九十0-9]|(?<=[见按照据同])[“「]?[一二三四五六七八九十0-9]"
    "|(?<=[（(])[一二三四五六七八九十0-9]{1,3}[）)])"
)
_FIRST = frozenset("见按照据同如在与和及对上前以、（(")
LONGEST_FRONT = 9  # code points: （十三）前面“


class Holds(enum.Enum):
    """What holds to the numbers: a count that is the last number, words that point to an item, or a table."""

    COUNT = "count"
    REFERENCE = "reference"
    CONTENTS = "contents"


class Tie(NamedTuple):
    """`span` are the words that hold to the numbers as they stand."""

    holds: Holds
    span: Span


class NumberTies:
    """What holds to the numbers of a document's lists; its references and entries are looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sections = [section.span for section in document.outline.sections]

    def of(self, series: Series, numbers: frozenset[int]) -> tuple[Tie, ...]:
        """What speaks against counting `series` anew; `numbers` are those that would change."""
        return (*self._counts(series), *self._pointing(series, numbers), *self._listed(series, numbers))

    def _counts(self, series: Series) -> Iterator[Tie]:
        """The count in front of the list, if there are fewer items and their numbers run up to it or not so far: then
        the numbers were right, and an item was lost.
        """
        start = series.items[0].marker.span.start
        highest = max(ordinal for ordinal in series.ordinals if ordinal is not None)
        nearest = max(self._section(start).start, start - FAR)
        counts = self._document.announced_counts
        for at in range(bisect_left(self._announced, start) - 1, -1, -1):
            announcement = counts[at].announcement
            if announcement.amount is None or announcement.back or announcement.span.end > start:
                continue
            if announcement.span.end < nearest or announcement.amount <= len(series.items):
                return
            if highest <= announcement.amount <= len(series.items) + MOST_APART:
                yield Tie(Holds.COUNT, announcement.span)
                return

    def _pointing(self, series: Series, numbers: frozenset[int]) -> Iterator[Tie]:
        """Words of the speech that point to an item by a number that would change: 见第五部分, （四）（五）两项."""
        if series.level >= RUN:
            return
        section = self._section(series.items[0].marker.span.start)
        for number in sorted(numbers):
            spans = self._references.get(number, [])
            at = bisect_left(spans, (section.start, 0))
            if at < len(spans) and spans[at].start < section.end:
                yield Tie(Holds.REFERENCE, spans[at])

    def _listed(self, series: Series, numbers: frozenset[int]) -> Iterator[Tie]:
        """Entries of a table of contents that have an item's number and words as they stand."""
        for item in series.items if self._entries else ():
            marker = item.marker
            if marker.ordinal in numbers:
                words = without_blanks(marker.words.of(self._document.text))
                entry = self._entries.get((marker.style, marker.ordinal, words))
                if entry is not None:
                    yield Tie(Holds.CONTENTS, entry)

    def _section(self, offset: int) -> Span:
        return self._sections[max(0, bisect_right(self._sections, (offset, len(self._document.text) + 1)) - 1)]

    @cached_property
    def _announced(self) -> list[int]:
        return [judged.announcement.span.start for judged in self._document.announced_counts]

    @cached_property
    def _references(self) -> dict[int, list[Span]]:
        """For each number the words that point to it; （二）、（三） and 第三部分 may be items themselves."""
        markers = {marker.span.start for marker in self._document.markers}
        found: dict[int, list[Span]] = {}
        for match in _pointers(self._document.folded):
            group = match.lastgroup
            number = None if group is None else number_of(match[group])
            if group is None or number is None or match.start() in markers or match.start(group) - 1 in markers:
                continue
            found.setdefault(number, []).append(Span(*match.span()))
        return found

    @cached_property
    def _entries(self) -> dict[tuple[str, int | None, str], Span]:
        text = self._document.text
        return {
            (entry.reading.style, entry.reading.ordinal, entry.words(text)): entry.span
            for table in self._document.contents
            for entry in table.entries
            if entry.reading is not None
        }


def _pointers(folded: str) -> Iterator[Any]:
    """The matches of `_REFERENCE`, which by itself would look at every 在 and 、 of a text."""
    starts: set[int] = set()
    for match in _BEGINNING.finditer(folded):
        at = match.start()
        starts.add(at)
        if folded[at] in "（(":
            starts.update(i for i in range(max(0, at - LONGEST_FRONT), at) if folded[i] in _FIRST)
    end = 0
    for start in sorted(starts):
        if start >= end and (match := _REFERENCE.match(folded, start)) is not None:
            yield match
            end = match.end()
