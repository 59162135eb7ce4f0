"""White space inside lines: what stands beside it, and where it is part of the layout."""

from __future__ import annotations

import pytest

from speechlint.document.blanks import Beside, Blanks
from speechlint.text.span import Span

KINDS = (Beside.END, Beside.HAN, Beside.MARK, Beside.LATIN, Beside.OTHER)


def found(text: str) -> list[tuple[str, str]]:
    """The kind of each blank and the text about it."""
    blanks = Blanks(text)
    pairs = [(span, kind.value) for kind in KINDS for span in blanks.beside(kind)]
    return [(kind, text[span.start - 1 : span.end + 1]) for span, kind in sorted(pairs)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("　　晒场扫净了。\n  粮仓腾空了。", []),
        ("晒场 扫净", [("han", "场 扫")]),
        ("晒场　扫净\u2003了", [("han", "场　扫"), ("han", "净\u2003了")]),
        ("扫净， 腾空", [("mark", "， 腾")]),
        ("扫净, 腾空", [("mark", ", 腾")]),
        ("扫净 。", [("mark", "净 。")]),
        ("收 18 车", [("latin", "收 1"), ("latin", "8 车")]),
        ("dry grain, 18 t", []),
        ("- 晒场 #", [("other", "- 晒"), ("other", "场 #")]),
        ("扫净  \n腾空 \r\n完 ", [("end", "净  \n"), ("end", "空 \r"), ("end", "完 ")]),
        ("OK  \nOK", [("end", "K  \n")]),
        ("曬場 掃淨", [("han", "場 掃")]),
    ],
)
def test_what_stands_beside(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("一、", True),
        ("　　（二）", True),
        ("3.", True),
        ("第十二条", True),
        ("第 十 二 條", True),
        ("第五条之一", True),
        ("①", True),
        ("附件1：", True),
        ("-", True),
        ("粮站", False),
        ("要抓好一、", False),
        ("\n一、", True),
        ("晒场扫净了，粮仓腾空了，各组都到了岗上。一、", False),
    ],
)
def test_markers(before: str, wanted: bool) -> None:
    text = f"{before} 清仓"
    assert Blanks(text).ends_marker(Span(len(before), len(before) + 1)) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("晒场扫净了，粮仓 腾空了。", True),
        ("柳湾粮站 站长", False),
        ("品名，等级    数量    单价 备注", False),
        ("| 稻谷，早籼 | 三车 |", False),
        ("稻谷\t三车，面议  柳湾", False),
    ],
)
def test_prose(line: str, wanted: bool) -> None:
    blanks = Blanks(line)
    spans = [span for kind in KINDS for span in blanks.beside(kind)]
    assert {blanks.in_prose(span) for span in spans} == {wanted}


def test_only_a_few_blanks_are_odd() -> None:
    blanks = Blanks("晒场\xa0扫净 腾空")
    assert [blanks.is_odd(span) for span in blanks.beside(Beside.HAN)] == [True, False]
    assert not Blanks("晒场 扫净").has_odd


def test_a_megabyte_of_blanks_is_linear() -> None:
    blanks = Blanks("稻 " * 300_000)
    assert len(blanks.beside(Beside.HAN)) == 299_999
    assert not blanks.in_prose(blanks.beside(Beside.HAN)[-1])
