"""All candidates of a text with what the ranker is told about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from speechlint.document.exchanges import EDGE, unknown_windows
from speechlint.document.unlikely_features import Features, build_features
from speechlint.document.unlikely_places import Candidates, Indices, find_candidates, find_suspects
from speechlint.document.unlikely_repeats import Drafts, count_repeats
from speechlint.lexicon.ngram_table import Levels
from speechlint.lexicon.prose_tables import ProseTables
from speechlint.lexicon.symbols import Symbols
from speechlint.text.named_tuple import NamedTuple

BLOCK = 1 << 18  # symbols that are looked at in one go
MARGIN = 16  # symbols on either side of a block that are seen with it


class Rows(NamedTuple):
    """Candidates in order of their places (indices into the symbols), with a row of features for each. `triples` and
    `fours` are the levels of the windows that each would make. `suspects` are the places that were looked at."""

    suspects: Indices
    places: Indices
    codes: Symbols
    features: Features
    triples: Levels
    fours: Levels

    def kept(self, which: Indices | slice) -> Rows:
        """Some of the candidates."""
        return Rows(
            self.suspects, self.places[which], self.codes[which],
            self.features[which], self.triples[which], self.fours[which],
        )  # fmt: skip

    def without_suspects(self) -> Rows:
        """The candidates alone."""
        return self._replace(suspects=np.zeros(0, np.int64))


def find_rows(
    symbols: Symbols,
    tables: ProseTables,
    drafts: Drafts | None = None,
    unknown: npt.NDArray[np.bool_] | None = None,
) -> Rows:
    """The rows of symbols that begin and end with nothing. `drafts` numbers the draft of each symbol where there are
    several; `unknown` are the `unknown_windows` of the symbols, where somebody has them."""
    if unknown is None:
        unknown = unknown_windows(symbols, tables.fours)
    blocks = list(_blocks(symbols, unknown, tables))
    rows = blocks[0] if len(blocks) == 1 else join(blocks)
    return _with_repeats(rows, count_repeats(symbols, rows.places, rows.codes, drafts))


def find_blocks(symbols: Symbols, tables: ProseTables, unknown: npt.NDArray[np.bool_]) -> tuple[int, Iterator[Rows]]:
    """How many places of one draft were looked at, and the rows part by part, without those places: all of a large
    text would take much memory."""
    suspects, blocks = 0, list[Rows]()
    for block in _blocks(symbols, unknown, tables):
        suspects += len(block.suspects)
        blocks.append(block.without_suspects())
    places, codes = (
        np.concatenate(parts) for parts in zip(*((rows.places, rows.codes) for rows in blocks), strict=True)
    )
    repeats = count_repeats(symbols, places, codes)
    ends = np.cumsum([len(rows.places) for rows in blocks])[:-1]
    return suspects, map(_with_repeats, blocks, np.split(repeats, ends))


def join(blocks: Sequence[Rows]) -> Rows:
    """The rows of all the blocks, one behind the other."""
    return Rows(*(np.concatenate(parts) for parts in zip(*blocks, strict=True)))


def _with_repeats(rows: Rows, repeats: Levels) -> Rows:
    return rows._replace(features=np.concatenate([rows.features, repeats], axis=1))


def _blocks(symbols: Symbols, unknown: npt.NDArray[np.bool_], tables: ProseTables) -> Iterator[Rows]:
    return (_block(symbols, unknown, start, tables) for start in range(0, max(1, len(symbols)), BLOCK))


def _block(symbols: Symbols, unknown: npt.NDArray[np.bool_], start: int, tables: ProseTables) -> Rows:
    """The rows of the block that begins at `start`, without what is counted over the whole."""
    first = max(0, start - MARGIN)
    part = symbols[first : start + BLOCK + MARGIN]
    suspects = find_suspects(part, unknown[first : start + BLOCK + MARGIN - EDGE], tables)
    candidates: Candidates = find_candidates(part, suspects, tables)
    features = build_features(part, suspects, candidates, tables)
    places = suspects.places[candidates.suspect] + first
    mine = (places >= start) & (places < start + BLOCK)
    looked_at = suspects.places + first
    return Rows(
        looked_at[(looked_at >= start) & (looked_at < start + BLOCK)],
        places[mine], candidates.codes[mine], features[mine], candidates.triples[mine], candidates.fours[mine],
    )  # fmt: skip
