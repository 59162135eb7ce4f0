"""The trees give what walking them one by one gives."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from speechlint.lexicon.ranker import NODE, Ranker, ranker, thresholds  # noqa: E402

# Column 0 up to 4, else column 1 up to 9; the three leaves from left to right.
NODES = np.array([(0, 0, 4, 0b001), (0, 1, 9, 0b010), (1, 1, 200, 0b1)], NODE)
LEAVES = np.zeros((2, 32), np.int16)
LEAVES[0, :3], LEAVES[1, :2] = (-5, 7, 30), (100, -100)


@pytest.mark.parametrize(
    ("row", "score"),
    [((0, 0), 95), ((4, 255), -105), ((5, 9), 107), ((5, 10), 130), ((255, 200), 130), ((5, 201), -70)],
)
def test_scores(row: tuple[int, int], score: int) -> None:
    assert Ranker(NODES, LEAVES).scores(np.array([row], np.uint8)).tolist() == [score]


def test_many_rows_are_scored_like_single_ones() -> None:
    rows = np.random.default_rng(1).integers(0, 256, (9000, 2)).astype(np.uint8)
    trees = Ranker(NODES, LEAVES)
    assert trees.scores(rows)[[0, 4095, 4096, 8999]].tolist() == [
        trees.scores(rows[at : at + 1])[0] for at in (0, 4095, 4096, 8999)
    ]


def test_hopeless_rows_alone_are_scored_by_the_first_trees() -> None:
    rows = np.random.default_rng(2).integers(0, 16, (2000, 64)).astype(np.uint8)
    exact, quick = ranker().scores(rows), ranker().likely_scores(rows)
    assert (exact[exact >= thresholds().hint] == quick[exact >= thresholds().hint]).all()
    assert (quick[exact != quick] < 0).all()


def test_questions_of_one_column_that_come_in_any_order() -> None:
    nodes = np.array([(0, 0, 9, 0b010), (1, 0, 4, 0b1), (0, 0, 4, 0b001)], NODE)
    rows = np.array([[4], [5], [9], [10], [255]], np.uint8)
    assert Ranker(nodes, LEAVES).scores(rows).tolist() == [95, -93, -93, -70, -70]


def test_no_rows() -> None:
    assert Ranker(NODES, LEAVES).scores(np.zeros((0, 2), np.uint8)).tolist() == []


def test_shipped_trees() -> None:
    levels = thresholds()
    assert levels.error > levels.warning >= levels.hint > 0
    assert ranker().scores(np.zeros((1, 64), np.uint8))[0] < 0
