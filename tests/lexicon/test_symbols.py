"""Text as symbols."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from speechlint.lexicon.symbols import read_classes, read_symbols, squeeze_long  # noqa: E402

SIGNS = {0: "", 1: "1", 2: "a", 3: "、", 4: "。", 5: "㐀"}
CASES = [
    ("渔港，码头。", "渔港。码头。"),
    ("增产5.3%左右", "增产1左右"),
    ("第３ 条", "第1条"),
    ("GB/T 9704标准", "a。a1标准"),
    ("船。\n”网", "船。网"),
    ("船 网", "船网"),
    ("船  网", "船。网"),
    ("船\u3000网", "船。网"),
    ("船\u200b网", "船网"),
    ("鱼、虾、蟹", "鱼、虾、蟹"),
    ("𠮷𠮷村", "㐀㐀村"),
    ("", ""),
    ("。", "。"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_symbols(text: str, expected: str) -> None:
    symbols = read_symbols(text).symbols.tolist()
    assert "".join(SIGNS.get(symbol) or (chr(symbol) if symbol > 5 else "") for symbol in symbols) == expected


@pytest.mark.parametrize("text", ["渔 港，\r\n码𠮷头 5.3% 网", "，，，船"])
def test_every_han_symbol_knows_its_place(text: str) -> None:
    found = read_symbols(text)
    for symbol, offset in zip(found.symbols[3:-3].tolist(), found.offsets[3:-3].tolist(), strict=True):
        if symbol > 5:
            assert text[offset] == chr(symbol)


def test_windows_have_room_on_both_sides() -> None:
    assert read_symbols("船").symbols.tolist() == [0, 0, 0, ord("船"), 0, 0, 0]


@pytest.mark.parametrize("text", ["渔港5.3%，  码头。。\n", "1.2%", "船 ", "，", "a1、"])
def test_blocks_change_nothing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_symbols(text * 5)
    for size in range(1, 12):
        monkeypatch.setattr("speechlint.lexicon.symbols.BLOCK", size)
        for parts in (read_symbols(text * 5), squeeze_long(read_classes(text * 5))):
            assert parts.symbols.tolist() == whole.symbols.tolist()
            assert [int(offset) for offset in parts.offsets] == whole.offsets.tolist()
