"""When a draft was written, as far as it says so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.kinds import title_line
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

if TYPE_CHECKING:
    from speechlint.document.dates import Date
    from speechlint.document.model import Document

EDGE = 8  # written lines at the beginning and the end among which a date line is looked for
LONGEST = 60_000  # code points; what is longer is a book or a year of newspapers
_ROUND = " \t\u3000\xa0（）()【】[]〔〕*_"
_YEAR = Pattern("(?<![0-9])20[0-9]{2}(?=年)")


class OwnDate(NamedTuple):
    """The year, and the month where a line holds nothing but the date.

    Without a month the year is that of the title: the draft was written in that year or later.
    """

    year: int
    month: int | None


def find_own_date(document: Document) -> OwnDate | None:
    """The date that stands alone, or behind the title, near the beginning or the end; else the year in the title.

    None where neither is there, or where date lines name different years: such a file holds several drafts.
    """
    if len(document.text) > LONGEST:
        return None
    lines = set(_edge_lines(document))
    found = [date for date in document.dates if date.solar_year and document.lines.index_of(date.span.start) in lines]
    alone = [date for date in found if _stands_alone(document, date)]
    if alone:
        years = {date.solar_year for date in alone}
        last = alone[-1]
        return OwnDate(last.solar_year or 0, last.month.value) if len(years) == 1 else None
    title = title_line(document)
    named = [int(match[0]) for match in _YEAR.finditer(document.line_text(title))] if title is not None else []
    return OwnDate(max(named), None) if named else None


def _edge_lines(document: Document) -> list[int]:
    """The numbers of the first and the last written lines."""
    starts, ends, text = document.lines.starts, document.lines.ends, document.text
    first: list[int] = []
    last: list[int] = []
    for line in range(len(starts)):
        if len(first) == EDGE:
            break
        if text[starts[line] : ends[line]].strip():
            first.append(line)
    for line in reversed(range(len(starts))):
        if len(last) == EDGE:
            break
        if text[starts[line] : ends[line]].strip():
            last.append(line)
    return first + last


def _stands_alone(document: Document, date: Date) -> bool:
    """Whether the line holds the date alone, or is the title and ends in it: …上的讲话（2024年6月28日）."""
    number, words = document.lines.index_of(date.span.start), date.span.of(document.text)
    line = document.line_text(number)
    if line.strip(_ROUND) == words:
        return True
    return line.rstrip().endswith((f"（{words}）", f"({words})")) and number == title_line(document)
