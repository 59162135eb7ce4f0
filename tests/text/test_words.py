"""Words and marks in short stretches of text."""

from __future__ import annotations

import pytest

from speechlint.text.words import first_of, holds_any, last_of


def test_one_word_is_enough() -> None:
    assert holds_any("渠要修好", ("路", "修"))
    assert not holds_any("渠要修好", ("路", "桥"))
    assert not holds_any("渠要修好", ())


@pytest.mark.parametrize(
    ("marks", "start", "end", "first", "last"),
    [
        ("，。", 0, 8, 1, 5),
        ("。，", 0, 8, 1, 5),
        ("，。", 2, 8, 3, 5),
        ("，。", 2, 5, 3, 3),
        ("；！", 0, 8, -1, -1),
        ("，。", 6, 8, -1, -1),
    ],
)
def test_the_first_and_the_last_of_several_marks(marks: str, start: int, end: int, first: int, last: int) -> None:
    text = "渠，路。桥，水电"
    assert first_of(marks, text, start, end) == first
    assert last_of(marks, text, start, end) == last
