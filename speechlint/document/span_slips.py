"""Characters that were likely meant otherwise, told by the tables of official prose: words of the same sound, and the
particles 的, 地 and 得."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from speechlint.document.exchanges import EDGE, Candidates, windows_after
from speechlint.document.particle_slips import has_noun_head
from speechlint.document.repeated import Repeated
from speechlint.document.script import as_written
from speechlint.document.unlikely_guards import Guards
from speechlint.lexicon.exchange_models import ExchangeModel, exchange_model
from speechlint.lexicon.prose_tables import prose_tables
from speechlint.lexicon.surnames import CLEAR
from speechlint.lexicon.symbols import FIRST_HAN
from speechlint.lexicon.vocabulary import size
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.evidence import Scored
    from speechlint.document.model import Document

# A word of this size is at home in official prose; that it stands beside others than usual proves little.
COMMON = 8


class SpanSlip(NamedTuple):
    """Characters and what should stand there, in the script of the draft.

    `around` covers the known phrase that is restored, and `phrase` is that phrase. `certain` says that the finding is
    an error; in titles and quotations none is.
    """

    span: Span
    right: str
    around: Span
    phrase: str
    certain: bool


def find_homophone_slips(document: Document) -> tuple[SpanSlip, ...]:
    """Words of two characters that stand for another of the same sound, in order."""
    if document.unlikely.strange:
        return ()
    return tuple(_slips(document, document.evidence.homophones, exchange_model("homophone"), spared=True))


def find_particles(document: Document) -> tuple[SpanSlip, ...]:
    """的, 地 and 得 that stand for each other, in order."""
    if document.unlikely.strange:
        return ()
    slips = _slips(document, document.evidence.particles, exchange_model("particle"), spared=False)
    return tuple(slip for slip in slips if not (slip.right == "地" and has_noun_head(document.folded, slip.span.end)))


def _slips(document: Document, scored: Scored, model: ExchangeModel, *, spared: bool) -> Iterator[SpanSlip]:
    found = scored.found
    scores = scored.scores - document.unlikely.fall
    guards = Guards(document)
    folded, offsets, exchanges = document.folded, document.symbols.offsets, found.exchanges
    rows = _likeliest(found, scores, model.warning)

    def span_of(row: int) -> Span:
        first = int(exchanges.starts[row])
        return Span(int(offsets[first]), int(offsets[first + exchanges.width - 1]) + 1)

    repeated = Repeated(folded, lambda: (span_of(row).of(folded) for row in rows))
    for row in rows:
        start, width = int(exchanges.starts[row]), exchanges.width
        span = span_of(row)
        certain = int(scores[row]) >= model.error
        if guards.is_quoted(span.start) or (spared and _may_be_name(folded, span)):
            if not certain:
                continue
            certain = False
        if any(guards.spare(int(offset)) for offset in offsets[start : start + width]):
            continue
        if spared and (span.of(folded) in repeated or (not certain and size(span.of(folded)) >= COMMON)):
            continue
        yield _describe(document, found, row, span, certain)


def _may_be_name(folded: str, span: Span) -> bool:
    """Whether the characters stand behind a mark and begin with a surname: 郭嘉, with which a clause begins."""
    return folded[span.start] in CLEAR and not is_han(folded[span.start - 1 : span.start])


def _likeliest(found: Candidates, scores: np.ndarray[tuple[int], np.dtype[np.int32]], least: int) -> list[int]:
    """The best rows, in order; of two that overlap the one with the higher score."""
    starts, width = found.exchanges.starts, found.exchanges.width
    taken: dict[int, int] = {}
    passed = np.flatnonzero(scores >= least)
    if not len(passed):
        return []
    for row in passed[np.argsort(-scores[passed], kind="stable")].tolist():
        places = range(int(starts[row]), int(starts[row]) + width)
        if not any(place in taken for place in places):
            taken.update(dict.fromkeys(places, row))
    return sorted(dict.fromkeys(taken.values()), key=lambda row: int(starts[row]))


def _describe(document: Document, found: Candidates, row: int, span: Span, certain: bool) -> SpanSlip:
    symbols, offsets = document.symbols
    exchange = found.exchanges.kept(np.array([row]))
    start, width = int(exchange.starts[0]), exchange.width
    word = "".join(chr(int(part[0])) for part in exchange.instead)
    right = as_written(document.text, span, [word])[0]
    first, last = start, start + width
    best = 0
    for column, level in enumerate(windows_after(symbols, exchange, prose_tables()).fours[:, 0].tolist()):
        left, end = min(start, start - EDGE + column), max(last, start - EDGE + column + 4 + width - len(word))
        if level > best and (symbols[left:end] >= FIRST_HAN).all():
            best, first, last = level, left, end
    around = Span(int(offsets[first]), int(offsets[last - 1]) + 1)
    phrase = document.text[around.start : span.start] + right + document.text[span.end : around.end]
    return SpanSlip(span, right, around, phrase, certain)
