"""What the ranker is told about a candidate: small whole numbers, the same for the tool that trains it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_places import Candidates, Indices, Suspects
from speechlint.document.unlikely_reading import reading_costs
from speechlint.lexicon.ngram_table import HIGHEST, Levels, NgramTable, pack
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
    suspect, codes = candidates.suspect, candidates.codes
    at = suspects.places[suspect]
    here = symbols[at]
    fours, triples = np.sort(candidates.fours, axis=1), candidates.triples
    before, behind = symbols[at - 1], symbols[at + 1]
    columns = [
        suspects.pairs[suspect], candidates.pairs, suspects.triples[suspect], triples, candidates.fours,
        fours[:, ::-1], triples.min(axis=1, initial=HIGHEST), triples.max(axis=1, initial=0),
        suspects.triples[suspect].max(axis=1, initial=0),
        tables.commonness[here], tables.commonness[codes],
        *(_word_over(tables.words, symbols, at, here, length) for length in (2, 3, 4)),
        *(_word_over(tables.words, symbols, at, codes, length) for length in (2, 3, 4)),
        np.maximum(
            tables.words.levels(pack(symbols[at - 2], before)),
            tables.words.levels(pack(symbols[at - 3], symbols[at - 2], before)),
        ),
        np.maximum(
            tables.words.levels(pack(behind, symbols[at + 2])),
            tables.words.levels(pack(behind, symbols[at + 2], symbols[at + 3])),
        ),
        candidates.kinds, candidates.shapes, before < FIRST_HAN, behind < FIRST_HAN,
        *_competition(candidates, len(suspects.places)),
        *_readings(symbols, at, here, codes, tables.words),
        *_surroundings(suspects, at),
    ]  # fmt: skip
    return np.concatenate(
        [
            np.minimum(column, 255).astype(np.uint8).reshape(len(codes), column.shape[1] if column.ndim > 1 else 1)
            for column in columns
        ],
        axis=1,
    )


def _word_over(table: NgramTable, symbols: Symbols, at: Indices, codes: Symbols, length: int) -> Levels:
    """The level of the commonest dictionary word of `length` over each place."""
    best = np.zeros(len(at), np.uint8)
    for column in range(length):
        away = range(column - length + 1, column + 1)
        keys = pack(*(codes if step == 0 else symbols[at + step] for step in away))
        np.maximum(best, table.levels(keys), out=best)
    return best


def _competition(candidates: Candidates, suspects: int) -> list[Indices]:
    """How well each candidate is supported, by how much less than the best and more than the next best, and how many
    there are for its place."""
    suspect, support = candidates.suspect, candidates.support
    next_best = np.zeros(suspects, np.int64)
    is_best = support == candidates.best
    np.maximum.at(next_best, suspect[~is_best], support[~is_best])
    ties = np.bincount(suspect[is_best], minlength=suspects)
    ahead = np.where(is_best & (ties[suspect] == 1), support - next_best[suspect], 0)
    behind = candidates.best - support
    return [support, behind, ahead, np.bincount(suspect, minlength=suspects)[suspect]]


def _readings(symbols: Symbols, at: Indices, here: Symbols, codes: Symbols, words: NgramTable) -> list[Indices]:
    """What it costs to read the words about the place, what it would cost, and how much less that is."""
    now, then = reading_costs(symbols, at, here, words), reading_costs(symbols, at, codes, words)
    return [now, then, np.maximum(now - then + _EVEN, 0)]


def _surroundings(suspects: Suspects, at: Indices) -> list[Indices]:
    """How many unknown windows begin near the place but do not cover it, and whether its neighbours are suspect."""
    unknown, last = suspects.unknown, len(suspects.unknown) - 1
    before = unknown[np.maximum(at - 3, 0)] - unknown[np.maximum(at - 3 - NEAR, 0)]
    behind = unknown[np.minimum(at + 1 + NEAR, last)] - unknown[np.minimum(at + 1, last)]
    return [before, behind, _holds(suspects.places, at - 1), _holds(suspects.places, at + 1)]


def _holds(places: Indices, at: Indices) -> Indices:
    found = np.minimum(np.searchsorted(places, at), max(0, len(places) - 1))
    held: Indices = (places[found] == at).astype(np.int64)
    return held
