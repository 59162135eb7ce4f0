"""Words in which letters stand for characters."""

from __future__ import annotations

import pytest

from speechlint.lexicon.disguises import disguises


@pytest.mark.parametrize(
    ("disguise", "words"),
    [
        ("qun众", ("群众",)),
        ("群Zhong", ("群众",)),
        ("Fu败", ("腐败",)),
        ("d委", ("党委",)),
        ("jin京", ("进京",)),
        ("稳ding", ("稳定",)),
        ("zheng4治", ("政治",)),
        ("gong青团", ("共青团",)),
        ("共产dang", ("共产党",)),
        ("zhengfu", ("政府",)),
        ("县zf", ("县政府",)),
        ("gcd员", ("共产党员",)),
        ("jian察", ("检察", "监察")),
    ],
)
def test_disguises(disguise: str, words: tuple[str, ...]) -> None:
    assert disguises()[disguise] == words


def test_no_disguise_is_a_word_in_characters_alone() -> None:
    assert all(any(character.isascii() for character in disguise) for disguise in disguises())
