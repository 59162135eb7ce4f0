"""Small decision trees that score candidates: many at once, in whole numbers, alike on every machine.

The leaves of a tree are bits of a number, the leftmost the lowest. A node whose question is answered with "more"
strikes out the leaves to its left; the lowest bit that all nodes leave is the leaf of the row. For each column and
value the nodes of all trees are answered beforehand (Lucchese and others, "QuickScorer", 2015).
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple

LEAVES = 32
SCALE = 1000  # a score of this size is one unit of the logarithm of the odds
# A row to which the first trees give less does not reach a level worth reporting.
FIRST_TREES, HOPELESS = 32, -1500
_BLOCK = 4096  # rows
_ALL = np.uint32(0xFFFFFFFF)
# The place of the lowest bit, by the upper five bits of its product with a de Bruijn number.
_DE_BRUIJN = np.uint32(0x077CB531)
_SHIFT = np.uint32(27)

NODE = np.dtype([("tree", "<u2"), ("column", "u1"), ("most", "u1"), ("left", "<u4")])

Scores = npt.NDArray[np.int32]


class Thresholds(NamedTuple):
    """The least scores of the three levels."""

    error: int
    warning: int
    hint: int


class Ranker:
    """Trees from their nodes and leaves. Immutable, and safe to share between threads.

    `nodes` are of the type NODE: rows whose `column` is `most` at the most go left, and `left` holds the leaves that
    the others cannot reach. `leaves` are whole numbers, a row for each tree.
    """

    def __init__(self, nodes: npt.NDArray[np.void], leaves: npt.NDArray[np.int16]) -> None:
        first = nodes["tree"] < FIRST_TREES
        self._first = _Trees(nodes[first], leaves[:FIRST_TREES], 0)
        self._others = _Trees(nodes[~first], leaves[FIRST_TREES:], FIRST_TREES)

    def scores(self, features: npt.NDArray[np.uint8]) -> Scores:
        """The score of each row of features."""
        return self._first.scores(features) + self._others.scores(features)

    def likely_scores(self, features: npt.NDArray[np.uint8]) -> Scores:
        """The same, but rows that the first trees find hopeless have no more than these give; most rows are."""
        scores = self._first.scores(features)
        likely = np.flatnonzero(scores >= HOPELESS)
        scores[likely] += self._others.scores(features[likely])
        return scores


class _Trees:
    """Some of the trees, numbered from `start` on."""

    def __init__(self, nodes: npt.NDArray[np.void], leaves: npt.NDArray[np.int16], start: int) -> None:
        trees = len(leaves)
        self._leaves = leaves.astype(np.int32).ravel()
        self._rows = (np.arange(trees) * LEAVES).astype(np.intp)
        self._answers: list[tuple[int, npt.NDArray[np.uint32]]] = []
        for column in sorted(set(nodes["column"].tolist())):
            mine = nodes[nodes["column"] == column]
            answers = np.full((int(mine["most"].max()) + 2, trees), _ALL, np.uint32)
            # A value strikes out what every question with a smaller limit does.
            limits, numbers = mine["most"].astype(np.intp) + 1, mine["tree"].astype(np.intp) - start
            np.bitwise_and.at(answers, (limits, numbers), ~mine["left"].astype(np.uint32))
            np.bitwise_and.accumulate(answers, axis=0, out=answers)
            self._answers.append((column, answers))

    def scores(self, features: npt.NDArray[np.uint8]) -> Scores:
        blocks = [self._block(features[at : at + _BLOCK]) for at in range(0, len(features), _BLOCK)]
        return np.concatenate(blocks) if blocks else np.zeros(0, np.int32)

    def _block(self, features: npt.NDArray[np.uint8]) -> Scores:
        open_leaves = np.full((len(features), len(self._rows)), _ALL, np.uint32)
        for column, answers in self._answers:
            open_leaves &= answers.take(np.minimum(features[:, column], len(answers) - 1), axis=0)
        lowest = open_leaves & (~open_leaves + np.uint32(1))
        found = _bit_places()[(lowest * _DE_BRUIJN) >> _SHIFT] + self._rows
        scores: Scores = self._leaves[found].sum(axis=1, dtype=np.int32)
        return scores


@cache
def ranker() -> Ranker:
    """The shipped trees."""
    folder = rules_root() / "typo" / "tables"
    return Ranker(np.load(folder / "ranker-nodes.npy"), np.load(folder / "ranker-leaves.npy"))


@cache
def thresholds() -> Thresholds:
    """The shipped thresholds."""
    rows = (rules_root() / "typo" / "tables" / "thresholds.tsv").read_text(encoding="utf-8").split("\n")
    table = dict(row.split("\t")[:2] for row in rows if row and not row.startswith("#"))
    return Thresholds(int(table["error"]), int(table["warning"]), int(table["hint"]))


@cache
def _bit_places() -> npt.NDArray[np.intp]:
    places = np.zeros(LEAVES, np.intp)
    for bit in range(LEAVES):
        places[(0x077CB531 << bit & 0xFFFFFFFF) >> 27] = bit
    places.flags.writeable = False
    return places
