"""Lines with rules of their own, and brackets of mathematics."""

from __future__ import annotations

import pytest

from speechlint.document.formulas import is_formula, parts_coordinates
from speechlint.document.model import Document
from speechlint.formats.source import Source

REFERENCES = "渠史考\n[1] 柳青, 石磊. 渠史[J]. 水利学报, 2019, 12(3): 45-52.\n见[1]。\n［2］石磊．渠考［M］．上海：春水书店，2018．"
LETTER = "\n发件人: 柳青\n主题: Re: 图纸\n\n图纸收到: 请放心。\n-- \n柳青\n手机: 138-0000-1111"


def held(text: str) -> list[str]:
    notation = Document(Source(text)).notation
    assert all(notation.holds(span.start) and not notation.holds(span.end) for span in notation.spans)
    return [span.of(text) for span in notation.spans]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_references(end: str) -> None:
    lines = REFERENCES.split("\n")
    assert held(REFERENCES.replace("\n", end)) == [lines[1], lines[3]]


def test_the_head_of_a_letter_and_its_signature() -> None:
    assert held(LETTER) == ["发件人: 柳青", "主题: Re: 图纸", "柳青", "手机: 138-0000-1111"]


@pytest.mark.parametrize(
    "text",
    ["", "主题: 修渠动员\n时间: 上午\n", "开头一行。\n发件人: 柳青\n主题: 图纸\n", "选项[A]和[J]，见〔2024〕5号。", "发件人: 柳青\n正文。"],
)  # fmt: skip
def test_nothing_of_the_kind(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "⟦a+b⟧(1/a+1/b)", "12．⟦x+3⟧", "⟦1－qⁿ⟧/2", "点P⟦2,－1⟧", "约⟦700/450⟧⁴", "区间⟦a,b⟧", "ln⟦x－1⟧", "⟦1,＋∞⟧", "5⟦3+2⟧=",
        "⟦n=120⟧", "⟦sin x+1⟧",
    ],
)  # fmt: skip
def test_formulas(text: str) -> None:
    assert is_formula(*opened(text))


@pytest.mark.parametrize(
    "text",
    ["组织⟦WTO⟧", "规划⟦2021-2025⟧的", "学制⟦3+2⟧", "标准⟦GB/T 9704⟧", "⟦A区⟧", "村⟦代理⟧", "增长⟦5%⟧", "甲⟦⟧", f"⟦{'1+' * 90}1⟧"],
)  # fmt: skip
def test_no_formulas(text: str) -> None:
    assert not is_formula(*opened(text))


def opened(marked: str) -> tuple[str, int, int]:
    text = marked.replace("⟦", "(").replace("⟧", ")")
    return text, marked.index("⟦"), marked.index("⟧")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("P(2,－1)", True), ("(－∞,5)", True), ("[x₁,x₂]", True), ("增长5,－3", False), ("(甲,－1)", False)],
)
def test_coordinates(text: str, wanted: bool) -> None:
    assert parts_coordinates(text, text.index(",")) is wanted
