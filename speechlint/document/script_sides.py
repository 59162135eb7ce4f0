"""Which script each part of a draft is written in, and what is exempt from it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from speechlint.document.quotes import Quote, find_quotes
from speechlint.document.script import ScriptName
from speechlint.document.script_paragraphs import ParagraphScripts
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# A quotation is in the other script by itself where so many deciding characters stand in it, no other.
OWN_QUOTE = 2
LONGEST_QUOTE = 2_000  # code points
DEEPEST = 2
_TITLES = "《〈"
# Beside a quotation of the other script, or behind such a word, one deciding character is enough for another.
BESIDE = 60  # code points
_INSCRIBED = Pattern("匾|[楹对春上下挽]联|横批|落款|碑|刻[着有]?|铭文|牌坊|门楣|题[字词]|[家族]谱|古籍|原文|繁体")
_BEFORE = 12  # code points


class ScriptSides:
    """The scripts of a draft's paragraphs, asked one place at a time: most drafts are asked about a few places."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paragraphs = ParagraphScripts(document)
        self._exempt: tuple[list[int], list[int]] | None = None

    @property
    def whole(self) -> ScriptName:
        """The side of the whole text; MIXED where neither script has the larger share."""
        return self._paragraphs.whole

    def at(self, offset: int) -> ScriptName:
        """The script that the words round `offset` are to be written in; UNKNOWN where anything may stand."""
        if self.is_quoted(offset):
            return ScriptName.UNKNOWN
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._document.paragraphs[index].end:
            return self.whole
        return self.of_paragraph(index)

    def of_paragraph(self, index: int) -> ScriptName:
        """The script that a paragraph is to be written in, its quotations apart; UNKNOWN where anything may stand."""
        return self._paragraphs.of(index)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._document.paragraphs]

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
        for quote in self._document.quotes if runs.counted or self.whole is ScriptName.MIXED else self._some_quotes():
            inside = quote.inside
            if (
                quote.depth > DEEPEST
                or inside.end - inside.start > LONGEST_QUOTE
                or (found and inside.start < found[-1].end)
            ):
                continue
            simplified, traditional = runs.count(inside)
            own, other = simplified, traditional
            if self._side_of(quote) is ScriptName.HANT:
                own, other = other, own
            spoken_of = inside.end - inside.start <= 2
            if other and not own:
                clear = other >= OWN_QUOTE or spoken_of or quote.opener in _TITLES
                (found if clear or self._is_inscribed(quote) else doubtful).append(inside)
        found = sorted(found + _beside(doubtful, found))
        return [span.start for span in found], [span.end for span in found]

    def _side_of(self, quote: Quote) -> ScriptName:
        """The script of the text round a quotation: where the draft has none, that of the paragraph."""
        if self.whole is not ScriptName.MIXED:
            return self.whole
        return self.of_paragraph(bisect_right(self._starts, quote.start) - 1)

    def _some_quotes(self) -> tuple[Quote, ...]:
        """Those of paragraphs in which the other script stands: mostly few."""
        runs, paragraphs = self._document.script_runs, self._document.paragraphs
        holders = runs.holders(paragraphs, ScriptName.HANS if self.whole is ScriptName.HANT else ScriptName.HANT)
        return find_quotes(self._document, (paragraphs[index] for index in holders))

    def _is_inscribed(self, quote: Quote) -> bool:
        """Whether a word before the quotation says that it stands on stone or wood, or in an old book."""
        before = self._document.folded[max(0, quote.inside.start - _BEFORE) : quote.inside.start]
        return self._side_of(quote) is ScriptName.HANS and _INSCRIBED.search(before) is not None


def _beside(doubtful: list[Span], found: list[Span]) -> list[Span]:
    """Those that stand near one of the others; both lists are in order."""
    near, index = [], 0
    for span in doubtful:
        while index + 1 < len(found) and found[index + 1].start < span.start:
            index += 1
        if any(max(span.start, other.start) - min(span.end, other.end) <= BESIDE for other in found[index : index + 2]):
            near.append(span)
    return near
