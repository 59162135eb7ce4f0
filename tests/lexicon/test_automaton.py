"""Many words in one pass: the compiled automaton, the fallback and plain searching agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.lexicon.automaton import Hit, PairMatcher, matcher

LETTERS = "甲乙丙𠮷"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=4), unique=True, max_size=8)


def search(words: list[str], text: str) -> set[Hit]:
    return {
        (start, start + len(word), index)
        for index, word in enumerate(words)
        for start in range(len(text))
        if text.startswith(word, start)
    }


@given(WORDS, st.text(LETTERS + "。", max_size=40))
def test_every_occurrence_is_found(words: list[str], text: str) -> None:
    compiled, pure = matcher(words).scan(text), PairMatcher(words).scan(text)
    assert set(compiled) == set(pure) == search(words, text)
    assert len(compiled) == len(pure) == len(set(pure))
    for hits in (compiled, pure):
        assert [end for _, end, _ in hits] == sorted(end for _, end, _ in hits)


@pytest.mark.parametrize("words", [["甲", ""], ["甲", "甲"]])
def test_words_must_be_distinct_and_not_empty(words: list[str]) -> None:
    with pytest.raises(ValueError, match="distinct"):
        matcher(words)


def test_no_words_find_nothing() -> None:
    assert matcher([]).scan("渔港") == []


def test_lone_surrogates_are_no_obstacle() -> None:
    assert matcher(["渔港"]).scan("\ud800渔港\udfff") == [(1, 3, 0)]
