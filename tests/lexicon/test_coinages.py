"""The list of coinages: its order, what it answers, and that it shields no word that is written for another."""

from __future__ import annotations

import pytest

from speechlint.lexicon.coinages import in_coinage
from speechlint.lexicon.confusions import CONFUSABLE, ZUO_ZUO
from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.charsets import is_han

LINES = (rules_root() / "typo/coinages.txt").read_text(encoding="utf-8").split("\n")
WORDS = [line for line in LINES[:-1] if not line.startswith("#")]


def test_the_list_is_sorted_and_holds_each_word_once() -> None:
    assert LINES[-1] == ""
    assert sorted(set(WORDS)) == WORDS
    assert 3000 <= len(WORDS) <= 5000
    assert all(2 <= len(word) <= 16 and all(map(is_han, word)) for word in WORDS)


def test_no_wrong_word_is_listed() -> None:
    parts = {word[start:end] for word in WORDS for start in range(len(word)) for end in range(start + 2, len(word) + 1)}
    assert not [part for part in parts if CONFUSABLE.entry(part) or ZUO_ZUO.entry(part)]


@pytest.mark.parametrize(
    ("text", "offset", "inside"),
    [
        ("全镇推进数智治理", 4, True),
        ("全镇推进数智治理", 5, True),
        ("全镇推进数智治理", 3, False),
        ("专精特新", 0, True),
        ("专精特新", 3, True),
        ("专精", 1, False),
        ("", 0, False),
    ],
)
def test_which_places_lie_inside_a_listed_word(text: str, offset: int, inside: bool) -> None:
    assert in_coinage(text, offset) is inside
