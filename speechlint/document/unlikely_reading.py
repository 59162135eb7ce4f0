"""How well the words about a place can be read, with one character there and with another: for many places at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_places import Indices
from speechlint.lexicon.ngram_table import NgramTable, pack
from speechlint.lexicon.symbols import FIRST_HAN, Symbols

REACH = 5  # symbols on either side of the place
LONGEST = 4  # symbols of a word
# What a step costs: a word the less, the commoner it is; a character that often stands alone; any other; a mark.
_WORD, _OFTEN, _ALONE, _MARK = 18, 9, 15, 0
_NEVER = 10_000
_OFTEN_ALONE = frozenset(
    "的了在是有不和与也都就要这那个年月日人大小上下中来去到对为以而其之我你他她它们好多新老各每更最很将把被从向由使让给做"
    "用说看想能会可又再还没等及或并但若则因所"
)

Costs = npt.NDArray[np.int64]


def reading_costs(symbols: Symbols, at: Indices, codes: Symbols, words: NgramTable) -> Costs:
    """The cost of the cheapest reading of the symbols about each place, with `codes` standing there."""
    width = 2 * REACH + 1
    around = np.clip(at[:, None] + np.arange(-REACH, REACH + 1), 0, len(symbols) - 1)
    seen = symbols[around]
    seen[:, REACH] = codes
    alone = _alone_costs(seen)
    words_from = {length: _word_costs(seen, length, words) for length in range(2, LONGEST + 1)}
    costs = np.full((len(at), width + 1), _NEVER, np.int64)
    costs[:, 0] = 0
    for end in range(1, width + 1):
        best = costs[:, end - 1] + alone[:, end - 1]
        for length in range(2, min(LONGEST, end) + 1):
            best = np.minimum(best, costs[:, end - length] + words_from[length][:, end - length])
        costs[:, end] = best
    return costs[:, width]


def _word_costs(seen: Symbols, length: int, words: NgramTable) -> Costs:
    """What the word of so many symbols costs that begins at each symbol."""
    count = seen.shape[1] - length + 1
    levels = words.levels(pack(*(seen[:, step : step + count] for step in range(length)))).astype(np.int64)
    return np.where(levels > 0, _WORD - levels, _NEVER)


def _alone_costs(seen: Symbols) -> Costs:
    often = np.isin(seen, np.array([ord(character) for character in sorted(_OFTEN_ALONE)], np.uint16), kind="table")
    return np.where(seen < FIRST_HAN, _MARK, np.where(often, _OFTEN, _ALONE))
