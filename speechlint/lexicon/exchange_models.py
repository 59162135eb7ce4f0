"""What tells slips of words and particles from good text: trees that score them, and two thresholds for each kind.

For a kind, `<kind>-nodes.npy` and `<kind>-leaves.npy` hold the trees (see `speechlint/lexicon/ranker.py`), and a row of
`exchange-thresholds.tsv` its name and the least scores of an error and of a warning, in thousandths of the logarithm of
the odds. tools/build_exchange_data.py makes them.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from speechlint.lexicon.ranker import Ranker
from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple


class ExchangeModel(NamedTuple):
    """The trees of a kind of slip, and the least scores of the two levels."""

    ranker: Ranker
    error: int
    warning: int


@cache
def exchange_model(kind: str) -> ExchangeModel:
    """The shipped model of a kind: `homophone` or `particle`."""
    folder = rules_root() / "typo" / "tables"
    rows = (folder / "exchange-thresholds.tsv").read_text(encoding="utf-8").split("\n")
    error, warning = next(row.split("\t")[1:] for row in rows if row.startswith(f"{kind}\t"))
    ranker = Ranker(np.load(folder / f"{kind}-nodes.npy"), np.load(folder / f"{kind}-leaves.npy"))
    return ExchangeModel(ranker, int(error), int(warning))
