"""What a whole process costs: time on the clock, processor time, memory."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """One run, with all that it started."""

    wall: float  # seconds on the clock
    cpu: float  # seconds of processor time, of all its processes together
    peak: float  # MB: the largest of its processes; nothing below that of the program that measures can be told
    status: int


class ProgramError(Exception):
    """A program could not do its work, or took too long; the message is what it said last."""


def cost(
    command: Sequence[str], *, out: Path | None = None, env: Mapping[str, str] | None = None, limit: float = 900
) -> Cost:
    """Run a command once, with all that it prints written to `out` (or nowhere).

    Raises:
        ProgramError: it was ended by a signal, or ran longer than `limit` seconds.
    """
    with tempfile.TemporaryDirectory() as folder:
        printed = out or Path(folder, "printed")
        with printed.open("wb") as file:
            start = time.perf_counter()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, env=None if env is None else dict(env)
            )
            pid, state, used = _wait(process.pid, start + limit)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(state)
        if not pid:
            raise ProgramError(f"took more than {limit:.0f} s")
        if process.returncode < 0:
            raise ProgramError(f"ended by signal {-process.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode)


def floor() -> float:
    """MB that this program has taken itself: what a child seems to take at least."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*(cost[:3] for cost in costs), strict=True)), 0)


def _wait(pid: int, until: float) -> tuple[int, int, resource.struct_rusage]:
    """As `os.wait4`, with a limit of time; a process that overruns it is killed, and told by the pid 0."""
    while True:
        ended, state, used = os.wait4(pid, os.WNOHANG)
        if ended:
            return ended, state, used
        if time.perf_counter() > until:
            os.kill(pid, 9)
            _, state, used = os.wait4(pid, 0)
            return 0, state, used
        time.sleep(0.001)
