"""The characters of one script alone: as the tables have them."""

from __future__ import annotations

from speechlint.lexicon.deciding import deciding_by_tables, deciding_characters


def test_the_index_says_what_the_tables_say() -> None:
    assert deciding_characters() == deciding_by_tables()


def test_a_character_of_both_scripts_decides_nothing() -> None:
    simplified, traditional = deciding_characters()
    assert simplified >= set("国们说") and traditional >= set("國們說")
    assert not (simplified | traditional) & set("后里台群床雇恒")
