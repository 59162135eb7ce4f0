"""Strings that sound the same, and what is left of phrases."""

from __future__ import annotations

import numpy as np

from speechlint.lexicon.homophones import homophones, make_homophones, sound_numbers
from speechlint.lexicon.ngram_table import key_of, level
from speechlint.lexicon.phrase_stubs import make_stubs, phrase_stubs


def alike(word: str) -> set[str]:
    first, second = (np.array([ord(character)], np.uint16) for character in word)
    _, firsts, seconds = homophones().alike(first, second)
    return {chr(one) + chr(other) for one, other in zip(firsts.tolist(), seconds.tolist(), strict=True)}


def test_words_of_the_same_sound_differ_in_both_characters() -> None:
    found = alike("全意")
    assert "权益" in found
    assert not any(word[0] == "全" or word[1] == "意" for word in found)


def test_pairs_are_told_apart() -> None:
    firsts, seconds = (np.array([ord(character) for character in part], np.uint16) for part in ("全罚", "意站"))
    numbers, found, _ = homophones().alike(firsts, seconds)
    assert numbers.tolist() == sorted(numbers.tolist())
    assert {chr(code) for code in found[numbers == 1].tolist()} >= {"发"}


def test_rows_are_sorted_by_their_sounds() -> None:
    numbers = sound_numbers()
    rows = [
        (numbers["yu"], numbers["gang"], ord("渔"), ord("港")),
        (numbers["yu"], numbers["gang"], ord("鱼"), ord("缸")),
    ]
    strings = make_homophones(np.array(rows, np.uint16))
    which, firsts, _ = strings.alike(np.array([ord("鱼")], np.uint16), np.array([ord("缸")], np.uint16))
    assert (which.tolist(), [chr(code) for code in firsts.tolist()]) == ([0], ["渔"])


def test_stubs_are_found_by_their_keys() -> None:
    keys = np.array([key_of("特社会"), key_of("渔渔渔"), key_of("国特社")], np.uint64)
    which, rows = phrase_stubs().find(keys)
    assert which.tolist() == [2]
    assert chr(int(phrase_stubs().missing[rows[0]])) == "色"


def test_official_prose_has_none_of_the_stubs() -> None:
    stubs = phrase_stubs()
    assert (np.diff(stubs.keys.astype(np.int64)) > 0).all()
    assert set(np.unique(stubs.places).tolist()) == {1, 2}
    assert level("国特社") == 0


def test_no_stub_is_no_hit() -> None:
    empty = make_stubs(np.zeros((0, 5), np.uint16))
    which, rows = empty.find(np.array([key_of("国特社")], np.uint64))
    assert len(which) == len(rows) == 0
