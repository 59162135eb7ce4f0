"""Strings that stand across the border of two words."""

from __future__ import annotations

import pytest

from speechlint.lexicon.word_borders import may_be_cut


@pytest.mark.parametrize(
    ("text", "string", "wanted"),
    [
        ("讲好经典形象", "典形", True),
        ("研究竞赛规则", "究竞", True),
        ("严防犯罪", "防犯", True),
        ("要防犯罪", "防犯", True),
        ("有关健康知识", "关健", True),
        ("这是关健一步", "关健", False),
        ("形成典形。", "典形", False),
        ("部暑", "部暑", False),
        ("", "", False),
    ],
)
def test_cut(text: str, string: str, wanted: bool) -> None:
    start = text.index(string)
    assert may_be_cut(text, start, start + len(string)) is wanted
