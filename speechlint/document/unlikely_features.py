"""What the ranker is told about a candidate: small whole numbers, the same for the tool that trains it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_places import Candidates, Indices, Suspects, filled, frames, greatest
from speechlint.document.unlikely_reading import LENGTHS, read_before, read_behind, reading_costs
from speechlint.lexicon.ngram_table import HIGHEST
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

Features = npt.NDArray[np.uint8]

NAMES = (
    *(f"{who} pair {side}" for who in ("here", "candidate") for side in ("left", "right")),
    *(f"{who} triple {n}" for who in ("here", "candidate") for n in range(3)),
    *(f"candidate four {n}" for n in range(4)),
    "candidate best four", "candidate second four", "candidate third four", "candidate worst four",
    "candidate worst triple", "candidate best triple", "here best triple",
    "here common", "candidate common",
    *(f"{who} word {n}" for who in ("here", "candidate") for n in (2, 3, 4)),
    "word before", "word behind", "kind", "shape", "mark before", "mark behind",
    "support", "behind best", "ahead of next", "rivals",
    "reading here", "reading candidate", "reading gain",
    "unknown before", "unknown behind", "suspect before", "suspect behind",
    *(f"{who} {what} in draft" for who in ("here", "candidate") for what in ("triple", "left pair", "right pair")),
)  # fmt: skip
NEAR = 8  # symbols
_EVEN = 64  # the gain of a candidate that is read neither better nor worse


def build_features(symbols: Symbols, suspects: Suspects, candidates: Candidates, tables: ProseTables) -> Features:
    """A row for each candidate, without the last columns, which are counted over the whole draft
    (`document.unlikely_repeats`)."""
    codes, triples = candidates.codes, candidates.triples.T
    # What belongs to a place is found once for all its candidates.
    first = np.flatnonzero(np.diff(candidates.suspect, prepend=-1))
    which = np.repeat(np.arange(len(first)), np.diff(first, append=len(codes)))
    used = candidates.suspect.take(first)
    at = suspects.places.take(used)
    here = symbols.take(at)
    here_pairs, here_triples = suspects.pairs.take(used, axis=0).T, suspects.triples.take(used, axis=0).T
    around = [frames(symbols, at, length) for length in LENGTHS]
    words_here = [filled(tables.words, part, here) for part in around]
    words_there = [filled(tables.words, part.take(which, axis=1), codes) for part in around]
    before, behind = read_before(symbols, at, tables.words), read_behind(symbols, at, tables.words)
    now = reading_costs(before, behind, here, words_here).take(which)
    then = reading_costs(before.of(which), behind.of(which), codes, words_there)

    def each(column: npt.NDArray[Any]) -> Features:
        return _small(column).take(which, axis=-1)

    columns = [
        each(here_pairs), candidates.pairs.T, each(here_triples), triples, candidates.fours.T,
        np.sort(candidates.fours, axis=1)[:, ::-1].T,
        triples.min(axis=0, initial=HIGHEST), triples.max(axis=0, initial=0),
        each(here_triples.max(axis=0, initial=0)),
        each(tables.commonness.take(here)), tables.commonness.take(codes),
        *(each(levels.max(axis=0, initial=0)) for levels in words_here),
        *(levels.max(axis=0, initial=0) for levels in words_there),
        each(before.nearest), each(behind.nearest), candidates.kinds, candidates.shapes,
        each(symbols.take(at - 1) < FIRST_HAN), each(symbols.take(at + 1) < FIRST_HAN),
        *_competition(candidates, which, len(at)),
        now, then, np.maximum(now - then + _EVEN, 0),
        *map(each, _surroundings(suspects, at)),
    ]  # fmt: skip
    return np.concatenate([np.atleast_2d(_small(column)) for column in columns]).T


def _small(column: npt.NDArray[Any]) -> Features:
    return column if column.dtype == np.uint8 else np.minimum(column, 255).astype(np.uint8)


def _competition(candidates: Candidates, which: Indices, places: int) -> list[Indices]:
    """How well each candidate is supported, by how much less than the best and more than the next best, and how many
    there are for its place."""
    support = candidates.support
    is_best = support == candidates.best
    next_best = greatest(np.where(is_best, 0, support), which, places).take(which)
    ties = np.bincount(which[is_best], minlength=places).take(which)
    ahead = np.where(is_best & (ties == 1), support - next_best, 0)
    return [support, candidates.best - support, ahead, np.bincount(which, minlength=places).take(which)]


def _surroundings(suspects: Suspects, at: Indices) -> list[npt.NDArray[Any]]:
    """How many unknown windows begin near the place but do not cover it, and whether its neighbours are suspect."""
    unknown, last = suspects.unknown, len(suspects.unknown) - 1
    before = unknown[np.maximum(at - 3, 0)] - unknown[np.maximum(at - 3 - NEAR, 0)]
    behind = unknown[np.minimum(at + 1 + NEAR, last)] - unknown[np.minimum(at + 1, last)]
    return [before, behind, _holds(suspects.places, at - 1), _holds(suspects.places, at + 1)]


def _holds(places: Indices, at: Indices) -> npt.NDArray[np.bool_]:
    found = np.minimum(np.searchsorted(places, at), max(0, len(places) - 1))
    held: npt.NDArray[np.bool_] = places[found] == at
    return held
