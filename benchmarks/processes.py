"""What a whole process costs: time on the clock, processor time, memory."""

from __future__ import annotations

import math
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

KIB = 1024 / 1e6  # MB
BETWEEN = 0.1  # seconds from one look at a memory to the next


class Cost(NamedTuple):
    """One run, with all that it started."""

    wall: float  # seconds on the clock
    cpu: float  # seconds of processor time, of all its processes together
    peak: float  # MB: the largest of its processes; nothing below that of the program that measures can be told
    status: int
    together: float = 0.0  # MB: all its processes at one time, what they share counted once; 0 where it was not asked


class ProgramError(Exception):
    """A program could not do its work, or took too long; the message is what it said last."""


def cost(
    command: Sequence[str],
    *,
    out: Path | None = None,
    env: Mapping[str, str] | None = None,
    limit: float = 900,
    together: bool = False,
) -> Cost:
    """Run a command once, with all that it prints written to `out` (or nowhere). `together` asks for the memory of all
    its processes, which is looked at ten times a second: Linux alone tells it, and what lasts less may be missed.

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
            pid, state, used, most = _wait(process.pid, start + limit, together)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(state)
        if not pid:
            raise ProgramError(f"took more than {limit:.0f} s")
        if process.returncode < 0:
            raise ProgramError(f"ended by signal {-process.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * KIB, process.returncode, most)


def floor() -> float:
    """MB that this program has taken itself: what a child seems to take at least."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    wall, cpu, peak = (statistics.median(figures) for figures in zip(*(cost[:3] for cost in costs), strict=True))
    return Cost(wall, cpu, peak, 0)


def _wait(process: int, until: float, together: bool) -> tuple[int, int, resource.struct_rusage, float]:
    """As `os.wait4`, with a limit of time; a process that overruns it is killed, and told by the pid 0. At the end
    stands the most memory that was seen, where it was looked at."""
    most, look = 0.0, time.perf_counter() if together else math.inf
    while True:
        ended, state, used = os.wait4(process, os.WNOHANG)
        if ended:
            return ended, state, used, most
        now = time.perf_counter()
        if now > until:
            os.kill(process, 9)
            _, state, used = os.wait4(process, 0)
            return 0, state, used, most
        if now > look:
            most, look = max(most, _memory(process)), now + BETWEEN
        time.sleep(0.001)


def _memory(process: int) -> float:
    """MB of a process and all that it started, pages that several have shared out among them."""
    folder = Path("/proc", str(process))
    try:
        rows = folder.joinpath("smaps_rollup").read_text().split("\n")
        children = folder.joinpath("task", str(process), "children").read_text().split()
    except OSError:  # it is gone, or this is no Linux
        return 0.0
    own = sum(int(row.split()[1]) * KIB for row in rows if row.startswith("Pss:"))
    return own + sum(_memory(int(child)) for child in children)
