"""How often a draft itself writes the short sequences that stand at a place, and those a candidate would make there."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_places import Indices
from speechlint.lexicon.ngram_table import Keys, Levels, pack, windows
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

_MANY = 255
_BUCKETS = 18  # bits
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(64 - _BUCKETS)
_BLOCK = 1 << 19  # symbols
Drafts = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.int64]


def count_repeats(symbols: Symbols, at: Indices, codes: Symbols, drafts: Drafts | None = None) -> Levels:
    """Six columns for places `at` of the symbols: of what stands there the best triple, the left and the right pair,
    not counting the place itself; the same with `codes` in the places. `drafts` numbers the draft of each symbol where
    there are several."""
    here, there = _keys(symbols, at, symbols[at]), _keys(symbols, at, codes)
    number = None if drafts is None else drafts[at]
    triples = _count(symbols, 3, [*here[:3], *there[:3]], number, drafts)
    pairs = _count(symbols, 2, [*here[3:], *there[3:]], number, drafts)
    columns = [
        np.max(triples[:3], axis=0) - 1, pairs[0] - 1, pairs[1] - 1,
        np.max(triples[3:], axis=0), pairs[2], pairs[3],
    ]  # fmt: skip
    found: Levels = np.clip(np.stack(columns, axis=1), 0, _MANY).astype(np.uint8)
    return found


def _keys(symbols: Symbols, at: Indices, codes: Symbols) -> list[Keys]:
    """The keys of the three triples and of the two pairs over each place, with `codes` standing there."""
    return [
        *(
            pack(*(codes if step == 0 else symbols[at + step] for step in range(column - 2, column + 1)))
            for column in range(3)
        ),
        pack(symbols[at - 1], codes),
        pack(codes, symbols[at + 1]),
    ]


def _count(
    symbols: Symbols, length: int, wanted: list[Keys], number: Drafts | None, drafts: Drafts | None
) -> list[Counts]:
    """How often the draft holds the keys; those with marks in them do not count."""
    if drafts is not None and number is not None:
        wanted = [_with_draft(part, number) for part in wanted]
    asked = np.sort(np.concatenate(wanted))
    first = np.ones(len(asked), bool)  # of equal keys; np.unique would import numpy.ma, which takes 10 ms
    first[1:] = asked[1:] != asked[:-1]
    asked = asked[first]
    counts = np.zeros(len(asked), np.int64)
    # Few of the draft's keys are asked for: a coarse map drops most of the others before they are looked up.
    asked_for = np.zeros(1 << _BUCKETS, bool)
    asked_for[(asked * _MIX) >> _SHIFT] = True
    for start in range(0, len(symbols) if len(asked) else 0, _BLOCK):
        part = symbols[start : start + _BLOCK + length - 1]
        keys = windows(part, length)
        if drafts is not None:
            keys = _with_draft(keys, drafts[start : start + len(keys)])
        full = asked_for[(keys * _MIX) >> _SHIFT]
        for step in range(length):
            full &= part[step : step + len(keys)] >= FIRST_HAN
        keys = keys[full]
        place = np.minimum(np.searchsorted(asked, keys), len(asked) - 1)
        counts += np.bincount(place[asked[place] == keys], minlength=len(asked))
    return [counts[np.searchsorted(asked, part)] for part in wanted]


def _with_draft(keys: Keys, drafts: Drafts) -> Keys:
    return keys ^ (drafts.astype(np.uint64) * _MIX)
