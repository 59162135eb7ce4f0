"""Words that filters take."""

from __future__ import annotations

import pytest

from speechlint.lexicon.filtered import LONGEST, collocations, guess_word


@pytest.mark.parametrize(
    ("before", "after", "likeliest"),
    [
        ("各站点要协助船员工友", "讨薪，不拖", "维权"),
        ("走访码头重点", "、零散", "人群"),
        ("真正做到“", "有门、办", "诉求"),
        ("依法处置群体", "性事件", "群体"),
        ("严查贪", "受贿行为", "污"),
        ("乡镇政", "府要", ""),
    ],
)
def test_guess_word(before: str, after: str, likeliest: str) -> None:
    assert guess_word(before, after)[0].word == likeliest


def test_nothing_is_guessed_from_nothing() -> None:
    assert guess_word("海鸥", "盘旋") == []


def test_the_table_is_whole() -> None:
    words = [filtered.word for filtered in collocations()]
    assert len(set(words)) == len(words)
    assert all(filtered.before and filtered.after for filtered in collocations())
    assert max(len(part) for filtered in collocations() for part in filtered.before + filtered.after) <= LONGEST


@pytest.mark.parametrize(
    ("before", "after"),
    [("传达", "关于防汛的"), ("学习", "同志"), ("", "强调，要"), ("以", "同志为核心"), ("印发《", "的通知")],
)
def test_no_leader_is_guessed_from_half_a_clue(before: str, after: str) -> None:
    assert not {"习近平", "总书记", "中共中央"} & {guess.word for guess in guess_word(before, after)}


def test_a_title_about_something_is_of_the_highest_organ() -> None:
    assert [guess.word for guess in guess_word("通过的《", "关于海洋")] == ["中共中央"]
