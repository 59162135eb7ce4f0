"""Announced counts: the words, and the verdict on each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.announcement_evidence import MOST_APART, Evidence, Verdict
from speechlint.document.announcement_grammar import read_announcements
from speechlint.document.announcements import find_announcements
from tests.document.draft import Draft

WORDS = [
    ("讲三点意见。", ["三点意见"]),
    ("分五个方面说，再补几点意见。", ["五个方面", "几点意见"]),
    ("五个方面的主要工作", ["五个方面的主要工作"]),
    ("三个重要关系", ["三个重要关系"]),
    ("十二项重点任务", ["十二项重点任务"]),
    ("11项措施", ["11项措施"]),
    ("３件事", ["３件事"]),
    ("一举五得", ["一举五得"]),
    ("两层意思", ["两层意思"]),
    ("“四个如何”", ["四个如何"]),
    ("以上四点，请记住", ["四点"]),
    ("以下三项工作", ["三项工作"]),
    ("講三點希望和要求", ["三點希望和要求"]),
    ("三大工程、六大行动", ["三大工程", "六大行动"]),
    ("三家企业、三年规划、一百人、100周年", []),
    ("三个月、五个百分点、四个乡镇、12个部门", []),
    ("第三个问题、第四百条措施、第二项工作", []),
    ("前三个问题、后两项工作、其余四项任务", []),
    ("1.5个方面、百分之三点", []),
    ("两会、三方、第三方、一等奖、8+N", []),
    ("一带一路、十八大以来、二十大精神", []),
    ("下午三点开会", []),
    ("每站两个要点", []),
]


@pytest.mark.parametrize(("text", "wanted"), WORDS, ids=[text for text, _ in WORDS])
def test_words(text: str, wanted: list[str]) -> None:
    assert [found.span.of(text) for found in read_announcements(Draft(text))] == wanted


VERDICTS = [
    ("讲两点意见。\n一、修渠\n二、修路", Verdict.MATCH, Evidence.SIBLINGS, ["一、修渠", "二、修路"]),
    ("讲三点意见。\n一、修渠\n二、修路\n散会。", Verdict.MISMATCH, Evidence.SIBLINGS, ["一、修渠", "二、修路"]),
    ("办好两件事：一是修渠，二是修路。", Verdict.MATCH, Evidence.RUN, ["一是修渠", "二是修路"]),
    ("“修渠、修路”两件事", Verdict.MATCH, Evidence.WORDS, ["修渠", "修路"]),
    ("做到三个先修：先修渠，先修路，先修桥。", Verdict.MATCH, Evidence.WORDS, ["先修渠", "先修路", "先修桥"]),
    ("说两句话。第一句话，修渠。第二句话，修路。", Verdict.MATCH, Evidence.RUN, ["第一句话", "第二句话"]),
    ("讲几点意见。\n一、修渠\n二、修路", Verdict.OPEN, None, []),
    ("落实“六个行动”，办好夜校。", Verdict.LABEL, None, []),
    ("推进六大行动，办好夜校。", Verdict.LABEL, None, []),
    ("解决了三个问题，群众满意。", Verdict.UNLISTED, None, []),
    ("讲三点意见。\n一、修渠\n三、修路", Verdict.CUT, None, []),
    ("讲三点意见。\n一、修渠\n二、修路\n此外，灯要点亮。", Verdict.CUT, None, []),
    ("抓好三件事：一是修渠，二是修路，还要点", Verdict.CUT, None, []),
]


@pytest.mark.parametrize(("text", "verdict", "evidence", "items"), VERDICTS, ids=[case[0] for case in VERDICTS])
def test_verdicts(text: str, verdict: Verdict, evidence: Evidence | None, items: list[str]) -> None:
    (found,) = find_announcements(Draft(text))
    assert (found.verdict, found.evidence) == (verdict, evidence)
    assert [item.of(text) for item in found.items] == items


def test_the_outline_before_a_cut_text_is_evidence() -> None:
    outline = "提纲：\n一、修渠\n二、修路\n三、点灯\n……\n"
    text = outline + "在动员会上的讲话\n讲两点意见。\n一、修渠\n渠要修到头。\n三、点灯\n灯要亮到村口。\n"
    (found,) = find_announcements(Draft(text))
    assert (found.verdict, found.evidence) == (Verdict.MISMATCH, Evidence.PREVIEW)
    assert [item.of(text) for item in found.items] == ["一、修渠", "二、修路", "三、点灯"]


def test_inner_counts_bind_before_outer_ones() -> None:
    text = (
        "讲两点意见。\n一、修渠\n要过三道关：一是勘测，二是施工，三是验收。\n二、修路\n要有两个保证：一是工期，二是质量。\n"
        "以上两点，请抓好。"
    )
    found = find_announcements(Draft(text))
    assert [(count.announcement.span.of(text), len(count.items)) for count in found] == [
        ("两点意见", 2),
        ("三道关", 3),
        ("两个保证", 2),
        ("两点", 2),
    ]
    assert {count.verdict for count in found} == {Verdict.MATCH}


STREETS = "东西南北前后左右中"
CN = "一二三四五六七八九"
LISTS = {
    "一、": ("。\n", "\n"),
    "（一）": ("：\n", "\n"),
    "一是": ("：", "，"),
    "第一，": ("。", "。"),
}


@given(
    style=st.sampled_from(sorted(LISTS)),
    said=st.integers(2, 9),
    listed=st.integers(2, 9),
    inner=st.booleans(),
)
def test_a_count_is_reported_exactly_where_it_differs(style: str, said: int, listed: int, inner: bool) -> None:
    colon, between = LISTS[style]
    nested = "要做到两个早：一要早起，二要早睡" if inner and style in ("一、", "（一）") else "要认真办"
    items = between.join(f"{style.replace('一', CN[n])}{STREETS[n]}街{nested}" for n in range(listed))
    numeral = "两" if said == 2 else CN[said - 1]
    text = f"下面，我强调{numeral}项工作{colon}{items}。\n大家辛苦了。"
    wrong = [count for count in find_announcements(Draft(text)) if count.verdict is Verdict.MISMATCH]
    if said == listed or abs(said - listed) > MOST_APART:
        assert wrong == []
    else:
        (found,) = wrong
        assert found.announcement.number.of(text) == numeral
        assert len(found.items) == listed


def test_ten_thousand_counts_in_one_paragraph_are_read() -> None:
    text = "要抓住三点：一是快，二是稳。" * 10_000
    found = find_announcements(Draft(text))
    assert len(found) == 10_000
    assert {count.verdict for count in found} == {Verdict.MISMATCH}
