"""The sixty-year cycle, held to years that everybody knows."""

from __future__ import annotations

import pytest

from speechlint.lexicon.zodiac import ANIMALS, animal_of, animal_of_signs, is_pair, next_animal, signs_of


@pytest.mark.parametrize(
    ("year", "animal", "signs"),
    [(1894, "马", "甲午"), (1911, "猪", "辛亥"), (1984, "鼠", "甲子"), (2000, "龙", "庚辰"), (2024, "龙", "甲辰"),
     (2025, "蛇", "乙巳"), (2026, "马", "丙午")],
)  # fmt: skip
def test_years(year: int, animal: str, signs: str) -> None:
    assert animal_of(year) == animal == animal_of_signs(signs)
    assert signs_of(year) == signs
    assert is_pair(signs)


def test_animals_go_round() -> None:
    assert next_animal("羊") == "猴"
    assert next_animal("猪") == "鼠"
    assert [next_animal(animal) for animal in ANIMALS] == [*ANIMALS[1:], ANIMALS[0]]


def test_signs_of_different_kinds_do_not_pair() -> None:
    assert not is_pair("甲丑")
