"""Quotations and titles in marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.draft import Draft


def seen(text: str) -> list[tuple[str, int]]:
    return [(quote.span.of(text), quote.depth) for quote in Draft(text).quotes]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("守好“海堤”。", [("“海堤”", 0)]),
        ("“说‘好’”与《港志〈卷一〉》", [("“说‘好’”", 0), ("‘好’", 1), ("《港志〈卷一〉》", 0), ("〈卷一〉", 1)]),
        ("「守『好』」", [("「守『好』」", 0), ("『好』", 1)]),
        ("“守好海堤", []),
        ("守好海堤”", []),
        ("“守‘好”海堤", [("“守‘好”", 0)]),
        ("“守\n\n好”海“堤”", [("“堤”", 0)]),
        ('"守好"与"海堤"', [('"守好"', 0), ('"海堤"', 0)]),
        ('5" 管与"海堤"', []),
        ("Xi’an", []),
        ("没有", []),
    ],
)
def test_quotes(text: str, quotes: list[tuple[str, int]]) -> None:
    assert seen(text) == quotes


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("林书记指出：“海堤是命脉”", True),
        ("林書記強調，「海堤是命脈」", True),
        ("“海堤是命脉。”他说", True),
        ("实施“平安海堤”工程", False),
        ("为此，“平安海堤”开工", False),
        ("他说：《港志》要修", False),
    ],
)
def test_direct(text: str, direct: bool) -> None:
    (quote,) = Draft(text).quotes
    assert quote.direct is direct
    assert quote.inside.of(text) == quote.span.of(text)[1:-1]


@given(st.text('海堤“”‘’「」《》"。\n', max_size=60))
def test_quotes_nest_and_stand_in_reading_order(text: str) -> None:
    quotes = Draft(text).quotes
    assert list(quotes) == sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end))
    for quote in quotes:
        around = [other for other in quotes if other.span.covers(quote.span) and other is not quote]
        assert len(around) == quote.depth
        crossing = [other for other in quotes if other.span.start < quote.span.start < other.span.end < quote.span.end]
        assert crossing == []
