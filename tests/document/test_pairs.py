"""Which mark belongs to which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.pairs import CLOSER_OF
from tests.document.draft import Draft

LONG = "沿河各村的排水沟已经清到了底，淤泥装车运走，护坡上补种的柳条也"


def paired(text: str) -> list[str]:
    partner = Draft(text).pairs.partner
    return [text[start : end + 1] for start, end in sorted(partner.items()) if start < end]


def alone(text: str) -> list[tuple[int, str]]:
    return [(at, text[at]) for at in Draft(text).pairs.alone]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("守好“海堤”。", ["“海堤”"]),
        ("《港志〈卷一〉》（修订(二)）", ["《港志〈卷一〉》", "〈卷一〉", "（修订(二)）", "(二)"]),
        ("「守『好』」【甲】〔2024〕", ["「守『好』」", "『好』", "【甲】", "〔2024〕"]),
        ("主任（副主任)和(委员）", ["（副主任)", "(委员）"]),
        (f"{LONG}“都\n活了”，乡里", ["“都\n活了”"]),
        ("（2018年3月1日第一次会议通过\n2020年5月1日修正）", ["（2018年3月1日第一次会议通过\n2020年5月1日修正）"]),
        ("他写道：“水渠修好了。\n　　秧也插上了。”", ["“水渠修好了。\n　　秧也插上了。”"]),
    ],
)
def test_pairs(text: str, pairs: list[str]) -> None:
    assert paired(text) == pairs
    assert alone(text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("开展“送清凉活动。", [(2, "“")]),
        ("区域建会”双路径", [(4, "”")]),
        ("《工会法规定", [(0, "《")]),
        ("“甲”和“乙“丙", [(4, "“"), (6, "“")]),
        ("守好海堤）。", [(4, "）")]),
        ("“甲。\n乙。", [(0, "“")]),
        # opened again in each paragraph
        ("信上说：\n“甲。\n“乙。\n“丙。”", []),
        ("信上说：\n\n　　“甲。\n\n　　“乙。”", []),
        # not marks of a pair
        ("1）修渠；2）引水\na)甲 b)乙 （一）丙", []),
        ("很好:) 不好:(", []),
        ("西安Xi’an，管径5”，’90年代", []),
        ("“守‘好”海堤’", []),
    ],
)
def test_alone(text: str, marks: list[tuple[int, str]]) -> None:
    assert alone(text) == marks


def test_nested() -> None:
    (nested,) = Draft("“他说“好””").pairs.nested
    assert nested == (3, 5, 0, 6)
    assert [found[:2] for found in Draft("《关于（《办法》）的说明》").pairs.nested] == [(4, 7)]


@given(st.text("中a1：“”‘’（）()《》「」。\n", max_size=60))
def test_every_mark_has_one_partner_of_its_kind(text: str) -> None:
    pairs = Draft(text).pairs
    assert all(pairs.partner[end] == start for start, end in pairs.partner.items())
    assert pairs.alone == sorted(set(pairs.alone))
    assert not set(pairs.alone) & set(pairs.partner)
    for start, end in pairs.partner.items():
        if start < end:
            assert CLOSER_OF["（" if text[start] == "(" else text[start]] == text[end].replace(")", "）")


@pytest.mark.parametrize("unit", ["（", "）", "“", "”", "（\n", "“。\n", "（）", "“”\n", "《（》）", "（《“", "》）"])
def test_a_long_line_of_one_mark_is_read_like_a_short_one(unit: str) -> None:
    """What is quadratic would not come back from this."""
    pairs = Draft(unit * (200_000 // len(unit))).pairs
    assert pairs.partner or pairs.alone
    assert all(pairs.partner[end] == start for start, end in pairs.partner.items())
