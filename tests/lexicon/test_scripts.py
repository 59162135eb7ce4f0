"""Folding, and the question whether there is anything to fold."""

from __future__ import annotations

import pytest

from speechlint.lexicon.scripts import IN_BOTH, fold, folding, is_simplified


def test_what_both_scripts_have_is_known() -> None:
    changing = {chr(code) for code, form in folding().items() if chr(code) != form}
    assert {character for character in changing if character.encode("gb2312", "ignore")} <= set(IN_BOTH)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("渠要修好，路要通。", "渠要修好，路要通。"),
        ("渠要修好，徵求意见。", "渠要修好，征求意见。"),
        ("關於修渠的通知", "关于修渠的通知"),
        ("🙂渠要修好", "🙂渠要修好"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert not is_simplified(text) or text == folded
