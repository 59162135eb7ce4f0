"""Numbers in digits: where they stand, what multiplies them, what they are worth, and what is no number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from speechlint.document.model import Document
from speechlint.document.numbers import in_code, plain, value_of
from speechlint.formats.source import Source


def document(text: str) -> Document:
    return Document(Source(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("渔船300艘，泊位１２个。", ["300", "１２"]),
        ("产值1.2亿元，人口５．５万。", ["1.2亿", "５．５万"]),
        ("收入1,200元，鱼苗12,345,678尾。", ["1,200", "12,345,678"]),
        ("抽签号1,2,3，座位1,2000。", ["1", "2", "3", "1", "2000"]),
        ("补助3千元，資產2萬億元，装机1200万千瓦，重3千克。", ["3千", "2萬億", "1200万", "3"]),
        ("三十艘船，第五条。", []),
        ("", []),
    ],
)
def test_numbers(text: str, words: list[str]) -> None:
    assert [text[start:stop] for start, _, stop in document(text).numbers.every] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每天5—6万人，30%—40%，2021年至2025年。", ["5—6万", "30%—40", "2021年至2025"]),
        ("１０～１２吨，3——5天，1-2月，4至6时。", ["１０～１２", "3——5", "1-2", "4至6"]),
        ("5人至6人，3、5，7，8。", []),
        ("共5—", []),
    ],
)
def test_ranges(text: str, words: list[str]) -> None:
    assert [found.span.of(text) for found in document(text).numbers.ranges] == words


@pytest.mark.parametrize(
    ("words", "value", "written"),
    [
        ("1,200", Decimal(1200), "1200"),
        ("３．５０", Decimal("3.5"), "3.5"),
        ("2.5亿", Decimal(250_000_000), "250000000"),
        ("3千万", Decimal(30_000_000), "30000000"),
        ("0", Decimal(0), "0"),
        ("1" * 40 + "万", Decimal("1" * 40 + "0000"), "1" * 40 + "0000"),
    ],
)
def test_values_are_exact(words: str, value: Decimal, written: str) -> None:
    assert value_of(words) == value
    assert plain(value_of(words)) == written


@pytest.mark.parametrize(
    ("text", "digits", "code"),
    [
        ("共30人", "30", False),
        ("增长3.5%，比分3:2", "3.5", False),
        ("型号BX-30已停产", "30", True),
        ("见https://a.example/30/页", "30", True),
        ("版本v2.30发布", "2.30", True),
        ("5G基站", "5", True),
    ],
)
def test_codes(text: str, digits: str, code: bool) -> None:
    start = text.index(digits)
    assert in_code(document(text), start, start + len(digits)) is code
