"""Classes of characters."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from speechlint.text.charsets import HAN, ends_sentence, is_han

_HAN = regex.compile(f"[{HAN}]")


@given(st.one_of(st.characters(), st.characters(min_codepoint=0x3400, max_codepoint=0x323FF)))
def test_the_function_and_the_class_agree(character: str) -> None:
    assert is_han(character) == (_HAN.fullmatch(character) is not None)


@pytest.mark.parametrize(
    ("character", "han"), [("渔", True), ("〇", True), ("𠮷", True), ("、", False), ("あ", False), ("", False)]
)
def test_is_han(character: str, han: bool) -> None:
    assert is_han(character) is han


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("抓好落实。", True),
        ("他说：“去吧！”", True),
        ("（见附件。）　", True),
        ("「好。」", True),
        ("OK?", True),
        ("抓好落实", False),
        ("抓好、", False),
        ("“渔港”", False),
        ("", False),
    ],
)
def test_ends_sentence(line: str, ends: bool) -> None:
    assert ends_sentence(line) is ends
