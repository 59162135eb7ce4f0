"""The text that the tables are counted over: documents, as symbols, in folds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from speechlint.lexicon.symbols import Symbols, read_symbols

FOLDS = 8
# So many neighbouring documents go into one fold: they were written in the same weeks, or about the same things.
TOGETHER = 12
SHORTEST = 8  # symbols of a sentence that stands for a draft of its own
LONGEST = 20_000  # symbols of a draft; a longer document stands for several


class Fold(NamedTuple):
    """Symbols of drafts one after the other, each with its edges, and for each symbol the number of its draft."""

    symbols: Symbols
    drafts: npt.NDArray[np.uint32]


def read_documents(file: Path) -> list[str]:
    """The documents of a file that has a form feed between them; long ones in parts."""
    found = []
    for document in file.read_text(encoding="utf-8").split("\f"):
        found += _parts(document)
    return found


def _parts(document: str) -> Iterator[str]:
    """The document in parts of whole lines, none much longer than others are."""
    part: list[str] = []
    size = 0
    for line in document.split("\n"):
        part.append(line)
        size += len(line)
        if size > LONGEST:
            yield "\n".join(part)
            part, size = [], 0
    if size:
        yield "\n".join(part)


def folds_of(documents: list[str]) -> list[list[str]]:
    """The documents in folds, groups of neighbours by turns."""
    folds: list[list[str]] = [[] for _ in range(FOLDS)]
    for number, document in enumerate(documents):
        folds[number // TOGETHER % FOLDS].append(document)
    return folds


def whole_drafts(documents: list[str]) -> list[Symbols]:
    """Each document as one draft, for counting."""
    return [read_symbols(document).symbols for document in documents]


def mixed_drafts(documents: list[str]) -> list[Symbols]:
    """Every other document whole, the others sentence by sentence: drafts are long, and examples short."""
    drafts = []
    for number, document in enumerate(documents):
        if number % 2:
            drafts += [read_symbols(line).symbols for line in document.split("\n") if len(line) >= SHORTEST]
        else:
            drafts.append(read_symbols(document).symbols)
    return drafts


def join(drafts: list[Symbols]) -> Fold:
    """The drafts one after the other."""
    lengths = [len(draft) for draft in drafts]
    return Fold(np.concatenate(drafts), np.repeat(np.arange(len(drafts), dtype=np.uint32), lengths))
