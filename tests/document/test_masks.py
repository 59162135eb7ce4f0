"""Masks: where they are, what they stand for, and what only looks like one."""

from __future__ import annotations

import pytest

from speechlint.document.mask_kinds import Kind
from speechlint.document.model import Document
from speechlint.formats.source import Source

FOUND = [
    ("X市的X县", [("X", Kind.LETTERS), ("X", Kind.LETTERS)]),
    ("X县X万人", [("X", Kind.LETTERS), ("X", Kind.NUMBER)]),
    ("X届X次", [("X", Kind.ORDINAL), ("X", Kind.ORDINAL)]),
    ("XX屆四中全會", [("XX", Kind.ORDINAL)]),
    ("20xx年X月", [("20xx", Kind.YEAR), ("X", Kind.DATE)]),
    ("二〇××年", [("二〇××", Kind.YEAR)]),
    ("2O××年", [("2O××", Kind.YEAR)]),
    ("200*年*月*日", [("200*", Kind.YEAR), ("*", Kind.DATE), ("*", Kind.DATE)]),
    ("XX—XX年", [("XX", Kind.YEAR), ("XX", Kind.YEAR)]),
    ("增长x.x个百分点", [("x.x", Kind.NUMBER)]),
    ("惠及X00余户", [("X00", Kind.NUMBER)]),
    ("打开iX办事", [("iX", Kind.PARTIAL)]),
    ("“XX”“XX”；", [("XX", Kind.TERM), ("XX", Kind.TERM)]),
    ("《x市水利局关于清淤的通知》", [("x", Kind.TITLE)]),
    ("请XX书记讲话", [("XX", Kind.NAME)]),
    ("会长XXX出席", [("XXX", Kind.NAME)]),
    ("王××、李××到会", [("××", Kind.NAME), ("××", Kind.NAME)]),
    ("渔船编号为：xxx号，", [("xxx", Kind.NUMBER)]),
    ("定于x号上午出海", [("x", Kind.DATE)]),
    ("贯彻党的*、*届三中全会精神", [("*", Kind.SYMBOLS), ("*", Kind.ORDINAL)]),
    ("学习党的*大精神，党的*精神", [("*", Kind.SYMBOLS), ("*", Kind.SYMBOLS)]),
    ("党的*号渔船", []),
    ("被XX，反响好", [("XX", Kind.CLAUSE)]),
    ("×某市的××县", [("×某", Kind.SYMBOLS), ("××", Kind.SYMBOLS)]),
    ("来到 xx 工地", [("xx", Kind.LETTERS)]),
    ("____年__月", [("____", Kind.BLANK), ("__", Kind.BLANK)]),
    ("2024年　月　日", [("　月　", Kind.BLANK)]),
    ("某市水利局工作总结", [("某", Kind.MOU)]),
    ("**县和**镇", [("**", Kind.SYMBOLS), ("**", Kind.SYMBOLS)]),
    ("死亡×人，××县", [("×", Kind.NUMBER), ("××", Kind.SYMBOLS)]),
    ("请○书记讲，○○局办", [("○", Kind.NAME), ("○○", Kind.SYMBOLS)]),
    ("发油料款　　元，", [("　　", Kind.BLANK)]),
    (
        "于**年**月**日晚**时**分在**市渔港",
        [("**", kind) for kind in (Kind.YEAR, Kind.DATE, Kind.DATE, Kind.DATE, Kind.NUMBER, Kind.SYMBOLS)],
    ),
    (
        "由**县**镇承办，**局**市协办，**抓好**修船",
        [("**", Kind.SYMBOLS)] * 4,
    ),
    ("**重点工作**要抓", []),
    ("**（渔业讯）**港口", []),
    ("Next boxes fix X and x, xx.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_masks(text: str, wanted: list[tuple[str, Kind]]) -> None:
    masks = Document(Source(text)).masks
    assert [(mask.span.of(text), mask.kind) for mask in masks] == wanted
    assert not any(mask.weak for mask in masks)


WEAK = [
    ("以“中部××水文站”名义行文。", [True]),
    ("《关于××的意见》", [True]),
    ("以“中部××水文站”名义行文，××县照办。", [False, False]),
    ("附件：文书样式\nX县人民法院：\nX年X月X日", [True, True, True, True]),
]


@pytest.mark.parametrize(("text", "wanted"), WEAK)
def test_what_may_be_right_as_it_stands(text: str, wanted: list[bool]) -> None:
    assert [mask.weak for mask in Document(Source(text)).masks] == wanted


def test_slots_are_in_the_text_s_own_script() -> None:
    assert [mask.slot for mask in Document(Source("X縣和 X 鎮的xx書記")).masks] == ["縣", "鎮", "書記"]


@pytest.mark.parametrize(
    "sign",
    [
        "x",
        "X市",
        "**县",
        "*",
        "某市",
        "__年",
        "《X",
        "“××",
        "（ ",
        "1****",
        "年　月　日",
        "○",
        "王*同志，",
        "？？村",
        "　　元，",
    ],
)
def test_a_line_of_nothing_else_takes_time_in_proportion(sign: str) -> None:
    masks = Document(Source(sign * 20_000)).masks
    assert len(masks) <= 40_000
