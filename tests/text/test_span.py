"""Stretches of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.text.span import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (Span(0, 3), Span(2, 5), True),
        (Span(0, 3), Span(3, 5), False),
        (Span(1, 4), Span(2, 2), True),
        (Span(1, 4), Span(1, 1), False),
        (Span(1, 4), Span(4, 4), False),
        (Span(2, 2), Span(2, 2), True),
    ],
)
def test_overlaps(one: Span, other: Span, overlaps: bool) -> None:
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


def test_of_counts_code_points() -> None:
    assert Span(1, 3).of("𠮷渔港𠮷") == "渔港"


@given(SPANS, SPANS)
def test_overlap_is_sharing_a_code_point(one: Span, other: Span) -> None:
    if not one.empty and not other.empty:
        assert one.overlaps(other) == bool(set(range(*one)) & set(range(*other)))


@given(SPANS, SPANS)
def test_covering_keeps_both_ends_inside(one: Span, other: Span) -> None:
    assert one.covers(other) == (one.start <= other.start and other.end <= one.end)
    assert one.covers(one)


@given(st.lists(SPANS))
def test_spans_sort_in_reading_order(spans: list[Span]) -> None:
    assert sorted(spans) == sorted(spans, key=lambda span: (span.start, span.end))
