"""What stands before paragraphs."""

from __future__ import annotations

import pytest

from speechlint.document.indents import find_indents, has_one_way, usual_indent
from speechlint.document.model import Document
from speechlint.formats.source import Source

BODY = "各站要早清仓、早扫场、早检修，把粮食收好、管好、守好。"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"　　{BODY}", ["　　"]),
        (f"{BODY}\n\t{BODY}\r\n \xa0{BODY}", ["\t", " \xa0"]),
        (" \xa0一、清仓", [" \xa0"]),
        ("　　清仓扫场", []),
        (f"　　　　　{BODY}", []),
        ("　　", []),
        ("　　| 稻谷 | 三车 |", []),
        ("", []),
    ],
)
def test_indents(text: str, wanted: list[str]) -> None:
    assert [indent.words for indent in find_indents(Document(Source(text)))] == wanted


def test_markdown_keeps_what_the_keyboard_makes() -> None:
    text = f"    {BODY}\n\n　　{BODY}"
    assert [indent.words for indent in find_indents(Document(Source(text, format="markdown")))] == ["　　"]


@pytest.mark.parametrize(
    ("ways", "wanted"),
    [
        (["　　"] * 3, "　　"),
        (["　　"] * 2, None),
        (["　　"] * 3 + ["    "], "　　"),
        (["　　"] * 3 + ["    "] * 3, None),
        (["    "] * 3 + ["  "] * 2, "    "),
        (["　 "] * 9, None),
    ],
)
def test_the_usual_indent(ways: list[str], wanted: str | None) -> None:
    text = "\n".join(way + BODY for way in ways)
    assert usual_indent(list(find_indents(Document(Source(text))))) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", True),
        ("　　甲\n　　　　乙", True),
        ("　　甲\n　乙", False),
        ("　　甲\n  乙", False),
        (" 甲\n\t乙", False),
    ],
)
def test_one_way(text: str, wanted: bool) -> None:
    assert has_one_way(text) is wanted
