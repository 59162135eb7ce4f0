"""Words that filters take."""

from __future__ import annotations

import pytest

from speechlint.lexicon.filtered import DISGUISES, LONGEST, collocations, guess_word


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
    ("disguise", "word"), [("qun众", "群众"), ("群Zhong", "群众"), ("Fu败", "腐败"), ("d委", "党委")]
)
def test_disguises(disguise: str, word: str) -> None:
    assert DISGUISES[disguise] == word
