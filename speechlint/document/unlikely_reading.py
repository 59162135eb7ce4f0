"""How well the words about a place can be read, with one character there and with another: for many places at once.

A reading is a row of words and single characters from `REACH` symbols before the place to as many behind it. One word
or character of it holds the place; what is read before and behind that is the same whatever stands in the place, and
is reckoned out once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from speechlint.document.unlikely_places import Indices
from speechlint.lexicon.ngram_table import HIGHEST, Levels, NgramTable, pack
from speechlint.lexicon.symbols import FIRST_HAN, Symbols
from speechlint.text.named_tuple import NamedTuple

REACH = 5  # symbols on either side of the place
LENGTHS = (2, 3, 4)  # symbols of a word
# What a step costs: a word the less, the commoner it is; a character that often stands alone; any other; a mark.
_WORD, _OFTEN, _ALONE, _MARK = 18, 9, 15, 0
_NEVER = 10_000
_OFTEN_ALONE = frozenset(
    "的了在是有不和与也都就要这那个年月日人大小上下中来去到对为以而其之我你他她它们好多新老各每更最很将把被从向由使让给做"
    "用说看想能会可又再还没等及或并但若则因所"
)

Costs = npt.NDArray[np.int16]


class Side(NamedTuple):
    """The symbols on one side of many places: `costs[n]` is what the cheapest reading of the outermost n costs, and
    `nearest` the level of the commonest dictionary word of two or three that stands beside the place."""

    costs: tuple[Costs, ...]
    nearest: Levels

    def of(self, which: Indices) -> Side:
        """That of some of the places, once or more often."""
        return Side(tuple(costs.take(which) for costs in self.costs), self.nearest.take(which))


def read_before(symbols: Symbols, at: Indices, words: NgramTable) -> Side:
    """What stands before each place."""
    return _read([symbols.take(np.maximum(at - away, 0)) for away in range(REACH, 0, -1)], words, 1)


def read_behind(symbols: Symbols, at: Indices, words: NgramTable) -> Side:
    """What stands behind each place."""
    last = len(symbols) - 1
    return _read([symbols.take(np.minimum(at + away, last)) for away in range(REACH, 0, -1)], words, -1)


def reading_costs(before: Side, behind: Side, codes: Symbols, words_over: Sequence[Levels]) -> Costs:
    """The cost of the cheapest reading about each place, with `codes` standing there. `words_over` are the levels of
    the dictionary words of each of the LENGTHS that hold the place then, a row for each, the leftmost first."""
    best: Costs = before.costs[REACH] + _alone_costs().take(codes) + behind.costs[REACH]
    for length, levels in zip(LENGTHS, words_over, strict=True):
        # The leftmost word ends at the place, each other one a symbol further.
        for further, costs in enumerate(_word_costs().take(levels)):
            costs += before.costs[REACH - length + 1 + further]
            costs += behind.costs[REACH - further]
            np.minimum(best, costs, out=best)
    return best


def _read(row: list[Symbols], words: NgramTable, step: int) -> Side:
    """What is read from the outermost symbol on, which comes first in the row; `step` is -1 where it is the last of the
    text."""
    alone = [_alone_costs().take(symbols) for symbols in row]
    levels = {
        length: words.levels(
            np.stack([pack(*row[first : first + length][::step]) for first in range(REACH + 1 - length)])
        )
        for length in LENGTHS
    }
    costs: list[Costs] = [np.zeros(len(row[0]), np.int16)]
    for end in range(1, REACH + 1):
        best = costs[end - 1] + alone[end - 1]
        for length in range(2, min(LENGTHS[-1], end) + 1):
            np.minimum(best, costs[end - length] + _word_costs().take(levels[length][end - length]), out=best)
        costs.append(best)
    return Side(tuple(costs), np.maximum(levels[2][-1], levels[3][-1]))


@cache
def _alone_costs() -> Costs:
    """What each symbol costs as a word of its own."""
    costs = np.full(0x10000, _ALONE, np.int16)
    costs[:FIRST_HAN] = _MARK
    costs[[ord(character) for character in _OFTEN_ALONE]] = _OFTEN
    return costs


@cache
def _word_costs() -> Costs:
    """What a word costs, by its level."""
    costs = _WORD - np.arange(HIGHEST + 1, dtype=np.int16)
    costs[0] = _NEVER
    return costs
