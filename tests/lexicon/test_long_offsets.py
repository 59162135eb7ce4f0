"""Offsets in runs: the numbers are those of the array, and so are the places."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from speechlint.lexicon.long_offsets import LongOffsets, place_of  # noqa: E402

STEPS = np.random.default_rng(1).choice(np.array([0, 1, 1, 1, 1, 2, 7]), 5000)
OFFSETS = np.cumsum(STEPS).astype(np.int32)


def kept(offsets: np.ndarray, size: int) -> LongOffsets:
    found = LongOffsets()
    for start in range(0, len(offsets), size):
        found.add(offsets[start : start + size])
        found.add(offsets[:0])
    return found


@pytest.mark.parametrize("size", [1, 7, 1000, 5000])
def test_numbers_are_the_same(size: int) -> None:
    long = kept(OFFSETS, size)
    assert len(long) == len(OFFSETS)
    assert long[:] == [long[at] for at in range(len(long))] == OFFSETS.tolist()
    assert long[998:1003] == OFFSETS[998:1003].tolist()


@pytest.mark.parametrize("size", [1, 7, 1000, 5000])
def test_places_are_the_same(size: int) -> None:
    long = kept(OFFSETS, size)
    for offset in range(-3, int(OFFSETS[-1]) + 4):
        assert place_of(long, offset) == place_of(OFFSETS, offset)


def test_far_places_are_the_same() -> None:
    offsets = np.concatenate([np.arange(3000), np.arange(3000) + 300_000]).astype(np.int32)
    long = kept(offsets, 1000)
    for offset in (0, 2999, 3000, 100_000, 299_999, 300_000, 300_001, 303_000, 10**9):
        assert place_of(long, offset) == place_of(offsets, offset)


def test_a_row_without_gaps_is_one_run() -> None:
    assert len(kept(np.arange(7, 5000, dtype=np.int32), 100)._firsts) == 1
