"""The table of readings: what sounds alike, and that its file is in order."""

from __future__ import annotations

from importlib.resources import files

import pytest

from speechlint.lexicon.sounds import sound_alike


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("华", "化", True),
        ("静", "婧", True),
        ("明", "名", True),
        ("强", "刚", False),
        ("華", "化", False),
        ("X", "X", False),
    ],
)
def test_sound_alike(first: str, second: str, alike: bool) -> None:
    assert sound_alike(first, second) is alike
    assert sound_alike(second, first) is alike


def test_the_file_is_sorted_and_holds_each_character_once() -> None:
    text = files("speechlint.lexicon").joinpath("sounds.txt").read_text(encoding="utf-8")
    rows = [line.split(" ") for line in text.split("\n") if line and not line.startswith("#")]
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    characters = "".join(row[1] for row in rows)
    assert len(characters) == len(set(characters))
