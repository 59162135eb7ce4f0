"""Named sets of words, in both scripts, found in one pass for all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.lexicon import literals
from speechlint.lexicon.listed import has_signs, listed_sets
from speechlint.lexicon.literals import MOST_SPELLINGS, Literals, Scan, spellings, with_besides
from speechlint.lexicon.long_places import LongPlaces
from speechlint.lexicon.scripts import fold


def test_a_word_is_found_in_its_traditional_spellings() -> None:
    saying = Literals(("强调", "指出"))
    assert saying.places("會上強調，會後指出，又强调") == [(2, 4), (7, 9), (11, 13)]


def test_the_forms_of_taiwan_and_hong_kong_are_found_too() -> None:
    assert Literals(("以为", "群众", "村里")).places("以為、以爲；群眾、群衆、羣眾；村裡、村裏、村里") == [
        (0, 2), (3, 5), (6, 8), (9, 11), (12, 14), (15, 17), (18, 20), (21, 23),
    ]  # fmt: skip


def test_a_long_word_is_found_in_traditional_characters_throughout() -> None:
    assert Literals(("网络传输协议规范条例试点",)).places("網絡傳輸協議規範條例試點") == [(0, 12)]


def test_one_script_alone() -> None:
    assert Literals(("强调",), both_scripts=False).places("強調") == []


def test_sets_share_a_pass_and_keep_their_hits_apart() -> None:
    first, second, third = Literals(("渔港", "海堤")), Literals(("渔港",)), Literals(("航标",))
    places = Scan([first, second, first, third]).places("渔港与海堤")
    assert places == {first: [(0, 2), (3, 5)], second: [(0, 2)]}


def test_sets_bring_those_besides_them() -> None:
    inner = Literals(("航标",))
    middle = Literals(("海堤",), besides=(inner,))
    outer = Literals(("渔港",), besides=(inner, middle))
    assert with_besides([outer, inner]) == (outer, inner, middle)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pieces_of_a_long_text_are_one_text(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(literals, "PIECE", size)
    words = Literals(("渔港", "渔港与海堤", "堤"))
    assert words.places("渔港与海堤、渔港") == [(0, 2), (0, 5), (4, 5), (6, 8)]


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_places_in_a_long_text_are_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "渔港与海堤、渔港，海堤与漁港，渔港"
    words = Literals(("渔港", "渔港与海堤", "堤"))
    short = words.places(text)
    monkeypatch.setattr(literals, "STRETCH", size)
    assert isinstance(words.places(text), LongPlaces)
    assert list(words.places(text)) == short


def test_a_long_text_has_words_of_both_scripts_in_one_order(monkeypatch: pytest.MonkeyPatch) -> None:
    [words, *_] = (known for known in listed_sets() if known.words and any(map(has_signs, known.words)))
    text = "，".join(words.words[:40])
    short = Scan([words]).places(text)[words]
    monkeypatch.setattr(literals, "STRETCH", 10)
    long = Scan([words]).places(text)[words]
    assert isinstance(long, LongPlaces)
    assert list(long) == short == sorted(short, key=lambda place: (place[1], place[0]))


def test_spellings_are_not_endless() -> None:
    assert len(spellings("干" * 12)) == MOST_SPELLINGS


@given(st.text("发后里强调国会面干云系台渔港", min_size=1, max_size=5))
def test_every_spelling_folds_to_the_word_or_is_it(word: str) -> None:
    forms = spellings(word)
    assert forms[0] == word
    assert all(len(form) == len(word) for form in forms)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    for character, into in zip(text, folded, strict=True):
        assert into == fold(character)
