"""What a message quotes of a text: no word is cut."""

from __future__ import annotations

import pytest

from speechlint.document.whole_words import in_whole_words
from speechlint.text.span import Span


@pytest.mark.parametrize(
    ("text", "around", "place", "right", "shown"),
    [
        ("渔会守住重大风脸底线。", (4, 8), 7, "险", "重大风脸"),
        ("做到忠诚干净单当。", (3, 7), 6, "担", "忠诚干净单当"),
        ("渔船的灵昏。", (2, 5), 4, "魂", "的灵昏"),
        ("要建高笑。", (3, 4), 3, "校", "高笑"),
        ("甲乙掷丙。", (2, 3), 2, "丁", "乙掷丙"),
        ("掷", (0, 1), 0, "丁", "掷"),
        ("落實治理能務。", (2, 6), 5, "力", "治理能務"),
    ],
)
def test_what_is_shown(text: str, around: tuple[int, int], place: int, right: str, shown: str) -> None:
    assert in_whole_words(text, Span(*around), Span(place, place + 1), right).of(text) == shown
