"""Trains the ranker and turns its trees into arrays."""

from __future__ import annotations

from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_features import Features
from speechlint.lexicon.ranker import LEAVES, NODE, SCALE

TREES = 150
_SETTINGS = {
    "objective": "binary", "num_leaves": 31, "learning_rate": 0.15, "min_data_in_leaf": 60, "bagging_fraction": 0.8,
    "bagging_freq": 1, "feature_fraction": 0.6, "lambda_l2": 3, "num_threads": 1, "deterministic": True,
    "force_row_wise": True, "seed": 3, "verbose": -1,
}  # fmt: skip

Arrays = tuple[npt.NDArray[np.void], npt.NDArray[np.int16]]


def train(features: Features, right: npt.NDArray[np.bool_], trees: int = TREES) -> Arrays:
    """Nodes and leaves of a ranker that tells right rows from wrong ones; the same for the same rows."""
    model = lightgbm.train(_SETTINGS, lightgbm.Dataset(features, label=right), trees)
    return flatten(model.dump_model())


def flatten(model: dict[str, Any]) -> Arrays:
    """The arrays that `speechlint.lexicon.ranker.Ranker` takes."""
    nodes: list[tuple[int, int, int, int]] = []
    leaves = np.zeros((len(model["tree_info"]), LEAVES), np.int16)
    for number, tree in enumerate(model["tree_info"]):
        values: list[float] = []
        _walk(tree["tree_structure"], number, nodes, values)
        leaves[number, : len(values)] = np.round(np.array(values) * SCALE)
    return np.array(nodes, NODE), leaves


def _walk(node: dict[str, Any], tree: int, nodes: list[tuple[int, int, int, int]], values: list[float]) -> None:
    """Takes down the leaves below the node from left to right, and the nodes behind their left branches."""
    if "split_feature" not in node:
        values.append(node["leaf_value"])
        return
    first = len(values)
    _walk(node["left_child"], tree, nodes, values)
    left = ((1 << len(values)) - 1) ^ ((1 << first) - 1)
    nodes.append((tree, node["split_feature"], int(node["threshold"]), left))
    _walk(node["right_child"], tree, nodes, values)
