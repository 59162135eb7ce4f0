"""What the tables of official prose say about a draft: worked out when it is asked for, or for many drafts at once.

Each step over a draft costs as much for ten symbols as for a thousand, and there are hundreds of them. Short drafts are
therefore laid side by side, so far apart that no window, and nothing that is counted near a place, holds symbols of
two of them. What is found for each is what is found for it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from speechlint.document.dropped_characters import STUB, Joints, find_joints
from speechlint.document.exchanges import EDGE, Candidates, Exchanges, unknown_windows
from speechlint.document.homophone_words import find_homophone_words
from speechlint.document.model import SHORT
from speechlint.document.particle_slips import find_particle_slips
from speechlint.document.prose import classes_of, is_read_as_written
from speechlint.document.script import LONG, kind_table
from speechlint.document.script_runs import ScriptRuns
from speechlint.document.surplus_characters import WIDTHS, find_doubled, last_doubled
from speechlint.document.unlikely_rows import Rows, find_blocks, find_rows, join
from speechlint.lexicon.exchange_models import exchange_model
from speechlint.lexicon.homophones import homophones
from speechlint.lexicon.idiom_list import NearIdiom
from speechlint.lexicon.idioms import near_idioms
from speechlint.lexicon.ngram_table import ngrams
from speechlint.lexicon.phrase_stubs import phrase_stubs
from speechlint.lexicon.prose_tables import prose_tables
from speechlint.lexicon.ranker import Scores, ranker, thresholds
from speechlint.lexicon.scripts import fold_table
from speechlint.lexicon.symbols import Sequence, Symbols, squeeze_all
from speechlint.text.named_tuple import NamedTuple

if TYPE_CHECKING:
    from speechlint.document.model import Document

Indices = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

GAP = 16  # symbols between two drafts
LONGEST = 1 << 15  # code points; a longer draft gains nothing from being read with others
# Drafts that are read together: what is reckoned with for them has to stay small. `count_repeats` tells the sequences
# of no more than some thousand drafts apart with certainty.
MOST_DRAFTS, MOST_CHARACTERS = 256, 1 << 18


class Scored(NamedTuple):
    """Exchanges with the score of each."""

    found: Candidates
    scores: Scores


class Likely(NamedTuple):
    """The candidates that may be worth a hint, if the draft is known well, with the score of each; `suspects` are all
    places that were looked at."""

    suspects: int
    rows: Rows
    scores: Scores


class Evidence:
    """Of one draft. Offsets are indices into its symbols; scores are the ranker's, whatever the draft is like."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def likely(self) -> Likely:
        """Candidates for single characters."""
        suspects, blocks = find_blocks(self._symbols, prose_tables(), self._unknown)
        found = [_likely(rows) for rows in blocks]
        return Likely(suspects, join([part.rows for part in found]), np.concatenate([part.scores for part in found]))

    @cached_property
    def homophones(self) -> Scored:
        """Words of the same sound."""
        return _homophones(self._symbols, self._unknown)

    @cached_property
    def particles(self) -> Scored:
        """The particles that may have been meant."""
        return _particles(self._symbols, self._unknown)

    @cached_property
    def joints(self) -> Joints:
        """Where a character of a common phrase may be missing."""
        return find_joints(self._symbols, self._unknown, ngrams(STUB + 1), phrase_stubs())

    @cached_property
    def doubled(self) -> list[tuple[int, int]]:
        """Where something stands twice, and how long it is."""
        return _doubled(self._symbols, self._unknown)

    @cached_property
    def idioms(self) -> list[NearIdiom]:
        """What is an idiom but for one character; only what official prose does not have."""
        # Where the text is read otherwise its own characters are asked about.
        return list(near_idioms(self._symbols, self._unknown if is_read_as_written(self._document) else None))

    @property
    def _symbols(self) -> Symbols:
        return self._document.symbols.symbols

    @property
    def _unknown(self) -> Flags:
        return self._document.unknown_windows


def gather(documents: Iterable[Document]) -> None:
    """Work out the symbols and the evidence of documents that have none yet, group by group."""
    group: list[Document] = []
    size = 0
    for document in documents:
        if len(document.text) > LONGEST:
            continue
        if group and (len(group) == MOST_DRAFTS or size + len(document.text) > MOST_CHARACTERS):
            _gather(group)
            group, size = [], 0
        group.append(document)
        size += len(document.text)
    if group:
        _gather(group)


