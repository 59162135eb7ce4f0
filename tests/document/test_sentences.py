"""Paragraphs and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.draft import Draft

CUT = "今年全县要把海堤加固、航道疏浚和渔船检验一并安排好，做到三不"


@pytest.mark.parametrize(
    ("text", "soft"),
    [
        (f"{CUT}\n误，三不漏。", {0}),
        (f"{CUT}\r\n误，三不漏。", {0}),
        (f"{CUT}\n\n误，三不漏。", set()),
        (f"{CUT}\n　　误，三不漏。", set()),
        (f"{CUT}\n一、海堤", set()),
        (f"{CUT}。\n误", set()),
        (f"{CUT}：\n误", set()),
        (f"{CUT}；\n误", set()),
        (f"{CUT}。”\n误", set()),
        (f"{CUT}”\n误", {0}),
        ("在渔港整治动员会上的讲话\n海堤是命脉。", set()),
        ("一、加固海堤，疏浚航道，检验渔船，清点船员\n海堤是命脉。", set()),
        ("甲\n乙\n丙", set()),
        ("林海生、陈潮\n周帆、郑浪", set()),
    ],
)
def test_soft_breaks(text: str, soft: set[int]) -> None:
    assert Draft(text).soft_breaks == soft


def test_paragraphs_are_joined_over_soft_breaks_and_bare_of_blanks() -> None:
    text = f"　　{CUT}\n误。 \n\n  海堤是命脉。"
    assert [span.of(text) for span in Draft(text).paragraphs] == [f"{CUT}\n误。", "海堤是命脉。"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("海堤是命脉。航道要通！船呢？", ["海堤是命脉。", "航道要通！", "船呢？"]),
        ("他说：“守好海堤。”大家都应了。", ["他说：“守好海堤。”", "大家都应了。"]),
        ("他说：“守好海堤。疏好航道。看好船。”会散了。", ["他说：“守好海堤。疏好航道。看好船。”", "会散了。"]),
        ("「守好海堤。」他說。", ["「守好海堤。」", "他說。"]),
        ("“守好海堤。”的话言犹在耳。", ["“守好海堤。”的话言犹在耳。"]),
        ("水位3.5米，涨了1.2倍。很险。", ["水位3.5米，涨了1.2倍。", "很险。"]),
        ("网、绳、锚……都要查。船也要查。", ["网、绳、锚……都要查。", "船也要查。"]),
        ("真的吗？！真的。", ["真的吗？！", "真的。"]),
        ("海堤要守好.航道要疏通.", ["海堤要守好.", "航道要疏通."]),
        (f"{CUT}\n误。海堤是命脉。", [f"{CUT}\n误。", "海堤是命脉。"]),
        ("没有标点", ["没有标点"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in Draft(text).sentences] == sentences


@given(st.text("海堤，。！“”「」（）….3 　\n\r", max_size=60))
def test_sentences_are_sorted_disjoint_and_lose_no_word(text: str) -> None:
    draft = Draft(text)
    end = 0
    kept = ""
    for span in draft.sentences:
        assert end <= span.start < span.end
        end = span.end
        kept += span.of(text)
    assert "".join(kept.split()) == "".join(text.split())


def test_time_does_not_grow_with_the_square_of_a_line() -> None:
    text = "“海堤，" * 40_000 + "航道。" * 40_000
    draft = Draft(text)
    assert len(draft.sentences) == 40_000
    assert draft.quotes == ()
