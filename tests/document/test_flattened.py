"""Headings inside paragraphs."""

from __future__ import annotations

import pytest

from speechlint.document.flattened import body_indent, find_flat_headings
from tests.document.draft import Draft

BODY = (
    "各渠段的负责人要把自己那一段走上三遍，哪里漏水、哪里塌了边，都记在本子上，当天报给水利站；"
    "水利站排出先后，急的当天修，不急的排进月底的工单，修完由农户签字。"
)

SHORT = "各村要把渠段分到人头，哪里漏水记在本子上，当天报给水利站，月底一起结账。"


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, seam, and what the text behind begins with where a break is wanted there."""
    return [
        (
            heading.span.of(text),
            None if heading.seam is None else heading.seam.of(text),
            None if heading.behind is None else text[heading.behind : heading.behind + 2],
        )
        for heading in find_flat_headings(Draft(text))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            f"开会。 一、修好干渠。{BODY}二、修好支渠。{BODY}",
            [("一、修好干渠。", " ", None), ("二、修好支渠。", "", None)],
        ),
        (
            f"开会。一、把干渠修到村口今年雨少，{BODY}二、把支渠修到田头大家盼水，{BODY}",
            [("一、把干渠修到村口", "", "今年"), ("二、把支渠修到田头", "", "大家")],
        ),
        (
            f"开会。一、“渠长制”的由来“渠长制”不是新事，{BODY}二、“渠长制”的好处“渠长制”省心，{BODY}",
            [("一、“渠长制”的由来", "", "“渠"), ("二、“渠长制”的好处", "", "“渠")],
        ),
        (f"1.修好干渠。{BODY}2.修好支渠。{BODY}", [("2.修好支渠。", "", None)]),
        (
            f"一、把干渠修到村口\n{BODY}\n二、把支渠修到田头大家盼水，{BODY}\n三、把毛渠修到垄上\n{BODY}",
            [("二、把支渠修到田头", None, "大家")],
        ),
        (f"一、把干渠修到村口大家盼水，{BODY}\n二、把支渠修到田头大家盼水，{BODY}", []),
        (f"开会。1.修好干渠。{BODY}", []),
        ("开会。1.修好干渠。2.修好支渠。3.装好水表。", []),
        (f"开会：一、修好干渠；二、修好支渠。{BODY}", []),
        (f"一、修好干渠。{BODY}\n二、修好支渠。{BODY}", []),
        ("", []),
        (
            f"开会。一、修好干渠。{SHORT}二、修好支渠。{SHORT}三、修好毛渠。{SHORT}",
            [("一、修好干渠。", "", None), ("二、修好支渠。", "", None), ("三、修好毛渠。", "", None)],
        ),
        (
            f"现将有关事项通知如下：一、修好干渠。{SHORT}二、修好支渠。{SHORT}三、修好毛渠。{SHORT}",
            [("一、修好干渠。", "", None), ("二、修好支渠。", "", None), ("三、修好毛渠。", "", None)],
        ),
        (f"现将办法公布如下：一、{SHORT}二、{SHORT}三、{SHORT}", []),
        (f"开会。一、修好干渠，{SHORT}二、修好支渠，{SHORT}三、修好毛渠，{SHORT}", []),
        (f"开会。一、修好干渠。二、修好支渠。三、修好毛渠。{SHORT}", []),
        (f"开会：一、修好干渠；二、修好支渠；三、修好毛渠。{SHORT}", []),
        (f"开会。一、修好干渠。{SHORT}二、修好支渠。{SHORT}", []),
        (f"一、修好干渠。{SHORT}二、修好支渠。{SHORT}三、修好毛渠。{SHORT}", []),
        (f"（一）修好干渠。{SHORT}（二）修好支渠。{SHORT}\n二、算账", []),
        (f"（一）干渠：{BODY}（二）支渠：{BODY}（三）毛渠：{BODY}", []),
        (f"1.修好干渠。{SHORT}2.修好支渠。{SHORT}\n3.修好毛渠。{SHORT}4.修好塘坝。{SHORT}", []),
        ("试题如下：一、填空题。每空一分。二、选择题。每题两分。三、问答题。" + SHORT, []),
    ],
)
def test_headings(text: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    ("text", "indent"),
    [
        (f"　　{BODY}\n　　{BODY}\n{BODY}\n短行", "　　"),
        (f"{BODY}\n{BODY}\n　　{BODY}", ""),
        ("短行", ""),
    ],
)
def test_the_indent_of_most_lines(text: str, indent: str) -> None:
    assert body_indent(Draft(text)) == indent
