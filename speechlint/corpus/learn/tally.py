"""What is known of a key: in how many documents it stands, where in them, and beside what."""

from __future__ import annotations

from collections import Counter

from speechlint.text.named_tuple import NamedTuple

SAMPLES = 32  # documents that are looked at for each key
SKETCHED = 64  # of the smallest fingerprints are kept, from which the number of different ones is estimated
MOST_SOURCES = 64  # sources that are counted by name


class Place(NamedTuple):
    """What a document that was looked at says of the key in it."""

    framed: bool  # it is a title, a salutation, a heading, a signature or a date there
    known: bool  # the rules that there are report it already
    beside: bool  # residue stands next to it
    outside: bool  # it stands above the title or below the end
    cuts: bool  # it stands in the middle of a sentence


class Tally:
    """Tallies of parts of a corpus add up, in any order. `documents` are those with the key, `times` how often they
    have it, `edges` in how many it stands among the first or last three lines. `places` are by the document's
    fingerprint.
    """

    __slots__ = ("documents", "edges", "fingerprints", "places", "sources", "times")

    def __init__(self) -> None:
        self.documents = self.times = self.edges = 0
        self.fingerprints: set[int] = set()
        self.places: dict[int, Place] = {}
        self.sources: Counter[str] = Counter()

    def see(self, fingerprint: int, times: int, at_edge: bool, source: str | None, place: Place | None) -> None:
        """Adds a document."""
        self.documents += 1
        self.times += times
        self.edges += at_edge
        self.fingerprints.add(fingerprint)
        if source is not None:
            self.sources[source] += 1
        if place is not None:
            self.places[fingerprint] = place
        self._trim(2)

    def add(self, other: Tally) -> None:
        """Adds what another part of the corpus says."""
        self.documents += other.documents
        self.times += other.times
        self.edges += other.edges
        self.fingerprints |= other.fingerprints
        self.sources.update(other.sources)
        self.places |= other.places
        self._trim(1)

    @property
    def unrelated(self) -> int:
        """How many documents are not copies of each other; estimated where there are more than 64.

        By the 64th smallest of their fingerprints: Bar-Yossef and others, “Counting distinct elements in a data stream”
        (2002); the standard error is one in eight.
        """
        smallest = sorted(self.fingerprints)[:SKETCHED]
        if len(smallest) < SKETCHED:
            return len(smallest)
        return min(self.documents, round((SKETCHED - 1) * 2**64 / (smallest[-1] + 1)))

    def share(self, name: str) -> float:
        """In which share of the documents that were looked at something holds; 0 where there are none."""
        places = list(self.places.values())
        return sum(getattr(place, name) for place in places) / len(places) if places else 0.0

    def _trim(self, slack: int) -> None:
        if len(self.fingerprints) > SKETCHED * slack:
            self.fingerprints = set(sorted(self.fingerprints)[:SKETCHED])
        if len(self.places) > SAMPLES * slack:
            self.places = {key: self.places[key] for key in sorted(self.places)[:SAMPLES]}
        if len(self.sources) > MOST_SOURCES * slack * 4:
            kept = sorted(self.sources.items(), key=lambda row: (-row[1], row[0]))[: MOST_SOURCES * 2]
            self.sources = Counter(dict(kept))