def _gather(group: list[Document]) -> None:
    _read_scripts(group)
    _fold([document for document in group if len(document.text) > SHORT and document.may_be_traditional])
    documents: list[Document] = []
    classes: list[Symbols] = []
    for document in group:
        try:
            mine = classes_of(document)
        except Exception:  # a fault of ours: the rule that asks for it will say so
            continue
        documents.append(document)
        classes.append(mine)
    if not documents:
        return
    (symbols, offsets), begins, ends = squeeze_all(classes, GAP)
    unknown = unknown_windows(symbols, ngrams(EDGE + 1))
    asked = unknown.copy()
    drafts = np.repeat(np.arange(len(documents), dtype=np.uint32), np.diff(begins, append=len(symbols)))
    reaches = list(zip(begins.tolist(), ends.tolist(), strict=True))
    for document, (begin, end), (after, _) in zip(documents, reaches, [*reaches[1:], (len(symbols), 0)], strict=True):
        unknown[end - EDGE : after] = asked[end - EDGE : after] = False
        if not is_read_as_written(document):
            asked[begin : end - EDGE] = True
    rows = find_rows(symbols, prose_tables(), drafts, unknown)
    _, likely, scores = _likely(rows)
    homophone_words, particle_words = _homophones(symbols, unknown), _particles(symbols, unknown)
    joints = find_joints(symbols, unknown, ngrams(STUB + 1), phrase_stubs())
    doubled, idioms = _doubled(symbols, unknown), list(near_idioms(symbols, asked))
    parts = zip(
        documents, reaches,
        _parts(rows.suspects, begins, ends), _parts(likely.places, begins, ends),
        _parts(homophone_words.found.exchanges.starts, begins, ends),
        _parts(particle_words.found.exchanges.starts, begins, ends),
        _parts(joints.starts, begins, ends),
        _parts(np.array([start for start, _ in doubled], np.int64), begins, ends),
        _parts(np.array([near.start for near in idioms], np.int64), begins, ends),
        strict=True,
    )  # fmt: skip
    for document, (begin, end), suspects, places, words, particles, stubs, twice, near in parts:
        document.symbols = Sequence(symbols[begin:end], offsets[begin:end])
        document.unknown_windows = unknown[begin : end - EDGE]
        evidence = document.evidence = Evidence(document)
        document.is_gathered = True
        own = likely.kept(places)
        evidence.likely = Likely(
            suspects.stop - suspects.start, own._replace(places=own.places - begin), scores[places]
        )
        evidence.homophones = _part(homophone_words, words, begin)
        evidence.particles = _part(particle_words, particles, begin)
        evidence.joints = Joints(joints.starts[stubs] - begin, joints.rows[stubs])
        # Alone, a draft is looked at only so far.
        evidence.doubled = [
            (start - begin, width)
            for start, width in doubled[twice]
            if start - begin < last_doubled(end - begin, width)
        ]
        evidence.idioms = [found._replace(start=found.start - begin) for found in idioms[near]]


def _read_scripts(documents: list[Document]) -> None:
    """Which of their characters decide the script: asked one by one they would take twenty times as long."""
    text = "".join([document.text for document in documents])
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds = np.frombuffer(kind_table() + b" ", np.uint8).take(codes, mode="clip").tobytes().decode("ascii")
    start = 0
    for document in documents:
        end = start + len(document.text)
        # Of a longer text not all are asked about.
        document.script_runs = ScriptRuns(document.text, kinds[start:end] if end - start <= LONG else None)
        start = end


def _fold(documents: list[Document]) -> None:
    """Their texts in simplified characters, in a tenth of the time that they take one by one."""
    text = "".join([document.text for document in documents])
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    table = np.frombuffer(fold_table(), np.uintc)
    folded = np.where(codes < len(table), table.take(codes, mode="clip"), codes).astype("<u4")
    text = folded.tobytes().decode("utf-32-le", "surrogatepass")
    start = 0
    for document in documents:
        document.folded = text[start : start + len(document.text)]
        start += len(document.text)


def _parts(places: Indices, begins: Indices, ends: Indices) -> Iterator[slice]:
    """Of each draft, which of the places (ascending) are in it."""
    first, last = np.searchsorted(places, begins), np.searchsorted(places, ends)
    return map(slice, first.tolist(), last.tolist())


def _part(scored: Scored, which: slice, begin: int) -> Scored:
    (starts, width, instead), columns = scored.found
    exchanges = Exchanges(starts[which] - begin, width, tuple(part[which] for part in instead))
    return Scored(Candidates(exchanges, columns[which]), scored.scores[which])


def _likely(rows: Rows) -> Likely:
    scores = ranker().likely_scores(rows.features)
    kept = np.flatnonzero(scores >= thresholds().hint)
    return Likely(len(rows.suspects), rows.without_suspects().kept(kept), scores[kept])


def _homophones(symbols: Symbols, unknown: Flags) -> Scored:
    found = find_homophone_words(symbols, unknown, prose_tables(), homophones())
    return Scored(found, exchange_model("homophone").ranker.scores(found.columns))


def _particles(symbols: Symbols, unknown: Flags) -> Scored:
    found = find_particle_slips(symbols, unknown, prose_tables())
    return Scored(found, exchange_model("particle").ranker.scores(found.columns))


def _doubled(symbols: Symbols, unknown: Flags) -> list[tuple[int, int]]:
    """In order."""
    return sorted((start, width) for width in WIDTHS for start in find_doubled(symbols, unknown, ngrams(4), width))
