"""Foreign text inside Chinese: what it holds, and what stays Chinese beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.draft import Draft


def seen(text: str) -> list[str]:
    return [span.of(text) for span in Draft(text).foreign.spans]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        # numbers with a mark inside
        ("增长3.5%,好于去年", ["3.5"]),
        ("共1,200户,户均1,000.5元", ["1,200", "1,000.5"]),
        ("9:30开会,比例1:500,比分3:2", ["9:30", "1:500", "3:2"]),
        ("2024.5.1,版本1.2.3,地址10.0.0.1", ["2024.5.1", "1.2.3", "10.0.0.1"]),
        ("2026-02-03 09:02:33发布", ["2026-02-03", "09:02:33"]),
        ("面积3×4米、120.5x80毫米", ["3×4", "120.5x80"]),
        ("用时5'30\",全校第一", ["5'30\""]),
        ("增长5%,2024年再增3%", []),
        ("增长5.1%, 2024年再增3.2%", ["5.1", "3.2"]),
        # plain words and numbers hold no mark
        ("2025年有5G基站300座,GDP居首", []),
        ("CEO,CTO和CFO到会,他们发言", ["CEO,CTO"]),
        # addresses, names of files, codes
        (
            "见https://a.example.cn/x?id=1&p=2,或www.b.cn/路",
            ["https://a.example.cn/x?id=1&p=2", "www.b.cn/"],
        ),
        ("写信到li-si@mail.example.com,收到即复", ["li-si@mail.example.com"]),
        ("存于/data/maps/a.txt和C:\\maps\\b.docx,勿删", ["/data/maps/a.txt", "C:\\maps\\b.docx"]),
        ("按GB/T 9704-2012,附件1.docx", ["GB/T", "9704-2012", "1.docx"]),
        ("字段user_id,命令--dry-run,选项 -v", ["user_id", "--dry-run", "-v"]),
        ("函数f(x)和g(x, y),求print()的值", ["f(x)", "g(x, y)", "print()"]),
        ("第一段&nbsp;第二段", ["&nbsp;"]),
        ("公式y = kx + b,即(a+b)*c", ["y = kx + b", "(a+b)*c"]),
        # words
        ("他说:“Time is money, my friend.”大家笑了", ["Time is money, my friend."]),
        ("Hello, world!\n你好,世界!", ["Hello, world!"]),
        ("欢迎使用Windows Server,我们", ["Windows Server"]),
        ("加入World Trade Organization (WTO),扩大开放", ["World Trade Organization (WTO)"]),
        ("西安Xi’an,老地名", ["Xi’an"]),
        # Chinese
        ("世界贸易组织(WTO),今年", []),
        ("会议指出,要(一)抓早;(二)抓小!", []),
        ('"四到位"和"5G+"行动,"A","B"两组', []),
        ("(1)加强,a)协同,1.坚持", []),
    ],
)
def test_foreign(text: str, foreign: list[str]) -> None:
    assert seen(text) == foreign


def test_offsets() -> None:
    foreign = Draft("增长3.5%,至1:2").foreign
    assert [offset for offset in range(11) if foreign.holds(offset)] == [2, 3, 4, 8, 9, 10]
    assert foreign.at(3) == (2, 5)
    assert foreign.at(5) is None


@given(st.text("ab1 .,:;()[]{}\"'/@%&-=_中。\n", max_size=60))
def test_spans_are_sorted_and_disjoint(text: str) -> None:
    spans = Draft(text).foreign.spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert not any("中" in span.of(text) or "\n" in span.of(text) for span in spans)


@pytest.mark.parametrize("unit", ["a", "1", "a.", "a ", "(", "a(", ")", "1,", '"a,', "&", "/", "a, "])
def test_a_long_run_is_read(unit: str) -> None:
    """What is quadratic would not come back from this."""
    seen(unit * 200_000)
