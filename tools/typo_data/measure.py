"""Precision and recall on pairs of wrong and right sentences, which nothing is trained or chosen by."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from speechlint.document.unlikely import likeliest
from speechlint.document.unlikely_rows import find_rows
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.ranker import Ranker, Thresholds
from speechlint.lexicon.symbols import read_symbols
from tools.typo_data.drafts import join


def measure_pairs(
    file: Path, tables: ProseTables, ranker: Ranker, thresholds: Thresholds
) -> dict[str, dict[str, float]]:
    """For each level, findings of higher ones counted too: precision and recall by character."""
    pairs = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line]
    sequences = [read_symbols(wrong) for wrong, _ in pairs]
    fold = join([sequence.symbols for sequence in sequences])
    offsets = np.concatenate([sequence.offsets for sequence in sequences])
    rows = find_rows(fold.symbols, tables, fold.drafts)
    scores = ranker.scores(rows.features)
    slips = sum(a != b for wrong, right in pairs for a, b in zip(wrong, right, strict=True))
    found = {}
    for level, least in thresholds._asdict().items():
        chosen = likeliest(rows, scores, least)
        right = sum(
            pairs[fold.drafts[place]][1][offsets[place]] == chr(code)
            for place, code in zip(rows.places[chosen], rows.codes[chosen], strict=True)
        )
        found[level] = {"precision": round(right / max(1, len(chosen)), 4), "recall": round(right / slips, 4)}
    return found
