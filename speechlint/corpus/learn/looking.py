"""A part of a corpus: its keys as hashes, and what it says of those that are worth a closer look."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from speechlint.corpus.learn.keys import Keys, hash_of, keys_of, lines_of
from speechlint.corpus.learn.sketch import Hashes, Sketch
from speechlint.corpus.learn.tally import SAMPLES, Place, Tally
from speechlint.document.kinds import LineKind
from speechlint.document.model import Document
from speechlint.formats.source import Source
from speechlint.text.charsets import ends_sentence, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

EDGE = 3  # lines
NEAR = 2  # lines
LONGEST_LOOKED_AT = 200_000  # code points
LONGEST_SENTENCE = 20  # code points; a line of fewer is no part of a paragraph
_FRAME = frozenset((LineKind.TITLE, LineKind.SALUTATION, LineKind.HEADING, LineKind.TAIL))
_CLOSING = Pattern(r".{0,40}(?:谢谢|感谢大家|讲完了|完毕|敬礼|到此结束|散会).{0,12}")
_LATE = 12  # lines from the end in which a speech closes


class Texts(NamedTuple):
    """Documents with the names of their sources; `sources` is empty where none are known."""

    texts: Sequence[str]
    sources: Sequence[str | None] = ()


class Seen(NamedTuple):
    """What a part has: documents, lines, the hashes of their keys."""

    documents: int
    lines: int
    hashes: Hashes


class Part(NamedTuple):
    """What a part says of the keys that repeat, with the sketch's estimates, and how many documents a source has."""

    tallies: dict[str, tuple[int, Tally]]
    sources: Counter[str]


def hash_part(batches: Iterable[Texts]) -> Seen:
    """The hashes of all keys of a part of the corpus; those of one document once each."""
    documents = lines = 0
    hashes = array("Q")
    for text in chain.from_iterable(batch.texts for batch in batches):
        filled = lines_of(text)
        documents += 1
        lines += len(filled)
        hashes.extend(map(hash_of, keys_of(filled)))
    return Seen(documents, lines, np.frombuffer(hashes, np.uint64) if hashes else np.zeros(0, np.uint64))


def tally_part(batches: Iterable[Texts], sketch: Path, least: int) -> Part:
    """The tallies of the keys that by the sketch stand in `least` documents of the corpus or more."""
    counts, part = Sketch.shared(sketch), Part({}, Counter())
    for batch in batches:
        part.sources.update(source for source in batch.sources if source is not None)
        for text, source in zip(batch.texts, batch.sources or [None] * len(batch.texts), strict=True):
            lines = lines_of(text)
            keys = keys_of(lines)
            estimates = counts.estimates(np.fromiter(map(hash_of, keys), np.uint64, len(keys))).tolist()
            chosen = {key: often for key, often in zip(keys, estimates, strict=True) if often >= least}
            if chosen:
                _tally(text, lines, {key: keys[key] for key in chosen}, chosen, source, part.tallies)
    return part


def _tally(
    text: str,
    lines: list[str],
    keys: Keys,
    estimates: dict[str, int],
    source: str | None,
    found: dict[str, tuple[int, Tally]],
) -> None:
    fingerprint = hash_of(max(lines, key=len))
    page: _Page | None = None
    for key, numbers in keys.items():
        estimate, tally = found.setdefault(key, (estimates[key], Tally()))
        place = None
        # Of rare keys every document is looked at, of common ones so many that enough remain.
        if fingerprint * estimate < 2 * SAMPLES << 64 and len(text) <= LONGEST_LOOKED_AT:
            page = page or _Page(text, lines)
            place = page.place(numbers[0] if numbers[0] < EDGE else numbers[-1])
        at_edge = numbers[0] < EDGE or numbers[-1] >= len(lines) - EDGE
        tally.see(fingerprint, len(numbers), at_edge, source, place)


class _Page:
    """A document that is looked at closely; its lines are counted without the empty ones."""

    def __init__(self, text: str, lines: list[str]) -> None:
        self._lines = lines
        document = Document(Source(text))
        filled = [number for number in range(len(document.lines)) if document.line_text(number).strip()]
        self._kinds = [document.kinds[number] for number in filled]
        touched = {document.lines.index_of(residue.span.start) for residue in document.residue}
        self._touched = [number in touched for number in filled]
        titles = [at for at, kind in enumerate(self._kinds[: 2 * _LATE]) if kind is LineKind.TITLE]
        self._first = titles[0] if titles else 0
        closings = [
            at
            for at in range(max(0, len(lines) - _LATE), len(lines))
            if self._kinds[at] is LineKind.TAIL or _CLOSING.fullmatch(lines[at])
        ]
        self._last = closings[-1] if closings else len(lines)

    def place(self, at: int) -> Place:
        """What stands at and around the line."""
        beside = [near for near in range(max(0, at - NEAR), min(len(self._lines), at + NEAR + 1)) if near != at]
        words = self._lines[at]
        return Place(
            framed=self._kinds[at] in _FRAME,
            known=self._touched[at],
            beside=any(self._touched[near] and self._lines[near] != words for near in beside),
            outside=at < self._first or at > self._last,
            cuts=self._cuts(at),
        )

    def _cuts(self, at: int) -> bool:
        """Whether the lines before and behind are the halves of a sentence."""
        if not 0 < at < len(self._lines) - 1:
            return False
        before, behind = self._lines[at - 1], self._lines[at + 1]
        if min(len(before), len(behind)) < LONGEST_SENTENCE or ends_sentence(before):
            return False
        return (is_han(before[-1]) or before[-1] in "，、") and is_han(behind[0])
