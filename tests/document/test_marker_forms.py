"""Markers in another form than the standard's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document.form_readings import Mistake
from tests.document.draft import Draft


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12、修渠", [("12、", "12.", 12, Mistake.ARABIC_MARK, True)]),
        (
            "修完了。2、补漏。3、引水。",
            [("2、", "2.", 2, Mistake.ARABIC_MARK, False), ("3、", "3.", 3, Mistake.ARABIC_MARK, False)],
        ),
        ("最后、引水", [("最后、", "最后，", None, Mistake.ORDINAL_MARK, True)]),
        ("第 二 、引水", [("第 二 、", "第 二，", 2, Mistake.ORDINAL_MARK, True)]),
        ("( 三 )、引水", [("( 三 )、", "（三）", 3, Mistake.BRACKET_MARK, True)]),
        ("④.引水", [("④.", "④", 4, Mistake.BRACKET_MARK, True)]),
        ("十二.引水", [("十二.", "十二、", 12, Mistake.CHINESE_MARK, True)]),
        ("（四)引水", [("（四)", "（四）", 4, Mistake.HALF_WIDTH, True)]),
        ("四 、 引水", [("四 、 ", "四、", 4, Mistake.BLANK, True)]),
        ("一、引水", []),
        ("", []),
    ],
)
def test_forms(text: str, wanted: list[tuple[str, str, int | None, Mistake, bool]]) -> None:
    found = [
        (form.span.of(text), form.right, form.ordinal, form.mistake, form.opens_line)
        for form in Draft(text).marker_forms
    ]
    assert found == wanted


@pytest.mark.parametrize("text", ["2、补漏", "三，补漏", "补完了。(4)补漏"])
def test_doubtful_ones_want_a_sibling(text: str) -> None:
    alone = Draft(f"补完了。{text}" if text[0] == "2" else text)
    assert alone.marker_forms == ()


def test_page_numbers_and_annexes_are_not_among_them() -> None:
    page = "各渠段的负责人要把自己那一段走上三遍，哪里漏水、哪里塌了边，都记在本子上，当天报给水利站，水利站排出先后"
    cut = "\n".join(f"{number}、{page * 3}" for number in range(1, 6))
    assert Draft(cut).page_marks
    assert Draft(cut).marker_forms == ()
    assert Draft("附件：1、渠长名单\n2、水表清单").marker_forms == ()


@given(st.text(alphabet="一二三123（）()、.，, 第首先其最后①修渠。\n\r", max_size=60))
def test_forms_are_disjoint_and_differ_from_what_they_should_be(text: str) -> None:
    end = 0
    for form in Draft(text).marker_forms:
        assert end <= form.span.start < form.span.end <= len(text)
        assert form.span.of(text) != form.right
        end = form.span.end
