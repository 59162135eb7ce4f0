"""What a terminal would obey is shown, not sent."""

from __future__ import annotations

import pytest

from speechlint.reporters.visible import visible

CASES = [
    ("秋粮入库。A-1 “①”…—𠮷", "秋粮入库。A-1 “①”…—𠮷"),
    ("　　缩进", "　　缩进"),
    ("\x1b[31m红\x1b[0m", r"\x1b[31m红\x1b[0m"),
    ("\x07\x08\x00\x7f", r"\x07\x08\x00\x7f"),
    ("甲\t乙\r\n丙", r"甲\t乙\r\n丙"),
    ("\x85\x9b2J", r"\x85\x9b2J"),
    ("工\u200b会\u202e议\ufeff", r"工\u200b会\u202e议\ufeff"),
    ("\u2028\u2029\u2066\u2069", r"\u2028\u2029\u2066\u2069"),
    ("\udc80", r"\udc80"),
    ("\U000e0041", r"\U000e0041"),
]


@pytest.mark.parametrize(("text", "shown"), CASES)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_nothing_that_a_terminal_obeys_is_left() -> None:
    everything = "".join(map(chr, range(0x3100)))
    assert [
        character for character in visible(everything) if not character.isprintable() and character not in _HARMLESS
    ] == []


# Spaces of other widths, letters that are not assigned, and marks that Python does not print but terminals only draw.
_HARMLESS = {
    chr(code)
    for code in range(0x3100)
    if not ("\x00" <= chr(code) <= "\x1f" or "\x7f" <= chr(code) <= "\x9f")
    and code not in {0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)}
}
