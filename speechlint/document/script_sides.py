"""Which script each part of a draft is written in, and what is exempt from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.document.quotes import Quote, find_quotes
from speechlint.document.script import FEWEST, ScriptName
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Of the deciding characters of a mixed part so many must be of one script for the part to count as written in it.
LARGER = 0.6
# A short line or quotation is in the other script by itself where so many deciding characters stand in it, no other.
OWN_LINE, OWN_QUOTE = 5, 2
HEADING = 20  # so long at most is a heading that may be in the other script by itself
LONGEST_QUOTE = 2_000  # code points
DEEPEST = 2
_TITLES = "《〈"
# So many kana make a paragraph Japanese, from this share of its characters on.
KANA, KANA_SHARE = 4, 0.05
_KANA = Sweep("[\u3041-\u3096\u30a1-\u30fa]")
# Beside a quotation of the other script, or behind such a word, one deciding character is enough for another.
BESIDE = 60  # code points
_INSCRIBED = Pattern("匾|[楹对春上下挽]联|横批|落款|碑|刻[着有]?|铭文|牌坊|门楣|题[字词]|[家族]谱|古籍|原文|繁体")
_BEFORE = 12  # code points


class ScriptSides:
    """The scripts of a draft's paragraphs, asked one place at a time: most drafts are asked about a few places."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._whole = _side(document.script.simplified, document.script.traditional)
        self._sides: dict[int, ScriptName] = {}
        self._exempt: tuple[list[int], list[int]] | None = None

    @property
    def whole(self) -> ScriptName:
        """The side of the whole text; MIXED where neither script has the larger share."""
        return self._whole

    def at(self, offset: int) -> ScriptName:
        """The script that the words round `offset` are to be written in; UNKNOWN where anything may stand."""
        if self.is_quoted(offset):
            return ScriptName.UNKNOWN
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._document.paragraphs[index].end:
            return self._whole
        return self.of_paragraph(index)

    def of_paragraph(self, index: int) -> ScriptName:
        """The script that a paragraph is to be written in, its quotations apart; UNKNOWN where anything may stand."""
        side = self._sides.get(index)
        if side is None:
            side = self._sides[index] = self._paragraph_side(self._document.paragraphs[index])
        return side

    @cached_property
    def _kana(self) -> list[int]:
        return [match.start() for match in _KANA.finditer(self._document.text)]

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._document.paragraphs]

    def _paragraph_side(self, span: Span) -> ScriptName:
        kana = bisect_left(self._kana, span.end) - bisect_left(self._kana, span.start) if self._kana else 0
        if kana >= KANA and kana > KANA_SHARE * (span.end - span.start):
            return ScriptName.UNKNOWN
        simplified, traditional = self._document.script_runs.count(span)
        total = simplified + traditional
        if total >= FEWEST:
            return _side(simplified, traditional)
        if (
            total
            and not (simplified and traditional)
            and (total >= OWN_LINE or _is_heading(span.of(self._document.text)))
        ):
            return _side(simplified, traditional)
        return self._whole

    def is_quoted(self, offset: int) -> bool:
        """Whether a quotation or title, written in the other script throughout, stands round `offset`."""
        if self._exempt is None:
            self._exempt = self._read_quotes()
        starts, ends = self._exempt
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < ends[index]

    def _read_quotes(self) -> tuple[list[int], list[int]]:
        """Starts and ends of the exempt quotations, the outermost of those inside each other."""
        found: list[Span] = []
        doubtful: list[Span] = []
        runs = self._document.script_runs
        for quote in self._document.quotes if runs.counted else self._some_quotes():
            inside = quote.inside
            if (
                quote.depth > DEEPEST
                or inside.end - inside.start > LONGEST_QUOTE
                or (found and inside.start < found[-1].end)
            ):
                continue
            simplified, traditional = runs.count(inside)
            other = simplified if self._whole is ScriptName.HANT else traditional
            own = traditional if self._whole is ScriptName.HANT else simplified
            spoken_of = inside.end - inside.start <= 2
            if other and not own:
                clear = other >= OWN_QUOTE or spoken_of or quote.opener in _TITLES
                (found if clear or self._is_inscribed(inside) else doubtful).append(inside)
        found = sorted(found + _beside(doubtful, found))
        return [span.start for span in found], [span.end for span in found]

    def _some_quotes(self) -> tuple[Quote, ...]:
        """Those of paragraphs in which the other script stands: mostly few."""
        runs, paragraphs = self._document.script_runs, self._document.paragraphs
        holders = runs.holders(paragraphs, ScriptName.HANS if self._whole is ScriptName.HANT else ScriptName.HANT)
        return find_quotes(self._document, (paragraphs[index] for index in holders))

    def _is_inscribed(self, inside: Span) -> bool:
        """Whether a word before the quotation says that it stands on stone or wood, or in an old book."""
        before = self._document.folded[max(0, inside.start - _BEFORE) : inside.start]
        return self._whole is ScriptName.HANS and _INSCRIBED.search(before) is not None


def _beside(doubtful: list[Span], found: list[Span]) -> list[Span]:
    """Those that stand near one of the others; both lists are in order."""
    near, index = [], 0
    for span in doubtful:
        while index + 1 < len(found) and found[index + 1].start < span.start:
            index += 1
        if any(max(span.start, other.start) - min(span.end, other.end) <= BESIDE for other in found[index : index + 2]):
            near.append(span)
    return near


def _is_heading(line: str) -> bool:
    return len(line) <= HEADING and not any(mark in line for mark in "，。；：！？,;:!?")


def _side(simplified: int, traditional: int) -> ScriptName:
    total = simplified + traditional
    if not total:
        return ScriptName.UNKNOWN
    if traditional >= LARGER * total:
        return ScriptName.HANT
    return ScriptName.HANS if simplified >= LARGER * total else ScriptName.MIXED
