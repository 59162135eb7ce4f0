"""How often a draft itself writes the short sequences that stand at a place, and those a candidate would make there."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_places import Indices
from speechlint.lexicon.key_index import KeyIndex
from speechlint.lexicon.ngram_table import Keys, Levels, pack, windows
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

_MANY = 255
_MIX = np.uint64(0x9E3779B97F4A7C15)
_BLOCK = 1 << 14  # symbols that are looked up in one go: what is reckoned with them stays in the processor's cache
Drafts = npt.NDArray[np.uint32]
Counts = npt.NDArray[np.int32]


def count_repeats(symbols: Symbols, at: Indices, codes: Symbols, drafts: Drafts | None = None) -> Levels:
    """Six columns for places `at` of the symbols, ascending: of what stands there the best triple, the left and the
    right pair, not counting the place itself; the same with `codes` in the places. `drafts` numbers the draft of each
    symbol where there are several."""
    first = np.flatnonzero(np.diff(at, prepend=-1))
    which, once = np.repeat(np.arange(len(first)), np.diff(first, append=len(at))), at.take(first)
    here = symbols.take(once)
    triples, pairs = (
        _count(
            symbols,
            length,
            [*_keys(symbols, length, once, here, drafts), *_keys(symbols, length, at, codes, drafts)],
            drafts,
        )
        for length in (3, 2)
    )
    columns = [
        np.max(triples[:3], axis=0).take(which) - 1, pairs[0].take(which) - 1, pairs[1].take(which) - 1,
        np.max(triples[3:], axis=0), pairs[2], pairs[3],
    ]  # fmt: skip
    found: Levels = np.clip(np.stack(columns), 0, _MANY).astype(np.uint8).T
    return found


def _keys(symbols: Symbols, length: int, at: Indices, codes: Symbols, drafts: Drafts | None) -> Iterator[Keys]:
    """The keys of the sequences of `length` over each place, with `codes` standing there, the leftmost first."""
    away = range(1 - length, length)
    row = [symbols.take(at + step) if step else codes for step in away]
    for first in range(length):
        keys = pack(*row[first : first + length])
        yield keys if drafts is None else _with_draft(keys, drafts.take(at))


def _count(symbols: Symbols, length: int, wanted: list[Keys], drafts: Drafts | None) -> list[Counts]:
    """How often the draft holds the keys; those with marks in them do not count."""
    keys, ends = np.concatenate(wanted), np.cumsum([len(part) for part in wanted])
    wanted.clear()  # of a large text they are large
    index, counts = KeyIndex(keys), np.zeros(len(keys), np.int32)
    hits: list[Indices] = []
    waiting = 0
    for start in range(0, len(symbols) if len(keys) else 0, _BLOCK):
        part = symbols[start : start + _BLOCK + length - 1]
        held = windows(part, length)
        if drafts is not None:
            held = _with_draft(held, drafts[start : start + len(held)])
        which, leaders = index.find(held)
        full = part.take(which) >= FIRST_HAN
        for step in range(1, length):
            full &= part.take(which + step) >= FIRST_HAN
        hits.append(leaders[full])
        waiting += len(hits[-1])
        if 2 * waiting > len(keys) or start + _BLOCK >= len(symbols):
            counts += np.bincount(np.concatenate(hits), minlength=len(keys)).astype(np.int32)
            hits, waiting = [], 0
    counts = counts.take(index.leader)
    return np.split(counts, ends[:-1])


def _with_draft(keys: Keys, drafts: Drafts) -> Keys:
    return keys ^ (drafts.astype(np.uint64) * _MIX)
