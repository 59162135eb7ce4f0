"""The sixty-year cycle: the animal and the pair of signs of each year of the common calendar."""

from __future__ import annotations

ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
# The year 4 began both rounds.
_FIRST = 4


def animal_of(year: int) -> str:
    """龙 of 2024; the few weeks before the lunar new year still belong to the year before."""
    return ANIMALS[(year - _FIRST) % 12]


def signs_of(year: int) -> str:
    """甲辰 of 2024."""
    return STEMS[(year - _FIRST) % 10] + BRANCHES[(year - _FIRST) % 12]


def next_animal(animal: str) -> str:
    """猴 of 羊."""
    return ANIMALS[(ANIMALS.index(animal) + 1) % 12]


def animal_of_signs(signs: str) -> str:
    """龙 of 甲辰."""
    return ANIMALS[BRANCHES.index(signs[1])]


def is_pair(signs: str) -> bool:
    """Whether the two signs come together: both odd or both even ones, so 甲辰 and never 甲卯."""
    return (STEMS.index(signs[0]) - BRANCHES.index(signs[1])) % 2 == 0
