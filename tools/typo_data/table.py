"""Builds the tables that `speechlint.lexicon.ngram_table` reads."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.ngram_table import HEAD, LEVEL_BITS, Keys, Levels, Shape, fingerprints

MOST_SEEDS = 20


def build_cells(keys: Keys, levels: Levels) -> npt.NDArray[np.uint16]:
    """The cells of a table that gives these different keys these levels; the same for the same input."""
    for seed in range(MOST_SEEDS):
        shape = _shape(len(keys), seed)
        hashes = shape.hashes(keys)
        order = _peel(shape, hashes)
        if order is not None:
            return _fill(shape, hashes, levels, order)
    raise RuntimeError(f"no table of {len(keys)} keys could be built: are they all different?")


def _shape(count: int, seed: int) -> Shape:
    count = max(count, 16)
    length = 1 << min(18, math.floor(math.log(count) / math.log(3.33) + 2.25))
    factor = max(1.125, 0.875 + 0.25 * math.log(1e6) / math.log(count))
    segments = max(1, -(-int(count * factor) // length) - 2)
    return Shape(length, segments, seed)


def _peel(shape: Shape, hashes: Keys) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] | None:
    """In which order the keys can be taken away, each from a cell that it has alone; None where they cannot."""
    places = [cells.astype(np.int64) for cells in shape.cells(hashes)]
    size = shape.length * (shape.segments + 2)
    counts, mixed = np.zeros(size, np.int32), np.zeros(size, np.int64)
    numbers = np.arange(len(hashes), dtype=np.int64)
    for cells in places:
        counts += np.bincount(cells, minlength=size).astype(np.int32)
        np.bitwise_xor.at(mixed, cells, numbers)
    rounds = []
    left = len(hashes)
    alone = np.flatnonzero(counts == 1)
    while len(alone):
        taken, first = np.unique(mixed[alone], return_index=True)
        rounds.append((taken, alone[first]))
        left -= len(taken)
        touched = []
        for cells in places:
            at = cells[taken]
            np.subtract.at(counts, at, 1)
            np.bitwise_xor.at(mixed, at, taken)
            touched.append(at)
        alone = np.unique(np.concatenate(touched))
        alone = alone[counts[alone] == 1]
    return None if left else rounds


def _fill(
    shape: Shape,
    hashes: Keys,
    levels: Levels,
    order: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]],
) -> npt.NDArray[np.uint16]:
    wanted = (fingerprints(hashes) << np.uint16(LEVEL_BITS)) | levels
    cells = np.zeros(HEAD + shape.length * (shape.segments + 2), np.uint16)
    cells[:3] = int(math.log2(shape.length)), shape.segments, shape.seed
    body = cells[HEAD:]
    for taken, at in reversed(order):
        value = wanted[taken]
        for places in shape.cells(hashes[taken]):
            value ^= np.where(places.astype(np.int64) == at, np.uint16(0), body[places])
        body[at] = value
    return cells
