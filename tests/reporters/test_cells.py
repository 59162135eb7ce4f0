"""Widths, and lines that are broken by them."""

from __future__ import annotations

import pytest

from speechlint.reporters.cells import cells, padded, wrapped

WIDTHS = [
    ("", 0, 0),
    ("abc", 3, 3),
    ("防汛", 4, 4),
    ("“防汛”", 6, 8),
    ("……——①", 5, 10),
    ("𠮷", 2, 2),
    ("e\u0301", 1, 1),
    ("ＡＢ，", 6, 6),
]


@pytest.mark.parametrize(("text", "narrow", "wide"), WIDTHS)
def test_cells(text: str, narrow: int, wide: int) -> None:
    assert (cells(text), cells(text, 2)) == (narrow, wide)


def test_padded() -> None:
    assert padded("错误", 7) == "错误   "
    assert padded("warning", 4) == "warning"


WRAPS = [
    ("", 10, [""]),
    ("各队出发", 8, ["各队出发"]),
    ("各队按时出发", 8, ["各队按时", "出发"]),
    ("各队按时，出发", 8, ["各队按", "时，出发"]),  # no line begins with a comma
    ("他们说“出发”吧", 7, ["他们说", "“出发”", "吧"]),  # nor ends with an opening mark
    ("他说“出发”吧", 7, ["他说“出", "发”吧"]),
    ("use --fix here", 10, ["use --fix", "here"]),
    ("共有：地名 23、年份 9", 12, ["共有：", "地名 23、", "年份 9"]),
    ("averylongwordindeed yes", 8, ["averylongwordindeed", "yes"]),
]


@pytest.mark.parametrize(("text", "width", "lines"), WRAPS)
def test_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_common_characters_are_as_wide_as_the_tables_say() -> None:
    from wcwidth import wcwidth

    from speechlint.reporters.cells import AMBIGUOUS, cell

    common = [
        *range(0x20, 0x7F),
        *range(0x3000, 0x302A),
        *range(0x4E00, 0xA000),
        *range(0xFF01, 0xFF61),
        *map(ord, AMBIGUOUS),
    ]
    for ambiguous in (1, 2):
        wrong = [
            chr(code) for code in common if cell(chr(code), ambiguous) != wcwidth(chr(code), ambiguous_width=ambiguous)
        ]
        assert wrong == []
