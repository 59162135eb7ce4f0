"""One large draft on two cores: a helper process is forked once the words are found, and runs some of the rules.

Forked, because all that rules need is there by then, and costs a helper nothing: a process that is started anew would
import, read and scan for as long as it saves. Where a fork would not be sound all rules run here, as for small drafts.

The families stand in a row, beside each other where they ask for the same views. The helper takes them from the front
and this process from the back, each the next one as soon as it is ready: so both end at nearly the same time, whatever
the draft is like and whatever else the machine does, and only what lies where they meet is seen twice. A third process
would hardly pay: the rules of `typo` go by one view, which takes nearly half of all the time.
"""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from speechlint.engine import forks
from speechlint.findings.diagnostic import Diagnostic
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Memory, Parts, Pattern

if TYPE_CHECKING:
    from speechlint.config.select import Active

Outcome = tuple[list[Diagnostic], list[str]]  # what a rule found, and its failures
Run = Callable[["Active"], Outcome]
Group = Sequence[int]  # places of rules

# The prose as the tables of official prose see it comes first, what the draft is built of next to the end, and at the
# end what finds most: its findings need not travel.
ROW = (
    "typo",
    "script",
    "wording",
    "redaction",
    "placeholder",
    "number",
    "consistency",
    "numbering",
    "truncation",
    "watermark",
    "spacing",
    "punctuation",
)


class Letter(NamedTuple):
    """What a helper sends: what came of rules, by their places, and the patterns that it had to compile."""

    outcomes: dict[int, Outcome]
    patterns: list[tuple[str, Parts]]


def shared(rules: Sequence[Active], run: Run) -> Iterator[Outcome]:
    """What comes of each rule, in their order. Raises what `run` raises here.

    What a helper does not give back, for it was killed or had not memory enough, is done here.
    """
    groups = groups_of(rules)
    found: dict[int, Outcome] = {}
    if len(groups) > 1 and forks.can_fork():
        with (
            contextlib.suppress(OSError),
            _Turns(len(groups)) as turns,
            forks.Helper(partial(_letters, rules, run, turns.taken(groups))) as helper,
        ):
            ours = {place for group in groups for place in group}
            found |= {place: run(active) for place, active in enumerate(rules) if place not in ours}
            for group in turns.taken(reversed(groups)):
                found |= {place: run(rules[place]) for place in group}
            data = b"".join(helper.pieces())
            if helper.whole:
                found |= _read(data)
    return (found.pop(place) if place in found else run(active) for place, active in enumerate(rules))


def groups_of(rules: Sequence[Active]) -> list[list[int]]:
    """The places of our own rules, family by family. Those of plugins and rule packs may know more than the draft, or
    do more than look at it: they stay in the first process.
    """
    from speechlint.rulepack.index import rule_rows

    ours = rule_rows()
    groups: dict[str, list[int]] = {family: [] for family in ROW}
    for place, active in enumerate(rules):
        if active.id in ours and active.card.family in groups:
            groups[active.card.family].append(place)
    return [group for group in groups.values() if group]


class _Turns:
    """Turns for two processes, each of which takes one when it is ready for more: so they never do the same."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __enter__(self) -> _Turns:
        self._turns, turns = os.pipe()
        os.write(turns, bytes(self._count))
        os.close(turns)
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self._turns)

    def taken(self, groups: Iterable[Group]) -> Iterator[Group]:
        """The groups that fall to the process that asks, if the other one takes them from their other end."""
        return (group for group in groups if os.read(self._turns, 1))


def _letters(rules: Sequence[Active], run: Run, groups: Iterable[Group]) -> Iterator[bytes]:
    """What the helper makes: one letter, packed."""
    noted = None if Pattern.memory is None else _Noted(Pattern.memory)
    Pattern.memory = noted
    outcomes = {place: run(rules[place]) for group in groups for place in group}
    yield packed(Letter(outcomes, noted.kept if noted else []))


def _read(data: bytes) -> dict[int, Outcome]:
    """What came of the helper's rules."""
    letter = unpacked(memoryview(data))
    memory = Pattern.memory
    if memory is not None:
        for source, parts in letter.patterns:
            memory.keep(source, parts)
    return letter.outcomes


class _Noted:
    """A memory that notes what is compiled."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.kept: list[tuple[str, Any]] = []

    def parts_of(self, source: str, edition: str) -> Parts | None:
        return self._memory.parts_of(source, edition)

    def keep(self, source: str, parts: tuple[Any, ...]) -> None:
        self.kept.append((source, parts))


def packed(letter: Letter) -> bytes:
    """A letter in a form that travels."""
    try:
        return b"m" + msgspec.msgpack.encode(letter)
    except UnicodeEncodeError:  # a lone surrogate
        return b"p" + pickle.dumps(letter)


def unpacked(data: memoryview) -> Letter:
    if bytes(data[:1]) == b"m":
        return msgspec.msgpack.decode(data[1:], type=Letter)
    letter: Letter = pickle.loads(data[1:])
    return letter
