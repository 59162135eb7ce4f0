"""How fast drafts are checked, and how much memory it takes: `python -m benchmarks.speed`.

Every rule of the default preset, in one process on one core, from bytes in memory to a report; start-up is measured
apart, as a ratio to `python -c pass`, and growth as the exponent of time against size. Nothing here is a test.
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.texts import speeches
from speechlint import Config, Linter
from speechlint.cli.collector import spare_collector
from speechlint.formats.source import Source

MEGABYTE = 1_000_000
ROUNDS = 5


def check(linter: Linter, data: bytes) -> int:
    """The number of findings in a file's bytes."""
    source = linter.decode(data, "draft.txt")
    assert isinstance(source, Source), source
    return len(linter.check(source).kept)


def seconds(work: Callable[[], object]) -> float:
    """The median of a few rounds, after one that does not count."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def throughput(size: int) -> None:
    linter = Linter(Config())
    print(f"{size / MEGABYTE:.0f} MB, {len(linter.active)} rules, median of {ROUNDS}")
    for name, damaged in (("clean", False), ("drafts", True)):
        files = [text.encode() for text in speeches(size, damaged=damaged)]
        whole = b"\n".join(files)
        for shape, parts in (("one file", [whole]), (f"{len(files)} files", files)):
            total = sum(map(len, parts))
            found = sum(check(linter, part) for part in parts)
            took = seconds(lambda parts=parts: [check(linter, part) for part in parts])  # type: ignore[misc]
            print(f"  {name:<7} {shape:<10} {total / MEGABYTE / took:7.1f} MB/s  {found:6} findings")


def memory(size: int) -> None:
    """Peak memory of a process that checks one file of each kind, in MB, and of one that only builds the texts."""
    for name, damaged in (("clean", False), ("drafts", True)):
        code = (
            "import resource\nfrom benchmarks.speed import *\n"
            f"data = b'\\n'.join(t.encode() for t in speeches({size}, damaged={damaged}))\n"
            "check(Linter(Config()), data); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        peak = int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        print(f"  {name:<7} peak memory {peak / 1024:.0f} MB")


def growth() -> None:
    """Time against size; an exponent of 1 is linear."""
    linter = Linter(Config())
    for name, damaged in (("clean", False), ("drafts", True)):
        text = "\n".join(speeches(20 * MEGABYTE, damaged=damaged)).encode()
        shapes: dict[str, Callable[[bytes], bytes]] = {
            "lines": bytes,
            "one line": lambda data: data.replace(b"\n", b""),
        }
        for shape, make in shapes.items():
            sizes = [1, 2, 5, 10, 20] if shape == "lines" else [1, 2, 5]
            times = []
            for size in sizes:
                data = make(text[: size * MEGABYTE].decode(errors="ignore").encode())
                times.append(seconds(lambda data=data: check(linter, data)))  # type: ignore[misc]
            shown = ", ".join(f"{size} MB {took:.2f} s" for size, took in zip(sizes, times, strict=True))
            print(f"  {name:<7} {shape:<9} exponent {exponent(sizes, times):.2f}  ({shown})")


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of log time against log size."""
    return statistics.linear_regression([math.log(x) for x in sizes], [math.log(y) for y in times]).slope


def start_up() -> None:
    """`speechlint check` on one small file from a cold process, beside `python -c pass`, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.txt"
        draft.write_text(next(speeches(1, damaged=True)), encoding="utf-8")
        bare, full = [], []
        environment = {**os.environ, "SPEECHLINT_CACHE_DIR": folder}
        for _ in range(20):
            for command, times in ((["-c", "pass"], bare), (["-m", "speechlint", "check", str(draft)], full)):
                start = time.perf_counter()
                subprocess.run([sys.executable, *command], capture_output=True, check=False, env=environment)
                times.append(time.perf_counter() - start)
    one, other = statistics.median(bare) * 1000, statistics.median(full) * 1000
    print(f"  python -c pass {one:.0f} ms, speechlint check {other:.0f} ms; 8 × + 60 ms = {8 * one + 60:.0f} ms")


def main() -> None:
    spare_collector()  # as the command line does
    throughput(5 * MEGABYTE)
    print("memory, 5 MB in one file")
    memory(5 * MEGABYTE)
    print("growth")
    growth()
    print("start-up")
    start_up()


if __name__ == "__main__":
    main()
