"""Which rare blocks a text has characters of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.blocks import SURROGATES, find_blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", set()),
        ("各位代表：2025年，ABC。", set()),
        ("⼯会⺠主", {0x2F, 0x2E}),
        ("樂\uf914", {0xF9}),
        ("①第Ⅱ期\ue000", {0x24, 0x21, 0xE0}),
        ("α值", {0x03}),
        ("\udcab", {0xDC}),
    ],
)
def test_blocks(text: str, blocks: set[int]) -> None:
    assert find_blocks(text) == blocks


def test_a_character_of_another_plane_gives_two() -> None:
    assert find_blocks("𠮷") <= SURROGATES
    assert len(find_blocks("𠮷")) == 2


@given(st.text())
def test_no_rare_block_is_missed(text: str) -> None:
    rare = {ord(character) >> 8 for character in text if ord(character) < 0x10000} - {0, 0x20, 0x30, 0xFF}
    assert {block for block in rare if not 0x4E <= block <= 0x9F} <= find_blocks(text)
