"""From all that the rules said to what is reported: findings flow through a list of small steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter

from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.report import Suppressed
from speechlint.text.span import Span

Sorted = list[Diagnostic]
FOREIGN = ("placeholder/", "redaction/", "script/", "watermark/")
SHORT = 12  # code points of a finding that is about the very characters it marks
_START = attrgetter("span.start")
# What `Diagnostic.sort_key` says, read in one step: spans compare as their offsets do.
_PLACE = attrgetter("span", "rule", "message")


def sort_findings(found: Iterable[Diagnostic]) -> Sorted:
    """In reading order, each once."""
    ordered = sorted(found, key=_START)
    starts = list(map(_START, ordered))
    kept: Sorted = []
    done = 0
    # Starts differ nearly always; nothing more need be compared then.
    for i, (start, following) in enumerate(zip(starts, islice(starts, 1, None), strict=False)):
        if start == following and i >= done:
            end = bisect_right(starts, start, i)
            kept += ordered[done:i]
            kept += (next(group) for _, group in groupby(sorted(ordered[i:end], key=_PLACE), key=_PLACE))
            done = end
    return kept + ordered[done:] if done else ordered


def drop_inside(
    found: Sorted, spans: Sequence[Span], reason: str, dropped: list[Suppressed], spare: Collection[str] = ()
) -> Sorted:
    """Without the findings that lie within one of the spans; those of the rules in `spare` stay."""
    if not spans:
        return found
    starts = list(map(_START, found))
    kept: Sorted = []
    done = 0
    for start, end in merge(spans):
        first = bisect_left(starts, start, done)
        last = bisect_right(starts, end, first)
        kept += found[done:first]
        for diagnostic in found[first:last]:
            if diagnostic.span.end <= end and diagnostic.rule not in spare:
                dropped.append(Suppressed(diagnostic, reason))
            else:
                kept.append(diagnostic)
        done = last
    return kept + found[done:]


def drop_inferred(found: Sorted, inferring: Collection[str], dropped: list[Suppressed]) -> Sorted:
    """Without what the inferring rules say about a place that another rule reports, if that rule's finding is short:
    a long one is about more than its characters.
    """
    guesses = [diagnostic for diagnostic in found if diagnostic.rule in inferring]
    if not guesses:
        return found
    areas = merge(
        _widened(diagnostic)
        for diagnostic in _beside(guesses, found)
        if diagnostic.rule not in inferring and diagnostic.span.end - diagnostic.span.start <= SHORT
    )
    ends = [area.end for area in areas]
    gone: set[int] = set()
    for diagnostic in guesses:
        i = bisect_right(ends, diagnostic.span.start)
        if i < len(areas) and areas[i].start < diagnostic.span.end:
            dropped.append(Suppressed(diagnostic, "known"))
            gone.add(id(diagnostic))
    return [diagnostic for diagnostic in found if id(diagnostic) not in gone] if gone else found


def _beside(guesses: Sorted, found: Sorted) -> Iterator[Diagnostic]:
    """The findings that a guess may lie in or touch, if they are short."""
    done = 0
    for guess in guesses:
        first = bisect_left(found, guess.span.start - SHORT - 1, done, key=_START)
        done = bisect_right(found, guess.span.end + 1, first, key=_START)
        yield from found[first:done]


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
