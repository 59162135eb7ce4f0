"""The prose of a draft as symbols: what is joined, what is parted, what is no prose."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")

from speechlint.document.model import Document
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source

SIGNS = {0: "", 1: "1", 2: "a", 3: "、", 4: "。", 5: "㐀"}
LONG = "渔港码头整治工作正在有序推进，各渔村要抓紧修补渔网、检查船只、疏通航"
CASES = [
    ("a.txt", "船 网", "船网"),
    ("a.txt", "船网。\r\n\r\n码头", "船网。码头"),
    ("a.txt", f"{LONG}\n道，确保安全。", f"{LONG}道，确保安全。".replace("，", "。")),
    ("a.txt", "建设XX县码头", "建设a县码头"),
    ("a.txt", "建设××县码头", "建设a县码头"),
    ("a.txt", "漁港與碼頭", "渔港与码头"),
    ("a.txt", "隨著漁港發展，成效顯著", "随着渔港发展。成效显著"),
    ("a.txt", "渔港𠮷村码头", "渔港㐀村码头"),
    ("a.md", "建设**渔港**码头", "建设渔港码头"),
    ("a.md", "渔港\n\n```\n码头\n```\n\n船网", "渔港。船网"),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_prose(name: str, text: str, expected: str) -> None:
    document = Document(format_for(name).reparse(Source(text, name, format_for(name).name), text))
    symbols = document.symbols.symbols.tolist()
    assert "".join(SIGNS.get(symbol) or (chr(symbol) if symbol > 5 else "") for symbol in symbols) == expected


@pytest.mark.parametrize("text", [case[1] for case in CASES if case[0] == "a.txt"])
def test_every_symbol_knows_its_place(text: str) -> None:
    document = Document(Source(text))
    for symbol, offset in zip(document.symbols.symbols.tolist(), document.symbols.offsets.tolist(), strict=True):
        if symbol > 5:
            assert document.folded[offset].replace("著", "着") == chr(symbol).replace("著", "着")
