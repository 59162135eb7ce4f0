"""Which exchanges are weighed, and how."""

from __future__ import annotations

import numpy as np

from speechlint.document.exchanges import (
    Exchanges,
    as_columns,
    best_of_places,
    support,
    unknown_windows,
    windows_after,
    windows_before,
)
from speechlint.document.particle_slips import has_noun_head
from speechlint.lexicon.ngram_table import ngrams
from speechlint.lexicon.prose_tables import prose_tables
from speechlint.lexicon.symbols import read_symbols

SYMBOLS = read_symbols("维护渔民合法全意。").symbols
RIGHT = Exchanges(np.array([9]), 2, tuple(np.array([ord(character)], np.uint16) for character in "权益"))


def test_windows_of_what_stands_there_and_of_what_could() -> None:
    before, after = (read(SYMBOLS, RIGHT, prose_tables()) for read in (windows_before, windows_after))
    assert [len(part) for part in after] == [3, 4, 5]
    assert before.fours.max() == 0
    assert after.fours[1, 0] > 0  # 合法权益
    assert support(after)[0] > support(before)[0]


def test_nothing_in_the_place_of_something() -> None:
    nothing = windows_after(SYMBOLS, Exchanges(np.array([9]), 2, ()), prose_tables())
    assert [len(part) for part in nothing] == [1, 2, 3]


def test_unknown_windows_are_those_of_no_table() -> None:
    unknown = unknown_windows(SYMBOLS, ngrams(4))
    assert len(unknown) == len(SYMBOLS) - 3
    assert unknown[7:10].all()  # 合法全意 and what overlaps it


def test_best_exchange_of_each_place_and_its_lead() -> None:
    best, lead = best_of_places(np.array([5, 9, 20, 3, 11]), np.array([0, 0, 1, 2, 0]), 4)
    assert best.tolist() == [4, 2]
    assert lead.tolist() == [2, 20]


def test_columns_hold_small_numbers() -> None:
    assert as_columns([np.array([3, 300]), np.array([True, False])]).tolist() == [[3, 1], [255, 0]]


def test_verbs_before_a_noun() -> None:
    assert has_noun_head("推进过程", 0)
    assert has_noun_head("贯彻落实情况", 0)
    assert not has_noun_head("推进渔港建设", 0)
