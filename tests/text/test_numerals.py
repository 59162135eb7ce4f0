"""Numbers in front of headings."""

from __future__ import annotations

import pytest

from speechlint.text.numerals import number_of, written_like


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


@pytest.mark.parametrize(
    ("word", "number", "written"),
    [
        ("一", 1, "一"),
        ("三", 10, "十"),
        ("三", 12, "十二"),
        ("十", 20, "二十"),
        ("廿", 35, None),
        ("四", 35, "三十五"),
        ("四", 99, "九十九"),
        ("四", 100, None),
        ("四", 0, None),
        ("3", 12, "12"),
        ("03", 4, "04"),
        ("９", 10, "１０"),
        ("①", 20, "⑳"),
        ("⑳", 21, "㉑"),
        ("㉟", 36, "㊱"),
        ("①", 50, "㊿"),
        ("①", 51, None),
        ("⑴", 20, "⒇"),
        ("⑴", 21, None),
        ("⒈", 3, "⒊"),
        ("㈠", 10, "㈩"),
        ("㈠", 11, None),
        ("a", 3, "c"),
        ("a", 27, None),
        ("首先", 2, None),
    ],
)
def test_written_like(word: str, number: int, written: str | None) -> None:
    if written is None:
        with pytest.raises(ValueError):
            written_like(word, number)
    else:
        assert written_like(word, number) == written


@pytest.mark.parametrize("word", ["一", "1", "１"])
def test_what_is_written_is_read_again(word: str) -> None:
    assert [number_of(written_like(word, number)) for number in range(1, 100)] == list(range(1, 100))
