"""How many processors this process may use."""

from __future__ import annotations

import os
from pathlib import Path

GROUPS = Path("/proc/self/cgroup")
LIMITS = Path("/sys/fs/cgroup")


def cores() -> int:
    """The processors that this process is allowed, and no more than its containers have time for; at least one."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    shares = quota(GROUPS, LIMITS)
    return max(1, allowed if shares is None else min(allowed, shares))


def quota(groups: Path, limits: Path) -> int | None:
    """The processors' time that Linux control groups leave to this process, rounded up; None for no limit.

    `groups` names the groups of the process, `limits` is the tree with what they may use. A group has no more than
    the groups above it.
    """
    shares = [share for file in _files(groups, limits) if (share := _share(file)) is not None]
    return min(shares, default=None)


def _files(groups: Path, limits: Path) -> list[Path]:
    try:
        lines = groups.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []
    files = []
    for line in lines:
        _, _, rest = line.partition(":")
        controllers, _, name = rest.partition(":")
        if not controllers:  # version 2
            top, file = limits, "cpu.max"
        elif "cpu" in controllers.split(","):
            top, file = limits / "cpu", "cpu.cfs_quota_us"
        else:
            continue
        group = top / name.lstrip("/")
        files += [folder / file for folder in (group, *group.parents) if folder.is_relative_to(top)]
    return files


def _share(file: Path) -> int | None:
    """Processors by a group's quota and period, both in microseconds; None for no limit."""
    try:
        words = file.read_text(encoding="ascii").split()
        if file.name == "cpu.cfs_quota_us":
            words.append(file.with_name("cpu.cfs_period_us").read_text(encoding="ascii"))
        allowed, period = int(words[0]), int(words[1])
    except (OSError, ValueError, IndexError):  # "max" is no number
        return None
    return -(-allowed // period) if allowed > 0 and period > 0 else None
