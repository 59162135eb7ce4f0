"""Two passes over a corpus: the first counts every key roughly, the second exactly those that repeat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from speechlint.corpus.learn.looking import Part, Seen, Texts, hash_part, tally_part
from speechlint.corpus.learn.pack import Learned
from speechlint.corpus.learn.proposals import proposals
from speechlint.corpus.learn.sketch import Sketch
from speechlint.corpus.learn.tally import Tally

FEWEST = 4  # documents
SHARE = 20_000  # one document in so many has to have a line
MOST_KEYS = 50_000  # that are counted at once; some 150 MB
P = TypeVar("P")
R = TypeVar("R")
Read = Callable[[P], Iterable[Texts]]
Spread = Callable[[Callable[[P], Any], Iterable[P]], Iterator[Any]]


def here(function: Callable[[P], R], parts: Iterable[P]) -> Iterator[R]:
    """All parts one after the other, in this process."""
    return map(function, parts)


def learn(parts: Sequence[P], read: Read[P], least: int | None = None, spread: Spread[P] = here) -> Learned:
    """What the lines that repeat in `least` unrelated documents say of the sites that they came from.

    `read` gives the documents of a part, in batches; it is called twice for each. `spread` calls a function for every
    part, perhaps in other processes, and gives the results in the order of the parts. Memory does not grow with the
    corpus: 64 MB for the sketch, and MOST_KEYS tallies; where more keys repeat, only those in more documents are
    counted. The result is the same for any number of processes.
    """
    sketch, documents, lines = Sketch(), 0, 0
    for seen in spread(partial(_hash, read), parts):
        documents += seen.documents
        lines += seen.lines
        sketch.add(seen.hashes)
    wanted = max(FEWEST, documents // SHARE) if least is None else least
    with TemporaryDirectory(prefix="speechlint-") as folder:
        path = Path(folder, "sketch.npy")
        sketch.save(path)
        del sketch
        tallies, sources, reached = _together(spread(partial(_tally, read, path, wanted), parts), wanted)
    return Learned(documents, lines, len(sources), reached, reached > wanted, proposals(tallies, sources, wanted))


def _hash(read: Read[P], part: P) -> Seen:
    return hash_part(read(part))


def _tally(read: Read[P], sketch: Path, least: int, part: P) -> Part:
    return tally_part(read(part), sketch, least)


def _together(parts: Iterable[Part], least: int) -> tuple[dict[str, Tally], dict[str, int], int]:
    """The tallies, the documents of each source, and in how many documents a key had to stand to be counted.

    Where there are too many keys those with low estimates go, by doubling the least one: what remains was counted from
    its first document on, and which keys remain does not depend on the order of the documents.
    """
    kept: dict[str, tuple[int, Tally]] = {}
    sources: Counter[str] = Counter()
    for part in parts:
        sources.update(part.sources)
        for key, (estimate, tally) in part.tallies.items():
            if estimate >= least:
                kept.setdefault(key, (estimate, Tally()))[1].add(tally)
        while len(kept) > MOST_KEYS:
            least *= 2
            kept = {key: row for key, row in kept.items() if row[0] >= least}
    return {key: tally for key, (_, tally) in kept.items()}, dict(sources), least
