"""The list of annexes below a document."""

from __future__ import annotations

import pytest

from tests.document.draft import Draft


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("附件：1.渠长名单\n　　　2.水表清单", [("1.", ".", ""), ("2.", ".", "")]),
        ("附件：1、渠长名单；\n2、水表清单。\n3.", [("1、", "、", "；"), ("2、", "、", "。")]),
        ("附件：渠长名单。", [(None, "", "。")]),
        ("附件2：渠长名单", [(None, "", "")]),
        ("附件：1.渠长名单\n3.水表清单", [("1.", ".", "")]),
        ("附件：略", []),
        ("附件：已印发。请查收。", []),
        ("见附件：渠长名单", []),
        ("", []),
    ],
)
def test_annexes(text: str, wanted: list[tuple[str | None, str, str]]) -> None:
    found = Draft(text).annexes
    assert [
        (None if annex.number is None else annex.number.of(text), annex.mark.of(text), annex.end.of(text))
        for annex in found
    ] == wanted
