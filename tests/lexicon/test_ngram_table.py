"""Tables of sequences: what is built is found again."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from speechlint.lexicon.ngram_table import NgramTable, key_of, level, levels_of, pack, windows  # noqa: E402
from tools.typo_data.table import build_cells  # noqa: E402


@pytest.mark.parametrize("count", [1, 17, 1000, 50_000])
def test_every_key_is_found_and_few_others(count: int) -> None:
    keys = np.unique(np.random.default_rng(3).integers(1, 2**62, count).astype(np.uint64))
    levels = (np.arange(len(keys)) % 15 + 1).astype(np.uint8)
    table = NgramTable(build_cells(keys, levels))
    assert (table.levels(keys) == levels).all()
    strangers = np.random.default_rng(4).integers(1, 2**62, 100_000).astype(np.uint64)
    assert (table.levels(strangers) > 0).mean() < 0.001


def test_the_same_keys_give_the_same_cells() -> None:
    keys, levels = np.arange(1, 500, dtype=np.uint64), np.ones(499, np.uint8)
    assert (build_cells(keys, levels) == build_cells(keys, levels)).all()


def test_levels() -> None:
    assert levels_of(np.array([0, 1, 2, 3, 10, 100, 10**6])).tolist() == [0, 1, 2, 3, 5, 9, 15]


def test_levels_never_fall() -> None:
    levels = levels_of(np.arange(5000)).astype(int)
    assert (np.diff(levels) >= 0).all()


def test_keys_are_windows() -> None:
    symbols = np.array([ord(character) for character in "渔港码头"], np.uint16)
    assert windows(symbols, 2).tolist() == [key_of("渔港"), key_of("港码"), key_of("码头")]
    assert windows(symbols, 4).tolist() == [key_of("渔港码头")]
    assert windows(symbols[:1], 3).tolist() == []
    assert int(pack(symbols[0], symbols[1])) == key_of("渔港")


@pytest.mark.parametrize(
    ("word", "known"), [("人民政府", True), ("治理", True), ("府政民人", False), ("治能务理", False)]
)
def test_shipped_tables(word: str, known: bool) -> None:
    assert (level(word) > 0) is known
