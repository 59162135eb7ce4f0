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
import gc
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
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
_HEAD = 8  # bytes that say how long a letter is
_PIECE = 1 << 20  # bytes


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
        with contextlib.suppress(OSError), _Helper(rules, run, groups) as helper:
            ours = {place for group in groups for place in group}
            found |= {place: run(active) for place, active in enumerate(rules) if place not in ours}
            for group in helper.from_the_back():
                found |= {place: run(rules[place]) for place in group}
            found |= helper.outcomes()
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


class _Helper:
    """A forked process that takes groups of rules from the front, as long as there are any that nobody took.

    Raises OSError where the system starts no process.
    """

    def __init__(self, rules: Sequence[Active], run: Run, groups: Sequence[Sequence[int]]) -> None:
        self._rules = rules
        self._run = run
        self._groups = groups
        self._ends: list[int] = []  # of pipes
        self._process = 0

    def __enter__(self) -> _Helper:
        try:
            # As many bytes as groups: who reads one takes a group, and the two ends never meet.
            self._turns, turns = self._pipe()
            os.write(turns, bytes(len(self._groups)))
            self._close(turns)
            self._letters, letters = self._pipe()
            life, ours = self._pipe()
            parent = os.getpid()
            # Ctrl-C reaches both; the first process ends the other, in which it stays blocked.
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                self._process = os.fork()
                if not self._process:
                    self._serve(letters, life, ours, parent)
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
            self._close(letters)
            self._close(life)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()

    def from_the_back(self) -> Iterator[Sequence[int]]:
        """The groups that fall to this process."""
        return self._taken(reversed(self._groups))

    def outcomes(self) -> dict[int, Outcome]:
        """What came of the helper's rules; nothing of some where it could not do them."""
        data = bytearray()
        while piece := os.read(self._letters, _PIECE):
            data += piece
        if len(data) < _HEAD or len(data) != _HEAD + int.from_bytes(data[:_HEAD], "big"):
            return {}
        letter = unpacked(memoryview(data)[_HEAD:])
        memory = Pattern.memory
        if memory is not None:
            for source, parts in letter.patterns:
                memory.keep(source, parts)
        return letter.outcomes

    def _taken(self, groups: Iterator[Sequence[int]] | Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
        return (group for group in groups if os.read(self._turns, 1))

    def _serve(self, letters: int, life: int, ours: int, parent: int) -> None:
        """The life of the helper. Never returns: nothing that the first process began is ended here."""
        status = 1
        try:
            import fcntl  # Windows has none

            os.close(self._letters)
            # Where the first process is killed, its end of the pipe closes, and the signal that tells so ends this one.
            os.close(ours)
            fcntl.fcntl(life, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(life, fcntl.F_SETFL, os.O_ASYNC)
            if os.getppid() != parent:
                return
            gc.freeze()  # what is shared with the first process stays untouched, and so shared
            noted = None if Pattern.memory is None else _Noted(Pattern.memory)
            Pattern.memory = noted
            outcomes: dict[int, Outcome] = {}
            for group in self._taken(self._groups):
                outcomes |= {place: self._run(self._rules[place]) for place in group}
            data = packed(Letter(outcomes, noted.kept if noted else []))
            for part in (len(data).to_bytes(_HEAD, "big"), data):
                left = memoryview(part)
                while left:
                    left = left[os.write(letters, left) :]
            status = 0
        finally:
            os._exit(status)

    def _pipe(self) -> tuple[int, int]:
        ends = os.pipe()
        self._ends += ends
        return ends

    def _close(self, end: int) -> None:
        self._ends.remove(end)
        os.close(end)

    def _end(self) -> None:
        """Wait until the process is gone: it has nothing to tidy up."""
        for end in self._ends:
            os.close(end)
        self._ends.clear()
        if self._process:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
            self._process = 0


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
