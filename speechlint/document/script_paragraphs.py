"""Which script each paragraph of a draft is to be written in, its quotations apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.document.script import FEWEST, ScriptName, count_kinds
from speechlint.lexicon.deciding import deciding_characters
from speechlint.lexicon.scripts import fold, usual_form
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Of the deciding characters of a mixed part so many must be of one script for the part to count as written in it.
LARGER = 0.6
MANY = 3 * FEWEST  # so many deciding characters are many, whatever comes of some of them
OWN_LINE = 5  # a short line is in the other script by itself where so many deciding characters stand in it, no other
HEADING = 20  # so long at most is a heading that may be in the other script by itself
# So many kana make a paragraph Japanese, from this share of its characters on.
KANA, KANA_SHARE = 4, 0.05
_KANA = Sweep("[\u3041-\u3096\u30a1-\u30fa]")
_BOTH = (ScriptName.HANS, ScriptName.HANT)


class _Tally(NamedTuple):
    """What the paragraphs of a draft say together, each with all its deciding characters for the script that most of
    them have: a paragraph says the same before and after its slips are mended.
    """

    whole: ScriptName
    both: bool  # whether parts of the draft are in the one script, and parts in the other
    clearly: bool  # whether paragraphs that speak for themselves are


class ParagraphScripts:
    """The scripts of a draft's paragraphs, asked one at a time: most drafts are asked about a few of them.

    A paragraph with enough deciding characters speaks for itself, another takes the script of the whole. In a draft of
    both scripts it has one only where those before and after it that speak for themselves have what most of its own
    characters say: the rest may be in either, and a wrong guess would turn a quoted speech into the other script.

    Mending characters one by one, each towards the script of its paragraph, changes the script of none, nor that of
    the whole: a fix brings no finding to the neighbours.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sides: dict[int, ScriptName] = {}

    @property
    def whole(self) -> ScriptName:
        """The script of the text; MIXED where parts of it are in the one, and parts in the other."""
        return self._tally.whole

    def of(self, index: int) -> ScriptName:
        """The script of paragraph `index`; UNKNOWN where anything may stand."""
        side = self._sides.get(index)
        if side is None:
            side = self._sides[index] = self._side(index)
        return side

    def _side(self, index: int) -> ScriptName:
        if self._is_japanese(index):
            return ScriptName.UNKNOWN
        own = side_of(*self._counts[index])
        if self._speaks(index) or self._is_other_heading(index):
            return own
        if not self._tally.both:
            return self._tally.whole
        if own is ScriptName.MIXED and self._tally.clearly:
            own = ScriptName.UNKNOWN
        sides = {own, self._before[index], self._behind[index]} - {ScriptName.UNKNOWN}
        return sides.pop() if len(sides) == 1 else ScriptName.UNKNOWN

    @cached_property
    def _tally(self) -> _Tally:
        many, few = [0, 0], [0, 0]  # simplified, traditional
        speaking: set[ScriptName] = set()
        lines: set[ScriptName] = set()
        for index, counts in enumerate(self._counts):
            simplified, traditional = counts
            total = simplified + traditional
            if not total or (self._kana and self._is_japanese(index)):
                continue
            if not (simplified and traditional):
                side = ScriptName.HANS if simplified else ScriptName.HANT
                if total >= OWN_LINE:
                    (speaking if total >= FEWEST else lines).add(side)
            else:
                side, total = side_of(*counts), self._weight(index)
                if total >= FEWEST:
                    speaking.add(side)
            votes = many if total >= FEWEST else few
            if side is ScriptName.MIXED:
                votes[0] += simplified
                votes[1] += traditional
            else:
                votes[side is ScriptName.HANT] += total
        if sum(few) >= FEWEST:
            lines.add(side_of(*few))
        clearly = speaking.issuperset(_BOTH)
        both = (speaking | lines).issuperset(_BOTH)
        whole = side_of(many[0] + few[0], many[1] + few[1])
        return _Tally(ScriptName.MIXED if both else whole, both, clearly)

    def _speaks(self, index: int) -> bool:
        """Whether a paragraph has a script whatever the others have."""
        weight = self._weight(index)
        return weight >= FEWEST or (weight >= OWN_LINE and not all(self._counts[index]))

    def _weight(self, index: int) -> int:
        """How many deciding characters a paragraph will have when its slips are mended: 提昇 has none then."""
        counts = simplified, traditional = self._counts[index]
        if sum(counts) > MANY or not (simplified and traditional):
            return sum(counts)
        side = side_of(*counts)
        if side is ScriptName.MIXED:
            return sum(counts)
        own, others = deciding_characters()
        if side is ScriptName.HANT:
            own, others = others, own
        slips = [word for word in self._document.paragraphs[index].of(self._document.text) if word in others]
        return max(counts) + sum((fold(word) if side is ScriptName.HANS else usual_form(word)) in own for word in slips)

    @cached_property
    def _counts(self) -> list[tuple[int, int]]:
        """The simplified and the traditional characters of each paragraph that decide."""
        kinds = self._document.script_runs.all_kinds
        return [count_kinds(kinds, start, end) for start, end in self._document.paragraphs]

    @cached_property
    def _before(self) -> list[ScriptName]:
        """For each paragraph, the script of the last one before it that has many deciding characters."""
        return list(self._latest(range(len(self._document.paragraphs))))

    @cached_property
    def _behind(self) -> list[ScriptName]:
        return list(self._latest(reversed(range(len(self._document.paragraphs)))))[::-1]

    def _latest(self, indexes: Iterable[int]) -> Iterator[ScriptName]:
        side = ScriptName.UNKNOWN
        for index in indexes:
            if self._weight(index) >= FEWEST and not self._is_japanese(index):
                side = side_of(*self._counts[index])
            yield side

    @cached_property
    def _kana(self) -> list[int]:
        return [match.start() for match in _KANA.finditer(self._document.text)]

    def _is_japanese(self, index: int) -> bool:
        start, end = self._document.paragraphs[index]
        kana = bisect_left(self._kana, end) - bisect_left(self._kana, start) if self._kana else 0
        return kana >= KANA and kana > KANA_SHARE * (end - start)

    def _is_other_heading(self, index: int) -> bool:
        simplified, traditional = self._counts[index]
        if bool(simplified) is bool(traditional):
            return False
        start, end = self._document.paragraphs[index]
        line = self._document.text[start : min(end, start + HEADING + 1)]
        return len(line) <= HEADING and not any(mark in line for mark in "，。；：！？,;:!?")


def side_of(simplified: int, traditional: int) -> ScriptName:
    """The side that so many deciding characters of each kind make."""
    total = simplified + traditional
    if not total:
        return ScriptName.UNKNOWN
    if traditional >= LARGER * total:
        return ScriptName.HANT
    return ScriptName.HANS if simplified >= LARGER * total else ScriptName.MIXED
