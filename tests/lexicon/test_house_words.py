"""Traditional texts read as mainland prose: what is read for what, and that lengths stay."""

from __future__ import annotations

import pytest

from speechlint.lexicon.house_words import as_mainland
from speechlint.lexicon.scripts import fold


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("訂定計畫並瞭解身分", "订定计划并了解身份"),
        ("主管機關得派員檢查", "主管机关可派员检查"),
        ("取得同意後覺得值得", "取得同意后觉得值得"),
        ("不得拒絕，得延長之", "不得拒绝，可延长之"),
        ("藉由答覆，藉此連繫", "借由答复，借此联系"),
        ("聲名狼藉，慰藉", "声名狼藉，慰藉"),
        ("畫家作畫，圖畫分明", "画家作画，图划分明"),
        ("", ""),
    ],
)
def test_house_words_are_read_as_mainland_ones(text: str, read: str) -> None:
    assert as_mainland(fold(text)) == read
    assert len(as_mainland(fold(text))) == len(text)


def test_no_word_is_read_as_itself_and_lengths_agree() -> None:
    from speechlint.lexicon.house_words import _house

    words, characters = _house()
    for word, instead in words.items():
        assert word != instead and len(word) == len(instead) == 2
        assert fold(word) == word
    # They are read one after another.
    assert characters.keys().isdisjoint(characters.values())
    assert all(character != instead and len(instead) == 1 for character, instead in characters.items())


def test_a_long_text_is_read_in_linear_time() -> None:
    assert as_mainland("计" * 1_000_000 + "画") == "计" * 999_999 + "计划"
