"""From all that the rules said to what is reported: findings flow through a list of small steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter

from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.report import Suppressed
from speechlint.text.span import Span

Sorted = list[Diagnostic]
FOREIGN = ("placeholder/", "redaction/", "script/", "watermark/")
SHORT = 12  # code points of a finding that is about the very characters it marks
# What `Diagnostic.sort_key` says, read in one step: spans compare as their offsets do.
_PLACE = attrgetter("span", "rule", "message")


def sort_findings(found: Iterable[Diagnostic]) -> Sorted:
    """In reading order, each once."""
    ordered = sorted(found, key=_PLACE)
    kept: Sorted = []
    last: Diagnostic | None = None
    for diagnostic in ordered:
        # Spans differ nearly always; nothing more need be compared then.
        if last is None or diagnostic.span != last.span or _PLACE(diagnostic) != _PLACE(last):
            kept.append(diagnostic)
            last = diagnostic
    return kept


def drop_inside(
    found: Sorted, spans: Sequence[Span], reason: str, dropped: list[Suppressed], spare: Collection[str] = ()
) -> Sorted:
    """Without the findings that lie within one of the spans; those of the rules in `spare` stay."""
    if not spans:
        return found
    areas = merge(spans)
    starts = [area.start for area in areas]
    kept: Sorted = []
    for diagnostic in found:
        i = bisect_right(starts, diagnostic.span.start) - 1
        if i >= 0 and areas[i].covers(diagnostic.span) and diagnostic.rule not in spare:
            dropped.append(Suppressed(diagnostic, reason))
        else:
            kept.append(diagnostic)
    return kept


def drop_inferred(found: Sorted, inferring: Collection[str], dropped: list[Suppressed]) -> Sorted:
    """Without what the inferring rules say about a place that another rule reports, if that rule's finding is short:
    a long one is about more than its characters.
    """
    if not any(diagnostic.rule in inferring for diagnostic in found):
        return found
    areas = merge(
        _widened(diagnostic)
        for diagnostic in found
        if diagnostic.rule not in inferring and diagnostic.span.end - diagnostic.span.start <= SHORT
    )
    ends = [area.end for area in areas]
    kept: Sorted = []
    for diagnostic in found:
        i = bisect_right(ends, diagnostic.span.start)
        if diagnostic.rule in inferring and i < len(areas) and areas[i].start < diagnostic.span.end:
            dropped.append(Suppressed(diagnostic, "known"))
        else:
            kept.append(diagnostic)
    return kept


def _widened(diagnostic: Diagnostic) -> Span:
    """The span of a finding, and its neighbours where it tells of characters that are gone or do not belong there."""
    beside = diagnostic.rule.startswith(FOREIGN)
    return Span(max(0, diagnostic.span.start - beside), diagnostic.span.end + beside)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Sorted and disjoint spans over the same code points; those that touch become one."""
    areas: list[Span] = []
    for span in sorted(spans):
        if areas and span.start <= areas[-1].end:
            areas[-1] = Span(areas[-1].start, max(areas[-1].end, span.end))
        else:
            areas.append(span)
    return areas
