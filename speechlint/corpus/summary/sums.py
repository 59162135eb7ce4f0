"""Sums over the results of a corpus: made batch by batch, never more of them than fit on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from speechlint.corpus.learn.keys import key_of
from speechlint.text.pattern import Pattern

BINS = 20  # of the distribution of quality
MOST_SOURCES = 5000  # further ones are counted together
MOST_TEXTS = 5000  # watermarks that are counted at once
LONGEST_TEXT = 80  # code points
WATERMARK = "watermark"
_PLACE = Pattern(r"(?is)\A.{1,4000}?\.(?:jsonl|ndjson|json)(?:\.gz|\.zst)?:[0-9]+: ")
COLUMNS = ("characters", "quality", "findings", "error", "clean_quality", "changes")
OF_FINDINGS = ("code", "family", "severity", "text")


class Frequent:
    """The commonest of many texts, after the lossy counting of Manku and Motwani, “Approximate frequency counts over
    data streams” (2002). Never more than twice `most` are counted at once; the rarer ones are forgotten. A count is
    never too high, and too low by `error` at most; what was seen more often than that is never missing.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.counts: Counter[str] = Counter()
        self.error = 0

    def add(self, counts: Counter[str]) -> None:
        """Counts texts so many times."""
        self.counts.update(counts)
        if len(self.counts) > 2 * self._most:
            ranked = self.top(self._most + 1)
            self.error += ranked.pop()[1]
            self.counts = Counter(dict(ranked))

    def top(self, count: int) -> list[tuple[str, int]]:
        """The commonest, with at least how often they were seen."""
        return sorted(self.counts.items(), key=lambda row: (-row[1], row[0]))[:count]


class Source:
    """The documents of one source."""

    __slots__ = ("characters", "checked", "documents", "families", "found", "quality")

    def __init__(self) -> None:
        self.documents = self.characters = self.found = self.checked = 0
        self.quality = 0.0
        self.families: Counter[str] = Counter()


