"""What came of comparing an announced count with its list."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from speechlint.document.announcement_grammar import Announcement
from speechlint.document.markers import Where
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.outline import Series

# A count and a list further apart than this in number do not belong together.
MOST_APART = 3
LONGEST_SHOWN = 30
_ITEM_END = Pattern(r"[，,。；;：:！!？?\r\n]")


class Verdict(enum.Enum):
    MATCH = "match"
    MISMATCH = "mismatch"
    OPEN = "open"  # 几点, 若干: no count
    LABEL = "label"  # a slogan or a name: its items are not listed here
    UNLISTED = "unlisted"  # no list in scope, or none that surely is meant
    CUT = "cut"  # text is missing where items may have stood


class Evidence(enum.Enum):
    SIBLINGS = "siblings"  # numbered items, each at the start of a line
    RUN = "run"  # numbered items inside a paragraph
    PREVIEW = "preview"  # the headings of an outline that stands before the text
    WORDS = "words"  # a list without numbers


class JudgedCount(NamedTuple):
    """A count, the items found for it in order, and what came of comparing them.

    `items` are spans to show: the marker with the words behind it, or the words alone. They are empty unless the
    verdict is a match or a mismatch. `lost` is where a site's notice, or its outline, says that there
    were more items than the list has.
    """

    announcement: Announcement
    verdict: Verdict
    evidence: Evidence | None = None
    items: tuple[Span, ...] = ()
    lost: Span | None = None


def compared(announcement: Announcement, evidence: Evidence, items: tuple[Span, ...]) -> JudgedCount:
    """Match or mismatch; a list of quite another length is none of the count's."""
    apart = abs((announcement.amount or 0) - len(items))
    if apart > MOST_APART:
        return JudgedCount(announcement, Verdict.UNLISTED)
    return JudgedCount(announcement, Verdict.MISMATCH if apart else Verdict.MATCH, evidence, items)


def evidence_of(series: Series) -> Evidence:
    inside = Where.INLINE
    for item in series.items:
        if item.marker.where is inside:
            return Evidence.RUN
    return Evidence.SIBLINGS


def shown_items(folded: str, series: Series) -> tuple[Span, ...]:
    """Each marker with the words behind it, up to the first mark."""
    spans = []
    for item in series.items:
        start, behind = item.marker.span
        end = min(item.span.end, behind + LONGEST_SHOWN)
        stop = _ITEM_END.search(folded, behind, end)
        spans.append(Span(start, end if stop is None else stop.start()))
    return tuple(spans)
