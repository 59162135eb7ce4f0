"""Keys looked up by their hashes: those of the index are found, and no others."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from speechlint.lexicon.key_index import KeyIndex  # noqa: E402


@pytest.mark.parametrize("count", [0, 1, 7, 300, 300_000])
def test_keys_are_found_and_strangers_are_not(count: int) -> None:
    keys = np.random.default_rng(5).integers(0, 2**40, count).astype(np.uint64)
    index = KeyIndex(keys)
    asked = np.concatenate([keys + np.uint64(2**41), keys])
    which, leaders = index.find(asked)
    assert sorted(which.tolist()) == list(range(count, 2 * count))
    assert (keys[leaders] == asked[which]).all()


def test_one_of_equal_keys_stands_for_all() -> None:
    keys = np.array([9, 4, 9, 9, 4, 0], np.uint64)
    index = KeyIndex(keys)
    assert (keys[index.leader] == keys).all()
    assert len(set(index.leader.tolist())) == 3
    which, leaders = index.find(np.array([4, 5, 0], np.uint64))
    assert dict(zip(which.tolist(), leaders.tolist(), strict=True)) == {0: index.leader[1], 2: index.leader[5]}
