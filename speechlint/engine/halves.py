"""The part of a report for one large file on two cores: a forked process writes its second half meanwhile."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
from collections.abc import Iterator

from speechlint.engine import forks
from speechlint.findings.report import FileReport
from speechlint.reporters.parts import part_pieces
from speechlint.reporters.portions import encoded
from speechlint.reporters.registry import ByFile, Run

MANY = 20_000  # findings: fewer are written before a process has started
_STEP = 1 << 20  # bytes


def part_of_two(reporter: ByFile, report: FileReport, run: Run) -> Iterator[bytes]:
    """What `part_pieces` gives. What the second process does not write, for it was killed, is written here."""
    if len(report.kept) < MANY or report.baselined or run.show_suppressed or not forks.can_fork():
        return part_pieces(reporter, report, run)
    from speechlint.engine.cores import cores
    from speechlint.reporters.json import JsonLines

    if cores() < 2 or not isinstance(reporter, JsonLines):
        return part_pieces(reporter, report, run)
    return _halves(reporter.halves(report))


def _halves(halves: tuple[Iterator[str], Iterator[str]]) -> Iterator[bytes]:
    first, second = map(encoded, halves)
    process, end = _started(second)
    try:
        yield from first
        got = 0
        while end is not None and (piece := os.read(end, _STEP)):
            got += len(piece)
            yield piece
        if process:
            status = _status(process)
            process = 0
            if status == 0:
                return
        for piece in second:
            yield piece[got:]
            got = max(0, got - len(piece))
    finally:
        if end is not None:
            os.close(end)
        if process:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)


def _status(process: int) -> int | None:
    """How a process ended, 0 if well; None where nobody knows."""
    try:
        return os.waitpid(process, 0)[1]
    except ChildProcessError:
        return None


def _started(pieces: Iterator[bytes]) -> tuple[int, int | None]:
    """A process that makes the pieces, and the end of a pipe where it gives them; nothing where none can be started."""
    try:
        ours, theirs = os.pipe()
    except OSError:
        return 0, None
    parent = os.getpid()
    # Ctrl-C reaches both; the first process ends the other, in which it stays blocked.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process = os.fork()
        if not process:
            _serve(pieces, ours, theirs, parent)
    except OSError:
        os.close(ours)
        return 0, None
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(theirs)
    return process, ours


def _serve(pieces: Iterator[bytes], ours: int, theirs: int, parent: int) -> None:
    """The life of the second process. Never returns: nothing that the first process began is ended here."""
    status = 1
    try:
        gc.freeze()  # what is shared with the first process stays untouched, and so shared
        os.close(ours)
        held = list(pieces)  # the first process reads when it has written its own half
        for piece in held:
            left = memoryview(piece)
            while left and os.getppid() == parent:
                left = left[os.write(theirs, left) :]
        status = 0
    finally:
        os._exit(status)
