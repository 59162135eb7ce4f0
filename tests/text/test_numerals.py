"""Numbers in front of headings."""

from __future__ import annotations

import pytest

from speechlint.text.numerals import number_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三百零五", 305),
        ("两千", 2000),
        ("二〇二五", 2025),
        ("12", 12),
        ("１２", 12),
        ("①", 1),
        ("⑳", 20),
        ("㉑", 21),
        ("㊿", 50),
        ("⑵", 2),
        ("⒊", 3),
        ("㈩", 10),
        ("", None),
        ("甲", None),
        ("十几", None),
    ],
)
def test_number_of(word: str, number: int | None) -> None:
    assert number_of(word) == number
