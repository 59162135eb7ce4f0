"""The tables of `benchmarks.compare`, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from benchmarks.defects import KINDS
from benchmarks.processes import Cost, floor


class Row(NamedTuple):
    """One program on one text."""

    name: str
    cost: Cost | None
    note: str = ""


def table(title: str, rows: Sequence[Row], size: int) -> str:
    """Rows as Markdown; the last column says how fast each is beside AutoCorrect."""
    base = next((row.cost for row in rows if row.name == "AutoCorrect" and row.cost), None)
    lines = [
        title,
        "",
        "| program | time, s | CPU, s | MB/s | memory, MB | beside AutoCorrect |",
        "|" + " --- |" * 6,
    ]
    for name, spent, note in rows:
        if spent is None:
            lines.append(f"| {name} | failed: {note} | | | | |")
            continue
        ratio = f"{base.wall / spent.wall:.2f} ×" if base else ""
        speed = f"{size / 1_000_000 / spent.wall:.2f}"
        lines.append(f"| {name} | {spent.wall:.3f} | {spent.cpu:.3f} | {speed} | {_memory(spent)} | {ratio} |")
    return "\n".join(lines) + "\n"


def kinds_table(found: Mapping[str, Sequence[str]]) -> str:
    """Which kinds each program finds."""
    names = list(found)
    lines = ["| kind of mistake | " + " | ".join(names) + " |", "|" + " --- |" * (len(names) + 1)]
    lines += [
        f"| {kind.name} | " + " | ".join("✓" if kind.name in found[name] else "" for name in names) + " |"
        for kind in KINDS
    ]
    lines.append("| **together** | " + " | ".join(f"{len(found[name])} of {len(KINDS)}" for name in names) + " |")
    return "\n".join(lines) + "\n"


def _memory(spent: Cost) -> str:
    least = floor()
    return f"{spent.peak:.0f}" if spent.peak > least * 1.02 else f"≤ {least:.0f}"
