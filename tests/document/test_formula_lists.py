"""Lists beside the name of a fixed set: where they begin and end, and which member each item is."""

from __future__ import annotations

import pytest

from speechlint.document.formula_lists import list_around, lists_beside
from speechlint.lexicon.formulas import FORMULAS

(AWARENESS,) = FORMULAS.editions("四个意识")


def beside(text: str) -> list[tuple[str, list[int], bool, bool]]:
    start = text.index("四个意识")
    return [
        (found.span.of(text), [item.member for item in found.items], found.certain, found.partial)
        for found in lists_beside(text, start, start + 4, AWARENESS)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“四个意识”，即政治意识、大局意识，要牢记", [("政治意识、大局意识", [0, 1], True, False)]),
        ("“四个意识”包括政治意识、核心意识", [("政治意识、核心意识", [0, 2], False, True)]),
        ("“四个意识”：政治意识、大局意识等", [("政治意识、大局意识", [0, 1], True, True)]),
        ("四个意识（政治、核心、大局、看齐意识）", [("政治、核心、大局、看齐意识", [0, 2, 1, 3], True, False)]),
        ("四个意识即政治意识、海洋意识、看齐意识", [("政治意识、海洋意识、看齐意识", [0, -1, 3], True, False)]),
        ("四个意识即海洋意识、大局意识", [("海洋意识、大局意识", [-1, 1], True, False)]),
        ("增强政治意识、大局意识“四个意识”", [("政治意识、大局意识", [0, 1], False, False)]),
        ("坚持大局意识和看齐意识的“四个意识”", [("大局意识和看齐意识", [1, 3], False, False)]),
        ("增强政治意识、大局意识等“四个意识”", []),
        ("“四个意识”很重要，政治意识是首位", []),
        ("四个意识", []),
        ("", []),
    ],
)
def test_lists_beside(text: str, wanted: list[tuple[str, list[int], bool, bool]]) -> None:
    assert (beside(text) if text else []) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("牢固树立大局意识、政治意识、看齐意识。", "大局意识、政治意识、看齐意识"),
        ("政治意识、大局意识和核心意识", "政治意识、大局意识和核心意识"),
        ("政治意识要强。", None),
    ],
)
def test_list_around(text: str, wanted: str | None) -> None:
    start = text.index("政治意识")
    found = list_around(text, start, start + 4, AWARENESS)
    assert (None if found is None else found.span.of(text)) == wanted
