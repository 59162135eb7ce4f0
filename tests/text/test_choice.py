"""Alternations read as tables say what the compiled patterns say."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from speechlint.document import mask_letters, mask_lookalikes, mask_mou, mask_slots
from speechlint.text.choice import Choice

SOURCES = (
    "县|市(?![场民])|[多余]?(?:名|万|户(?=[，。]))|年(?:底|初)?(?![级轮])|[省区](?:委书记|长(?!期|效))",
    "点(?=[半整]|[X×]+分)|次(?=[全常](?:委|会)|主席)|[0-9a-c]|档案(?!馆|局)|(?:km|m)(?![A-Za-z])|元[一二]次",
    "[ ]?[多余]?(?:个|[万亿])|第[一二]?届|县委",
    *mask_slots.AFTER.sources.values(),
    *mask_slots.STRICT.sources.values(),
    *mask_letters._COUNT.sources.values(),
    *mask_letters._LARGE.sources.values(),
    *mask_lookalikes._THING_AFTER.sources.values(),
    *mask_lookalikes._FORMULA_AFTER.sources.values(),
    *mask_mou._SLOT.sources.values(),
)
CHOICES = [(Choice(source), regex.compile(source)) for source in SOURCES]
LETTERS = "".join(sorted({sign for source in SOURCES for sign in source if sign not in "()[]{}|?!=+\\"}))


@given(st.text(LETTERS, min_size=1, max_size=8), st.integers(0, len(SOURCES) - 1))
def test_choice_ends_where_the_pattern_does(text: str, number: int) -> None:
    choice, pattern = CHOICES[number]
    match = pattern.match(text)
    assert choice.end(text, 0) == (-1 if match is None else match.end())


@pytest.mark.parametrize("number", range(len(SOURCES)))
def test_each_beginning_is_found(number: int) -> None:
    choice, pattern = CHOICES[number]
    for entries in choice._table.values():
        for entry in entries:
            for behind in ("", "长", "，", "委", "书记", "9"):
                match = pattern.match(entry.word + behind)
                assert choice.end(entry.word + behind, 0) == (-1 if match is None else match.end())


def test_labels_tell_which_choice() -> None:
    choice = Choice({"place": "县|市(?!场)", "number": "万|市场"})
    assert choice.told("在县里", 1) == ("place", 2)
    assert choice.told("市场", 0) == ("number", 2)
    assert choice.told("乡", 0) is None
    assert choice.told("", 0) is None


def test_words_leave_out_what_must_stand_behind() -> None:
    assert set(Choice("书记(?!处)|[县市](?:委书记|长)").words) == {"书记", "县委书记", "县长", "市委书记", "市长"}


@pytest.mark.parametrize("source", ["[^县]市", "县|.市", "(?!县)市", "[县市]{2}"])
def test_unknown_beginning_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="begin"):
        Choice(source).end("县市", 0)
