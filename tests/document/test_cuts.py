"""Where a draft breaks off, and how words are read up to there."""

from __future__ import annotations

import pytest

from speechlint.document.cuts import Break
from speechlint.document.model import Document
from speechlint.document.torn import is_dangling, is_torn, last_words
from speechlint.formats.source import Source

TEXT = "今年春旱来得早，全镇上下一条心，白天看渠，夜里守闸，水一滴也没有白流。老百姓说，这样的干部信得过。"
OMITTED = "（此处省略863字）"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("传授经", ("传授", "经")),
        ("，通过座谈", ("通过", "座谈")),
        ("加强组织协", ("加强", "组织", "协")),
        ("2025年", ("年",)),
        ("好。", ()),
        ("", ()),
    ],
)
def test_last_words(clause: str, words: tuple[str, ...]) -> None:
    assert last_words(clause, 0, len(clause)) == words


def test_torn_and_dangling_words() -> None:
    assert is_torn(("传授", "经"))
    assert not is_torn(("传授", "的"))
    assert not is_torn(("经",))
    assert is_dangling(("传授", "以及"))
    assert not is_dangling(())


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (f"{TEXT}各村\n{OMITTED}\n要把渠修好。", [("各村", "要把")]),
        (f"{TEXT}各村……{OMITTED}……要把渠修好。", [("各村", "要把")]),
        (f"{TEXT}各村……（未完，全文共5000字，当前仅显示2000字）\n", [("各村", None)]),
        (f"{OMITTED}\n要把渠修好。{TEXT}", [("", "要把")]),
        (TEXT, []),
    ],
)
def test_cuts(text: str, sides: list[tuple[str, str | None]]) -> None:
    cuts = Document(Source(text)).cuts
    assert [
        (text[max(0, cut.left - 2) : cut.left], None if cut.right is None else text[cut.right : cut.right + 2])
        for cut in cuts
    ] == sides


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{TEXT}各村要健全协\n{OMITTED}\n{TEXT}", [("健全协", Break.WORD, True)]),
        (f"{TEXT}各村要修渠，\n{OMITTED}\n{TEXT}", [("各村要修渠，", Break.SENTENCE, True)]),
        (f"{TEXT}{TEXT}要修渠，以及", [("以及", Break.SENTENCE, False)]),
        (f"{TEXT}{TEXT}各村都要修渠", [("各村都要修渠", Break.PERHAPS, False)]),
        (f"{TEXT}\n{OMITTED}\n{TEXT}", []),
        (f"{TEXT}\n谢谢大家", []),
        (TEXT, []),
        ("", []),
    ],
)
def test_broken_ends(text: str, wanted: list[tuple[str, Break, bool]]) -> None:
    found = Document(Source(text)).broken_ends
    assert [(end.span.of(text), end.what, end.notice) for end in found] == wanted
