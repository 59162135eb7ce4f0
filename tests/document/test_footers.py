"""Printed page numbers: inside the text only a series counts; lines of their own are joined where they cut a sentence."""

from __future__ import annotations

import pytest

from speechlint.document.footers import find_footers
from speechlint.document.model import Document
from speechlint.findings.fix import Edit, apply_edits
from speechlint.formats.source import Source
from tests.document.test_pagemarks import TEXT

# No two pages of the same words, each a little more than a hundred code points.
PAGES = tuple(
    f"{place}的水库加固完了，坝面铺了新石料，闸门换成电动的，守坝人住进了新屋，"
    f"夜里值班有灯有电话；下游{count}户人家心里踏实，汛期不用再往山上搬粮食，老人孩子都说今年睡得香，"
    f"{place}人自己也出了工，抬石头、和水泥，整整忙了一个冬天，谁也没有误过一天工"
    for place, count in (("上河", "三十"), ("石门", "一百二十"), ("松坪", "四十五"), ("柳湾", "八十"))
)
FORMS = (
    "-{}-",
    "— {} —",
    "－{}－",
    "第{}页",
    "（第{}页）",
    "第 {} 頁",
    "{}/9",
    "（{}/9）",
    "[{}/9]",
    "{} / 9",
    "({}／9)",
)


def found(text: str) -> list[str]:
    return [footer.span.of(text) for footer in find_footers(Document(Source(text)))]


def mended(text: str) -> str:
    return apply_edits(text, [Edit(footer.cut, "") for footer in find_footers(Document(Source(text)))])


def printed(form: str, end: str, count: int = 3) -> str:
    return "".join(f"{page}{form.format(i)}{end}" for i, page in enumerate(PAGES[:count], 1)) + "大家辛苦了。"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_series_inside_the_text(form: str, end: str) -> None:
    text = printed(form, end)
    assert found(text) == [form.format(i) for i in (1, 2, 3)]
    assert mended(text) == printed("", end)


@pytest.mark.parametrize("form", FORMS)
def test_one_alone_is_none(form: str) -> None:
    text = printed(form, "", 1)
    assert found(text) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_pair_needs_a_total(form: str) -> None:
    assert (found(printed(form, "", 2)) != []) == ("9" in form)


@pytest.mark.parametrize(
    "text",
    [
        "有1/4的村".join(PAGES[:2]) + "有2/4的村修了路。",
        "".join(f"{page}，占{i}/4，" for i, page in enumerate(PAGES, 1)),
        "".join(f"见第{i}页，{page}。" for i, page in enumerate(PAGES, 1)),
        "".join(f"第{i}页写着：{page}。" for i, page in enumerate(PAGES, 1)),
        "".join(f"型号A-{i}-B的水泵，{page}。" for i, page in enumerate(PAGES, 1)),
        "".join(f"2023-{i}-1，{page}。" for i, page in enumerate(PAGES, 1)),
        "".join(f"电话0571-{i}-{i}，{page}。" for i, page in enumerate(PAGES, 1)),
        "甲队-1-分，乙队-2-分，丙队-3-分。",
        "".join(f"{page}。-{number}-" for page, number in zip(PAGES, (3, 7, 5, 1), strict=True)),
        "参会12/15人，1/3的，3-5名。",
        "得分：\n- 3 -\n- 5 -\n- 2 -\n完。",
        "得分：\n- 1 -\n- 2 -\n- 3 -\n完。",
        "得分：\n3/9\n5/9\n2/9\n完。",
        "得分：\n- 3 -\n祝贺。",
    ],
)
def test_figures_are_no_pages(text: str) -> None:
    assert found(text) == []


def test_pages_of_one_length_are_certain() -> None:
    pages = [TEXT[start : start + 300] for start in range(0, len(TEXT), 300)]
    text = pages[0] + "".join(f"-{i}-{page}" for i, page in enumerate(pages[1:], 1))
    assert all(footer.certain for footer in find_footers(Document(Source(text))))
    assert mended(text) == TEXT


def test_the_last_of_a_series_goes_with_the_others() -> None:
    text = printed("-{}-", "").replace("-3-", "。\n-3-\n")
    footers = find_footers(Document(Source(text)))
    assert [(footer.span.of(text), footer.certain) for footer in footers] == [
        ("-1-", False),
        ("-2-", False),
        ("-3-", False),
    ]


@pytest.mark.parametrize("mark", ["第2页", "第2页/共7页", "- 2 -", "2/7"])
@pytest.mark.parametrize("blank", ["\n", "\n\n", "\r\n"])
def test_halves_of_a_sentence_are_joined(mark: str, blank: str) -> None:
    text = f"动员会{blank}同志们：{blank}各村的账目要公开，该查{blank}{mark}{blank}的要查到底。{blank}散会。"
    footers = find_footers(Document(Source(text)))
    assert [footer.certain for footer in footers] == [False]
    assert "该查的要查到底。" in mended(text)


@pytest.mark.parametrize(
    ("text", "rest", "certain"),
    [
        ("渠修好了。\n- 2 -\n水通了。", "渠修好了。\n水通了。", True),
        ("渠修好了。\n- 2 -", "渠修好了。", True),
        ("一、加强领导\n第2页\n二、抓好落实", "一、加强领导\n二、抓好落实", True),
        ("动员会\n- 1 -\n天亮了。", "动员会\n天亮了。", False),
        ("各村的账目要公开，该查\n第2页\n　　散会以后再说。", "各村的账目要公开，该查\n　　散会以后再说。", True),
    ],
)
def test_whole_lines_go_between_paragraphs(text: str, rest: str, certain: bool) -> None:
    assert [footer.certain for footer in find_footers(Document(Source(text)))] == [certain]
    assert mended(text) == rest


def test_many_numbers_cost_little() -> None:
    text = "".join(f"第{i % 900 + 1}页-{i % 90}-{i % 9 + 1}/9" for i in range(20_000))
    assert len(find_footers(Document(Source(text)))) < 20_000
