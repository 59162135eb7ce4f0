"""The kinds of declarative rules: each finds spans from the places of its words, and what should stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import process_time
from typing import Protocol

from speechlint.document.model import Document
from speechlint.lexicon.literals import Places
from speechlint.rulepack.schema import Match
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

CONTEXT = 24  # code points that `before` and `not-before` see
TIME_LIMIT = 2.0  # seconds of work on a document; a pattern that needs more is reported as a failing rule
MORE_TIME = 10.0  # seconds more for each million code points


class Matches(Protocol):
    """What a kind of rule finds; `triggers` are the words without which it finds nothing."""

    triggers: tuple[str, ...]

    def found(self, document: Document, places: Places) -> Iterable[tuple[Span, str]]:
        """Each match with the words that should stand there (empty where the kind does not know)."""
        ...


def matches_of(match: Match, kind: str) -> Matches:
    """The finder for a rule's `kind` and its `match` table."""
    if kind == "phrase":
        return Phrases(match)
    if kind == "line":
        from speechlint.rulepack.line_kind import LineMatches

        return LineMatches(match)
    return Swaps(match) if kind == "swap" else PatternMatches(match)


class Allowance:
    """The time that a rule's expressions may take, all of its searches in one document together."""

    def __init__(self, document: Document) -> None:
        self._end = process_time() + TIME_LIMIT + MORE_TIME * len(document.text) / 1_000_000

    def left(self) -> float:
        """Seconds, for `timeout=`. Raises TimeoutError where there are none."""
        left = self._end - process_time()
        if left <= 0:
            raise TimeoutError
        return left


class Surroundings:
    """The conditions on the text right before and right behind a match."""

    def __init__(self, match: Match) -> None:
        self._before = ending(match.before) if match.before else None
        self._not_before = ending(match.not_before) if match.not_before else None
        self._after = Pattern(match.after) if match.after else None
        self._not_after = Pattern(match.not_after) if match.not_after else None

    def fit(self, text: str, span: Span, time: Allowance) -> bool:
        """Whether every condition holds around the span, in code points of `text`."""
        low = max(0, span.start - CONTEXT)
        return (
            (self._before is None or self._before.search(text, low, span.start, timeout=time.left()) is not None)
            and (
                self._not_before is None or self._not_before.search(text, low, span.start, timeout=time.left()) is None
            )
            and (self._after is None or self._after.match(text, span.end, timeout=time.left()) is not None)
            and (self._not_after is None or self._not_after.match(text, span.end, timeout=time.left()) is None)
        )


class Phrases:
    """`phrase`: literal words."""

    def __init__(self, match: Match) -> None:
        self.triggers = match.words
        self._surroundings = Surroundings(match)

    def found(self, document: Document, places: Places) -> Iterator[tuple[Span, str]]:
        time = Allowance(document)
        for span in longest(places):
            if self._surroundings.fit(document.folded, span, time):
                yield span, ""


class Swaps:
    """`swap`: wrong words, each with the right one."""

    def __init__(self, match: Match) -> None:
        self.triggers = tuple(match.swaps)
        self._right = match.swaps
        self._surroundings = Surroundings(match)

    def found(self, document: Document, places: Places) -> Iterator[tuple[Span, str]]:
        time = Allowance(document)
        for span in longest(places):
            right = self._right.get(span.of(document.text))
            if right is not None and self._surroundings.fit(document.folded, span, time):
                yield span, right


class PatternMatches:
    """`pattern`: a regular expression, tried around the places of its triggers only."""

    def __init__(self, match: Match) -> None:
        self.triggers = match.triggers
        self._pattern = Pattern(match.pattern)
        self._reach = match.reach
        self._surroundings = Surroundings(match)

    def found(self, document: Document, places: Places) -> Iterator[tuple[Span, str]]:
        text, time = document.folded, Allowance(document)
        for low, high in windows(places, self._reach, len(text)):
            for found in self._pattern.finditer(text, low, high, timeout=time.left()):
                span = Span(*found.span("span" if "span" in found.re.groupindex else 0))
                if span.start >= 0 and self._surroundings.fit(text, span, time):
                    yield span, ""


def longest(places: Places) -> Iterator[Span]:
    """The places that lie in no other place, in reading order."""
    end = -1
    for start, stop in sorted(places, key=lambda place: (place[0], -place[1])):
        if stop > end:
            yield Span(start, stop)
            end = stop


def windows(places: Places, reach: int, length: int) -> Iterator[tuple[int, int]]:
    """The places with `reach` code points on each side; windows that meet become one."""
    low = high = -1
    for start, end in sorted(places):
        if high >= 0 and start - reach <= high:
            high = max(high, min(length, end + reach))
            continue
        if high >= 0:
            yield low, high
        low, high = max(0, start - reach), min(length, end + reach)
    if high >= 0:
        yield low, high


def ending(condition: str) -> Pattern:
    """What `before` and `not-before` look for: something that ends where the match begins."""
    return Pattern(f"(?:{condition})$")
