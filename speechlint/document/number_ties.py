"""What in a draft holds to the numbers of a list: counting the list anew would make it false."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from speechlint.document.announcement_evidence import MOST_APART
from speechlint.document.marker_grammar import RUN
from speechlint.document.markers import Marker
from speechlint.document.outline import Section, Series
from speechlint.text.charsets import BLANKS
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

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
_WITHOUT_SPACE = {ord(blank): None for blank in BLANKS + "\r\n"}


class Holds(enum.Enum):
    """What holds to the numbers: a count that is the last number, words that point to an item, or a table."""

    COUNT = "count"
    REFERENCE = "reference"
    CONTENTS = "contents"


class Tie(NamedTuple):
    """`span` are the words that hold to the numbers as they stand."""

    holds: Holds
    span: Span


def find_ties(document: Document, series: Series, renumbered: frozenset[int]) -> tuple[Tie, ...]:
    """What speaks against counting `series` anew; `renumbered` are the numbers that would change."""
    return (
        *_counts(document, series),
        *_references(document, series, renumbered),
        *_contents(document, series, renumbered),
    )


def _counts(document: Document, series: Series) -> Iterator[Tie]:
    """The count in front of the list, if there are fewer items and their numbers run up to it or not so far: then the
    numbers were right, and an item was lost.
    """
    start = series.items[0].marker.span.start
    numbers = [ordinal for ordinal in series.ordinals if ordinal is not None]
    section = _section(document, start)
    for judged in reversed(document.announced_counts):
        announcement = judged.announcement
        if announcement.span.end > start or announcement.amount is None or announcement.back:
            continue
        if announcement.span.end < max(section.span.start, start - FAR):
            return
        if announcement.amount <= len(series.items):
            return
        if max(numbers) <= announcement.amount <= len(series.items) + MOST_APART:
            yield Tie(Holds.COUNT, announcement.span)
            return


def _references(document: Document, series: Series, renumbered: frozenset[int]) -> Iterator[Tie]:
    """Words of the same speech that point to an item by a number that would change: 见第五部分, （四）（五）两项."""
    if series.level >= RUN:
        return
    section = _section(document, series.span.start)
    markers = {marker.span.start for marker in document.markers}
    for match in _REFERENCE.finditer(document.folded, section.span.start, section.span.end):
        group = match.lastgroup
        if group is None or match.start() in markers or match.start(group) - 1 in markers:
            continue  # （二）、（三） and 第三部分 may be items themselves
        if number_of(match[group]) in renumbered:
            yield Tie(Holds.REFERENCE, Span(*match.span()))


def _contents(document: Document, series: Series, renumbered: frozenset[int]) -> Iterator[Tie]:
    """Entries of a table of contents that have an item's number and words as they stand."""
    if not document.contents:
        return
    text = document.text
    entries = {
        (entry.reading.style, entry.reading.ordinal, entry.words(text)): entry.span
        for table in document.contents
        for entry in table.entries
        if entry.reading is not None
    }
    for item in series.items:
        marker = item.marker
        if marker.ordinal in renumbered and (span := entries.get(_key(marker, text))) is not None:
            yield Tie(Holds.CONTENTS, span)


def _key(marker: Marker, text: str) -> tuple[str, int | None, str]:
    return (marker.style, marker.ordinal, marker.words.of(text).translate(_WITHOUT_SPACE))


def _section(document: Document, offset: int) -> Section:
    found = document.outline.sections[0]
    for section in document.outline.sections:
        if section.span.start <= offset:
            found = section
    return found
