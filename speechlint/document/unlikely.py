"""Characters that are unlikely to be right where they stand, and what was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from speechlint.document.script import as_written
from speechlint.document.unlikely_guards import Guards
from speechlint.document.unlikely_rows import Rows
from speechlint.lexicon.ngram_table import BASE
from speechlint.lexicon.ranker import thresholds
from speechlint.lexicon.symbols import FIRST_HAN, Sequence, Symbols
from speechlint.lexicon.vocabulary import knows
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# Of the places of the prose that the tables count one in fifteen is suspect, of an office's own matter (a hospital, a
# forest, a fire) up to one in two, of other registers (chat, novels, classical Chinese) nearly each.
KNOWN_SHARE = 0.5
# Japanese writes as many of its words in Chinese characters, but half of it in kana.
KANA, KANA_SHARE = (0x3041, 0x30FA), 0.1
PIECE = 1 << 14  # code points in which kana are counted in one go: they stay in the processor's cache
# A short text has few places, and each slip makes some of them suspect.
SLIP_SUSPECTS = 20


# The less a text is known the more of its right places look wrong: from this share of suspects on, scores fall by so
# much for the whole. The usage of Taiwan and Hong Kong is read through tables, and looks wrong sooner.
FALLING = (0.2, 6_000)
FALLING_HANT = (0.1, 10_000)
WHOLE_WORD = 8  # levels that a phrase is worth more as evidence


class Unlikely(NamedTuple):
    """A character and the one that should stand there, in the script of the draft.

    `score` is the ranker's, to be held against `lexicon.ranker.thresholds`. `around` covers the known phrase that the
    right character restores, `phrase` is that phrase, and `times` says about how often it was counted.
    `quoted` says that the place is in a title, in somebody's own words or in a short expression in quotation marks.
    """

    span: Span
    right: str
    score: int
    around: Span
    phrase: str
    times: int
    quoted: bool


class Findings(NamedTuple):
    """The unlikely characters in order. `strange` says that the draft is none of the prose that the tables know, so
    nothing was looked for; `fall` is by how much scores fall in it, in thousandths, since it is not known well."""

    places: tuple[Unlikely, ...]
    strange: bool
    fall: int = 0


def find_unlikely(document: Document) -> Findings:
    """The places with a score that is worth a hint, at most one of two neighbours."""
    sequence = document.symbols
    suspects, rows, scores = document.evidence.likely
    characters = int(np.count_nonzero(sequence.symbols >= FIRST_HAN))
    if is_strange(suspects, characters) or _kana_in(document.folded) > KANA_SHARE * characters:
        return Findings((), strange=True)
    fall = _fall(suspects, characters, *(FALLING_HANT if document.script.is_traditional else FALLING))
    if not len(rows.places):
        return Findings((), strange=False, fall=fall)
    scores = scores - fall
    guards = Guards(document)
    found: list[Unlikely] = []
    for row in likeliest(rows, scores, thresholds().hint):
        place = int(rows.places[row])
        offset = int(sequence.offsets[place])
        if not (guards.spare(offset) or guards.is_series(offset, chr(int(rows.codes[row])))):
            found.append(_describe(document, sequence, rows, row, int(scores[row]), guards.is_quoted(offset)))
    return Findings(tuple(found), strange=False, fall=fall)


def is_strange(suspects: int, characters: int) -> bool:
    """Whether a text with so many suspects among its Han characters is of a register or script that is not known."""
    return suspects > KNOWN_SHARE * characters + SLIP_SUSPECTS


def _kana_in(text: str) -> int:
    found = 0
    for start in range(0, len(text), PIECE):
        codes = np.frombuffer(text[start : start + PIECE].encode("utf-32-le", "surrogatepass"), np.uint32)
        found += int(np.count_nonzero((codes >= KANA[0]) & (codes <= KANA[1])))
    return found


def _fall(suspects: int, characters: int, familiar_share: float, whole: int) -> int:
    """By how much the scores of the text are less than the ranker's."""
    share = max(0, suspects - SLIP_SUSPECTS) / max(1, characters)
    return int(whole * max(0.0, share - familiar_share))


def likeliest(rows: Rows, scores: np.ndarray[tuple[int], np.dtype[np.int32]], least: int) -> list[int]:
    """The rows of the best candidates, in order of their places."""
    best: dict[int, int] = {}
    for row in np.flatnonzero(scores >= least).tolist():
        place = int(rows.places[row])
        if place not in best or scores[row] > scores[best[place]]:
            best[place] = row
    return [
        row
        for place, row in best.items()
        if not (place - 1 in best and scores[best[place - 1]] >= scores[row])
        and not (place + 1 in best and scores[best[place + 1]] > scores[row])
    ]


def _describe(document: Document, sequence: Sequence, rows: Rows, row: int, score: int, quoted: bool) -> Unlikely:
    place, code = int(rows.places[row]), int(rows.codes[row])
    start, length, level = _evidence(rows, row, sequence, place)
    offset = int(sequence.offsets[place])
    span = Span(offset, offset + 1)
    right = as_written(document.text, span, [chr(code)])[0]
    offsets = [int(at) for at in sequence.offsets[start : start + length]]
    phrase = "".join(right if at == offset else document.text[at] for at in offsets)
    return Unlikely(span, right, score, Span(offsets[0], offsets[-1] + 1), phrase, _about(level), quoted)


def _evidence(rows: Rows, row: int, sequence: Sequence, place: int) -> tuple[int, int, int]:
    """Where the best known phrase over the place begins, its length in symbols, and its level; one that holds the whole
    of a word rather."""
    word = _word_over(sequence.symbols, place, int(rows.codes[row]))
    best, most = (place, 1, 0), 0
    for length, levels in ((4, rows.fours[row]), (3, rows.triples[row])):
        for column, level in enumerate(levels.tolist()):
            start = place - length + 1 + column
            others = [at for at in range(start, start + length) if at != place]
            worth = level + (WHOLE_WORD if start <= word.start and word.stop <= start + length else 0)
            if level and worth > most and (sequence.symbols[others] >= FIRST_HAN).all():
                best, most = (start, length, level), worth
        if best[2]:
            break
    return best


def _word_over(symbols: Symbols, place: int, code: int) -> range:
    """The longest word that the right character makes with its neighbours; it alone where it makes none."""
    for length in (4, 3, 2):
        for start in range(place - length + 1, place + 1):
            codes = [code if at == place else int(symbols[at]) for at in range(start, start + length)]
            if knows("".join(map(chr, codes))):
                return range(start, start + length)
    return range(place, place + 1)


def _about(level: int) -> int:
    """The count that a level stands for, with one digit that says something."""
    count = int(BASE ** (level - 1))
    unit: int = 10 ** (len(str(count)) - 1)
    return count // unit * unit
