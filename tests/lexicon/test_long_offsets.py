"""Offsets in two bytes: the numbers are those of the array, and so are the places."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from speechlint.lexicon.long_offsets import STEP, LongOffsets, place_of, shortened  # noqa: E402

STEPS = np.random.default_rng(1).choice(np.array([0, 1, 1, 1, 2, 7]), 3 * STEP + 5)
OFFSETS = np.cumsum(STEPS).astype(np.int32)


def test_numbers_are_the_same() -> None:
    short = shortened(OFFSETS)
    assert isinstance(short, LongOffsets)
    assert short[:] == OFFSETS.tolist()
    assert [short[at] for at in (0, STEP - 1, STEP, len(OFFSETS) - 1)] == OFFSETS[[0, STEP - 1, STEP, -1]].tolist()
    assert short[STEP - 2 : STEP + 2] == OFFSETS[STEP - 2 : STEP + 2].tolist()


def test_places_are_the_same() -> None:
    short, last = shortened(OFFSETS), int(OFFSETS[-1])
    near = [int(OFFSETS[at]) + away for at in (0, STEP - 1, STEP, 2 * STEP, -1) for away in (-2, -1, 0, 1, 2)]
    for offset in (*near, *range(0, last, 97), last + 100_000):
        assert place_of(short, offset) == place_of(OFFSETS, offset)


def test_far_places_are_the_same() -> None:
    """Between two steps more code points may lie than two bytes can say."""
    offsets = np.concatenate([np.arange(STEP), np.arange(STEP) + 300_000]).astype(np.int32)
    short = shortened(offsets)
    assert isinstance(short, LongOffsets)
    for offset in (STEP - 1, STEP, 100_000, 299_999, 300_000, 300_001):
        assert place_of(short, offset) == place_of(offsets, offset)


def test_few_and_far_apart_stay_an_array() -> None:
    few, far = OFFSETS[:STEP], OFFSETS.copy()
    far[STEP // 2 :] += 100_000
    assert shortened(few) is few
    assert shortened(far) is far
