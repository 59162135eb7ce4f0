"""How time and memory grow: `python -m benchmarks.scaling [--most MB]`.

Against the size of one file, from 1 kB to 200 MB, clean and damaged; and against the number of findings in a file of
one size. Each figure is a whole process of its own, so that memory is that of the one file. Prints tables with the
fitted exponent (1 is linear) and with the memory that is promised: 150 MB, and 12 bytes a character, and 400 bytes a
finding. One process checks each file, but for the table of those that two share. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import math
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.processes import Cost, cost, middle
from benchmarks.texts import speeches

SIZES = (1_000, 10_000, 100_000, 1_000_000, 5_000_000, 20_000_000, 50_000_000, 200_000_000)
FIT = (100_000, 50_000_000)  # the sizes between which the exponent is asked for
QUICK = 2_000_000  # bytes: what is smaller is measured several times
ROUNDS = 5
SHARED = 5_000_000  # bytes of a file that two processes are measured on
BASE, CHARACTER, FINDING = 150e6, 12, 400  # bytes of memory that are promised at most
DEFECT = "X县的同志"
PLAIN = "本县的同志"


class Point(NamedTuple):
    """One file, and what it cost."""

    size: int  # bytes
    characters: int  # code points
    findings: int
    cost: Cost

    @property
    def promised(self) -> float:
        """MB of memory at most."""
        return (BASE + CHARACTER * self.characters + FINDING * self.findings) / 1e6


def texts(size: int, *, damaged: bool) -> Iterator[str]:
    """Different drafts of together `size` bytes, cut at the end of a line. They are made one by one: the process that
    measures must stay small."""
    for speech in speeches(size, damaged=damaged):
        kept = []
        for line in speech.split("\n"):
            if size <= 0:
                break
            kept.append(line)
            size -= len(line.encode()) + 1
        yield "\n".join(kept) + "\n"


def dense(size: int, share: float) -> Iterator[str]:
    """Lines of together `size` bytes, of which each has so many defects (more or fewer than one) on the average."""
    due = 0.0
    number = 0
    while size > 0:
        due += share
        number += 1
        words = [f"第{number}项工作，"]
        words += [DEFECT if slot < int(due) else PLAIN for slot in range(4)]
        due -= min(int(due), 4)
        line = "、".join(words).replace("，、", "，") + "都要抓好落实。\n"
        size -= len(line.encode())
        yield line


def measured(lines: Iterator[str], folder: Path, jobs: int = 1) -> Point:
    """Write a draft piece by piece, as this process must stay small, and check it."""
    draft, report = folder / "draft.txt", folder / "report.jsonl"
    characters = 0
    with draft.open("w", encoding="utf-8") as file:
        for text in lines:
            characters += file.write(text)
    command = [sys.executable, "-m", "speechlint", "check", "--isolated", "--jobs", str(jobs), "--no-cache", "--quiet"]
    command += ["--output-format", "jsonl", str(draft)]
    size = draft.stat().st_size
    rounds = ROUNDS if size < QUICK else 1
    runs = [cost(command, out=report, together=jobs > 1) for _ in range(rounds)]
    spent = runs[0] if rounds == 1 else middle(runs)
    with report.open("rb") as found:
        findings = sum(line.startswith(b"{") for line in found)
    report.unlink()
    return Point(size, characters, findings, spent)


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of log(second) against log(first)."""
    slope: float = statistics.linear_regression(
        *zip(*((math.log(x), math.log(y)) for x, y in points), strict=True)
    ).slope
    return slope


def show(name: str, points: Sequence[Point], empty: float) -> None:
    """A table, and the exponents of the time with that of an empty draft taken off."""
    print(f"{name}\n\n| size | characters | findings | CPU, s | MB/s | memory, MB | promised |\n|" + " --- |" * 7)
    for point in points:
        spent = point.cost
        speed = point.size / 1e6 / spent.cpu
        sizes = f"{point.size / 1e6:g} MB | {point.characters} | {point.findings}"
        print(f"| {sizes} | {spent.cpu:.2f} | {speed:.2f} | {spent.peak:.0f} | {point.promised:.0f} |")
    fitted = [point for point in points if FIT[0] * 0.9 <= point.size <= FIT[1] * 1.1]
    if len(fitted) > 1 and fitted[-1].size > 2 * fitted[0].size:
        whole = exponent([(point.size, point.cost.cpu) for point in fitted])
        net = exponent([(point.size, max(point.cost.cpu - empty, 1e-3)) for point in fitted])
        print(f"\nexponent {whole:.2f}; without the start ({empty:.2f} s) {net:.2f}")
    over = [f"{point.size / 1e6:g} MB" for point in points if point.cost.peak > point.promised]
    print(f"memory above what is promised: {', '.join(over) or 'nowhere'}\n", flush=True)


def show_shared(points: Sequence[Point]) -> None:
    """What two processes take: the larger one, and both with the pages counted once that they share."""
    print("drafts that two processes share\n\n| size | CPU, s | larger, MB | both, MB | promised |\n|" + " --- |" * 5)
    for point in points:
        spent = point.cost
        figures = f"{spent.cpu:.2f} | {spent.peak:.0f} | {spent.together:.0f} | {point.promised:.0f}"
        print(f"| {point.size / 1e6:g} MB | {figures} |")
    print(flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=float, default=200, metavar="MB", help="the largest file")
    asked = parser.parse_args(arguments)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty = measured(iter(["各位同志：\n"]), folder).cost.cpu
        sizes = [size for size in SIZES if size <= asked.most * 1e6]
        for kind, damaged in (("clean text", False), ("drafts", True)):
            show(kind, [measured(texts(size, damaged=damaged), folder) for size in sizes], empty)
        large = [size for size in sizes if size >= SHARED]
        if large:
            show_shared([measured(texts(size, damaged=True), folder, jobs=2) for size in large])
        size = min(2_000_000, sizes[-1])
        points = [measured(dense(size, share), folder) for share in (0.0, 0.05, 0.25, 1.0, 4.0)]
        show("findings, in one size", points, empty)
        some = [point for point in points if point.findings]
        none = points[0].cost.cpu
        each = statistics.median((point.cost.cpu - none) / point.findings * 1e6 for point in some[1:])
        print(f"a finding costs about {each:.0f} µs, its report among them")


if __name__ == "__main__":
    main()
