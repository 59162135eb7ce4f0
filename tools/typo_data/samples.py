"""Rows for the ranker to learn from: candidates in text with slips, each known to be right or wrong."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_features import Features
from speechlint.document.unlikely_rows import find_rows
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import Symbols
from tools.typo_data.drafts import Fold


class Samples(NamedTuple):
    """Rows of features with what they say: `right` where the candidate is what stood there. `places` are indices
    into the fold's symbols; `slips` are those of the changed ones."""

    features: Features
    right: npt.NDArray[np.bool_]
    places: npt.NDArray[np.int64]
    codes: Symbols
    slips: npt.NDArray[np.int64]


def sample(clean: Fold, slipped: Symbols, tables: ProseTables) -> Samples:
    """The candidates of a fold with slips."""
    rows = find_rows(slipped, tables, clean.drafts)
    right = (clean.symbols[rows.places] == rows.codes) & (slipped[rows.places] != clean.symbols[rows.places])
    return Samples(rows.features, right, rows.places, rows.codes, np.flatnonzero(slipped != clean.symbols))
