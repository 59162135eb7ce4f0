"""Characters that look like others: the tables agree with Unicode and with each other."""

from __future__ import annotations

import unicodedata

import pytest

from speechlint.lexicon.deciding import deciding_characters
from speechlint.lexicon.glyphs import TRADITIONAL_PAIRS, japanese_forms
from speechlint.lexicon.lookalikes import HAN_LOOKALIKES, LATIN_LOOKALIKES, MARK_LOOKALIKES
from speechlint.lexicon.one_to_many import plain
from speechlint.lexicon.radicals import unified

BLOCKS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))
# Unified ideographs that stand in the block of compatibility ideographs.
TWELVE = "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"


@pytest.mark.parametrize(
    ("radical", "wanted"), [("⼯", "工"), ("⺠", "民"), ("⻅", "见"), ("\uf914", "樂"), ("\U0002f81a", "冬")]
)
def test_what_a_radical_stands_for(radical: str, wanted: str) -> None:
    assert unified(radical) == wanted


@pytest.mark.parametrize("character", [*TWELVE, "工", "〇", "𠮷", "a", "⺀", "\ufada"])
def test_what_stands_for_itself(character: str) -> None:
    assert unified(character) is None


def test_all_radicals_and_compatibility_ideographs_are_known() -> None:
    for character in map(chr, (code for block in BLOCKS for code in block)):
        name = unicodedata.name(character, "")
        if name.startswith(("KANGXI", "CJK COMPATIBILITY")) and character not in TWELVE:
            assert unified(character) == unicodedata.normalize("NFKC", character)
        elif name.startswith("CJK RADICAL"):
            plain_form = unicodedata.normalize("NFKC", character)
            assert unified(character) == (plain_form if plain_form != character else unified(character))
            assert unified(character) is not None or character == "⺀"


def test_letters_that_look_alike_are_letters_of_other_alphabets() -> None:
    for letter, latin in LATIN_LOOKALIKES.items():
        assert unicodedata.name(letter).startswith(("CYRILLIC", "GREEK", "ARMENIAN"))
        assert latin.isascii()
        assert letter.isupper() == latin.isupper()


def test_signs_that_look_alike_are_no_han() -> None:
    assert all(unicodedata.name(sign).startswith(("KATAKANA", "BOPOMOFO")) for sign in HAN_LOOKALIKES)
    assert MARK_LOOKALIKES == {"丶": "、", "︰": "："}


def test_japanese_forms_are_in_neither_script() -> None:
    simplified, _ = deciding_characters()
    for form, glyph in japanese_forms().items():
        assert form not in simplified
        assert form != glyph.simplified
        assert form not in glyph.traditional
        form.encode("euc_jp")


def test_pairs_are_one_character_in_two_forms() -> None:
    rare = [pair[0] for pair in TRADITIONAL_PAIRS]
    assert len(set(rare)) == len(rare)
    assert all(plain(first) == plain(second) for first, second in TRADITIONAL_PAIRS)