class Sums:
    """`documents` of which `failed` could not be checked and `found` have findings; of rules and families how many
    `findings` and in how many documents (`spread`). `before` and `after` are distributions of quality, the second where
    a cleaned text stands beside; `mended` documents were changed, by the `changes` of rules.
    """

    def __init__(self) -> None:
        self.documents = self.characters = self.failed = self.found = 0
        self.findings: Counter[str] = Counter()
        self.spread: Counter[str] = Counter()
        self.family_spread: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.before: NDArray[np.int64] = np.zeros(BINS, np.int64)
        self.after: NDArray[np.int64] = np.zeros(BINS, np.int64)
        self.quality = self.clean_quality = 0.0
        self.cleaned = self.mended = 0
        self.changes: Counter[tuple[str, str]] = Counter()
        self.sources: dict[str | None, Source] = {}
        self.other = Source()
        self.texts = Frequent(MOST_TEXTS)
        self.faults = Frequent(100)

    @property
    def checked(self) -> int:
        """Documents with a quality."""
        return int(self.before.sum())

    def add(self, batch: pa.RecordBatch, sources: Sequence[Any] | None = None) -> None:
        """Counts a batch of results; `sources` names the source of each row."""
        rows = batch.num_rows
        characters = _numbers(batch.column("characters"), np.int64)
        quality = batch.column("quality")
        found = batch.column("findings")
        lengths = pc.fill_null(pc.list_value_length(found), 0).to_numpy(zero_copy_only=False)
        self.documents += rows
        self.characters += int(characters.sum())
        self.found += int((lengths > 0).sum())
        self.failed += rows - batch.column("error").null_count
        self.faults.add(Counter(_reason(each) for each in batch.column("error").to_pylist() if each is not None))
        self.before += _histogram(quality)
        self.quality += pc.sum(quality).as_py() or 0.0
        families, parents = self._count_findings(found)
        if sources is not None:
            known = _numbers(quality.is_valid(), np.int64), _numbers(quality, np.float64)
            self._count_sources(sources, characters, lengths, *known, families, parents)
        if "changes" in batch.schema.names:
            self._count_changes(batch)

    def _count_findings(self, found: pa.ListArray) -> tuple[list[str], NDArray[np.int64]]:
        """The family of each finding, and the row that it belongs to."""
        parents = pc.list_parent_indices(found).to_numpy(zero_copy_only=False).astype(np.int64)
        flat = found.flatten()
        codes = flat.field("code").to_pylist()
        families = flat.field("family").to_pylist()
        self.findings.update(codes)
        self.severities.update(flat.field("severity").to_pylist())
        rows = parents.tolist()
        self.spread.update(code for _, code in set(zip(rows, codes, strict=True)))
        self.family_spread.update(family for _, family in set(zip(rows, families, strict=True)))
        texts = pc.filter(flat.field("text"), pc.equal(flat.field("family"), WATERMARK)).to_pylist()
        self.texts.add(Counter(_told(text) for text in texts))
        return families, parents

    def _count_sources(
        self,
        sources: Sequence[Any],
        characters: NDArray[np.int64],
        lengths: NDArray[np.int64],
        checked: NDArray[np.int64],
        quality: NDArray[np.float64],
        families: list[str],
        parents: NDArray[np.int64],
    ) -> None:
        numbers: dict[str | None, int] = {}
        keys = [None if name is None else str(name) for name in sources]
        which = np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
        found = [self._source(key) for key in numbers]
        columns = (np.ones_like(which), characters, lengths > 0, checked, quality)
        sums = zip(*(np.bincount(which, column).tolist() for column in columns), strict=True)
        for source, (documents, size, with_findings, known, score) in zip(found, sums, strict=True):
            source.documents += int(documents)
            source.characters += int(size)
            source.found += int(with_findings)
            source.checked += int(known)
            source.quality += score
        for (number, family), count in Counter(zip(which.take(parents).tolist(), families, strict=True)).items():
            found[number].families[family] += count

    def _source(self, key: str | None) -> Source:
        source = self.sources.get(key)
        if source is None:
            if len(self.sources) >= MOST_SOURCES:
                return self.other
            source = self.sources[key] = Source()
        return source

    def _count_changes(self, batch: pa.RecordBatch) -> None:
        quality, changes = batch.column("clean_quality"), batch.column("changes")
        self.cleaned += batch.num_rows - quality.null_count
        self.after += _histogram(quality)
        self.clean_quality += pc.sum(quality).as_py() or 0.0
        self.mended += int((pc.fill_null(pc.list_value_length(changes), 0).to_numpy(zero_copy_only=False) > 0).sum())
        flat = changes.flatten()
        columns = (flat.field(name).to_pylist() for name in ("code", "applicability", "count"))
        for code, how, count in zip(*columns, strict=True):
            self.changes[code, how] += count


def _numbers(column: pa.Array, kind: Any) -> NDArray[Any]:
    numbers: NDArray[Any] = pc.fill_null(column, pa.scalar(0).cast(column.type)).to_numpy(zero_copy_only=False)
    return numbers.astype(kind)


def _histogram(quality: pa.Array) -> NDArray[np.int64]:
    values = quality.drop_null().to_numpy(zero_copy_only=False)
    places = np.minimum((values * BINS).astype(np.int64), BINS - 1)
    return np.bincount(places, minlength=BINS).astype(np.int64)


def _reason(error: str) -> str:
    """Why a document could not be checked, without the line that it stood on: each would be a reason of its own."""
    return _PLACE.sub("", error)


def _told(text: str) -> str:
    """The text of a watermark as it is counted: pages and dates of one site are the same."""
    line = " ".join(text.split())
    return key_of(line[:LONGEST_TEXT]) + ("…" if len(line) > LONGEST_TEXT else "")
