"""Page marks: found whatever their form and the size of the pages; never found in a list."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest

from speechlint.document.model import Document
from speechlint.document.pagemarks import PageMark
from speechlint.findings.fix import Edit, apply_edits
from speechlint.formats.source import Source

# One long paragraph without a line end, of sentences of many lengths.
TEXT = "".join(
    f"{ordinal}组的同志住得最远，天不亮就出门，走到{place}已经过了九点；路上要翻两道梁，背着仪器和干粮，"
    f"谁也没有叫一声苦。他们带回来的{count}份样品（都贴了标签，写明“取样的地方和时辰”）当天送进化验室。{word}"
    for ordinal, place, count, word in (
        ("一", "河口", 12, "数据是这样来的。"),
        ("二", "石桥镇", 7, "有人问值不值？值。"),
        ("三", "老林场", 105, "水清不清，先问这些样品，再问住在河边的人家。"),
        ("四", "渡口", 33, "上面来的专家看了记录，说比他们自己做的还细。"),
        ("五", "砖窑", 9, "今年还要加密布点，枯水期每周取一次，汛期每天取一次，雨后再补一次。"),
        ("六", "采石场", 48, "我替大家谢谢他们！"),
    )
    * 4
)
FORMS = (
    "{}、",
    "{}.",
    "{}．",
    "第{}页",
    "第 {} 页\n",
    "- {} -\n",
    "— {} —\n",
    "{}/9\n",
    "{}\n",
    "【{}】",
    "（{}）\n",
    "第{}頁",
)


def marks(text: str) -> tuple[PageMark, ...]:
    return Document(Source(text)).page_marks


def joined(text: str) -> str:
    return apply_edits(text, [Edit(mark.seam, "") for mark in marks(text)])


def cut(text: str, size: int, form: str, *, first: int = 1, newline: str = "\n", indent: str = "") -> str:
    pages = [text[start : start + size] for start in range(0, len(text), size)]
    lines = [(indent + form.format(i) if i >= first else "") + page for i, page in enumerate(pages, 1)]
    return "\n".join(lines).replace("\n", newline)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("size", [150, 300, 333])
def test_pages_of_one_length_are_joined(form: str, size: int) -> None:
    text = cut(TEXT, size, form)
    found = marks(text)
    assert [mark.number for mark in found] == list(range(1, -(-len(TEXT) // size) + 1))
    assert all(mark.certain for mark in found)
    assert joined(text) == TEXT
    assert marks(joined(text)) == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("indent", ["", "  ", "　　"])
def test_line_ends_and_indents_go_with_the_mark(newline: str, indent: str) -> None:
    text = cut(TEXT, 300, "{}、", newline=newline, indent=indent)
    # The first mark has no line before it: its indent is the paragraph's.
    assert joined(text) == indent + TEXT


def test_a_first_page_without_a_mark() -> None:
    assert joined(cut(TEXT, 300, "{}、", first=2)) == TEXT


def test_a_title_above_the_first_page_keeps_its_line() -> None:
    text = "在环保工作会上的讲话\n" + cut(TEXT, 300, "{}、")
    assert joined(text) == "在环保工作会上的讲话\n" + TEXT


def test_a_title_inside_the_first_page() -> None:
    text = cut("某地环保工作会讲话稿" + TEXT, 300, "{}、").replace("1、", "1、关于召开全县环保工作会议的", 1)
    found = marks(text)
    assert found[0].number == 1
    assert all(mark.certain for mark in found)


def test_numbers_below_the_pages() -> None:
    pages = [TEXT[start : start + 300] for start in range(0, len(TEXT), 300)]
    text = "".join(f"{page}\n- {i} -\n" for i, page in enumerate(pages, 1))
    assert [mark.number for mark in marks(text)] == list(range(1, len(pages) + 1))
    assert joined(text).rstrip("\n") == TEXT


def test_list_items_inside_a_page_are_no_marks() -> None:
    listed = TEXT.replace("数据是这样来的。", "1、做事要细。").replace("我替大家谢谢他们！", "2、做人要实。")
    assert joined(cut(listed, 300, "{}、")) == listed


def test_a_list_with_lines_of_its_own_inside_the_pages() -> None:
    listed = TEXT.replace("数据是这样来的。", "\n1、要细\n2、要实\n3、要快\n")
    text = cut(listed, 300, "{}、")
    assert joined(text).count("1、要细\n2、要实\n3、要快") == listed.count("1、要细\n2、要实\n3、要快")


def test_line_ends_inside_the_pages_stay() -> None:
    lined = TEXT.replace("当天送进化验室。", "当天送进化验室。\n")
    assert joined(cut(lined, 310, "{}、")).replace("\n", "") == TEXT


def test_any_order_gives_the_same_text() -> None:
    text = cut(TEXT[:900], 300, "{}、")
    edits = [Edit(mark.seam, "") for mark in marks(text)]
    assert all(a.span.end <= b.span.start for a, b in pairwise(edits))
    for order in permutations(edits):
        mended = text
        for edit in order:
            before = sum(len(done.span.of(text)) for done in order[: order.index(edit)] if done.span < edit.span)
            mended = mended[: edit.span.start - before] + mended[edit.span.end - before :]
        assert mended == TEXT[:900]


def test_marks_that_remain_are_still_found() -> None:
    text = cut(TEXT, 150, "{}、")
    third = marks(text)[2]
    left = apply_edits(text, [Edit(third.seam, "")])
    assert [mark.number for mark in marks(left)] == [mark.number for mark in marks(text) if mark.number != 3]
    assert joined(left) == TEXT


def test_torn_lines_of_unequal_length_are_only_suggested() -> None:
    text = (
        "1、我们把服务送到了田间地头（大棚\n2、里也去）。社员们都说今年的番茄红得早，价钱也好\n3、，有人当场算起了帐。"
    )
    assert [mark.certain for mark in marks(text)] == [False, False, False]


LONG = (
    "负责全处日常工作，分管综合科和财务科，联系东片六个村，每月下村不少于十天，"
    "所到之处要看账本、看库房、看群众家里的锅灶，回来写成日记交主任审阅存档备查，年底连同述职报告一起公示七天接受大家评议"
)
LISTS = {
    "items with end marks": "1、提高认识。\n2、加强领导。\n3、抓好落实。",
    "slogans": "1、团结奋进争一流\n2、安全生产记心头\n3、文明施工树形象\n4、质量第一创品牌",
    "agenda": "1、传达会议精神\n2、通报上半年情况\n3、部署下半年任务\n4、领导讲话\n5、散会",
    "names": "1、张　华\n2、李小梅\n3、王建国\n4、赵　磊\n5、孙　燕",
    "oath": "1、爱岗敬业，忠于职守，\n2、遵章守纪，听从指挥，\n3、互帮互学，共同进步，",
    "offences": "1、无故旷工三天以上的\n2、酒后驾驶公车的\n3、泄露工作秘密的\n4、收受礼品礼金的",
    "duties of one length": "\n".join(
        f"{i}、{name}{LONG}" for i, name in enumerate(("老张", "老李", "老王", "老赵", "小孙"), 1)
    ),
    "duties of near length": "\n".join(
        f"{i}.{name}{LONG}{'呀' * i}" for i, name in enumerate(("老张", "老李", "老王", "老赵"), 1)
    ),
    "long items that end": "\n".join(f"{i}、{LONG}。" for i in range(1, 9)),
    "long items with semicolons": "\n".join(f"{i}、{LONG}；" for i in range(1, 9)),
    "numbers that restart": "一、工作\n1、抓生产\n2、抓销售\n3、抓服务\n二、生活\n1、办食堂\n2、修宿舍\n3、通热水",
    "headings with paragraphs": "\n".join(f"{i}、抓好第{i}件事\n{LONG}。{LONG}。" for i in range(1, 7)),
    "sloppy ends": "1、认真学习，提高水平，\n2、积极工作，不怕困难\n3、团结同事，互相帮助，\n4、遵守纪律，按时上班\n5、勤俭节约",
    "table of figures": "1.5\n2.5\n3.5\n4.5",
    "years": "2021年\n2022年\n2023年",
    "numbers alone": "1\n2\n3\n4",
    "bracketed duties": "\n".join(
        f"（{i}）{name}{LONG}" for i, name in enumerate(("老张", "老李", "老王", "老赵", "小孙"), 1)
    ),
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("front", ["", "在动员会上的讲话\n同志们：\n今天开个短会。\n"])
def test_a_list_is_never_taken_for_pages(name: str, front: str) -> None:
    assert marks(front + LISTS[name]) == ()


def test_a_long_list_costs_little() -> None:
    text = "".join(f"{i % 900 + 1}、第{i}户，三口人，两亩地\n" for i in range(20_000))
    assert marks(text) == ()
