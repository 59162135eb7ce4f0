"""What the search for wrong characters costs: `python -m benchmarks.typos [FILE…]`.

The family `typo` alone and every rule of the default preset, on 5 MB of the given files (official prose; without files
it builds clean text, which is easier); a keystroke in a draft of 15,000 characters; and a cold process that checks one
draft of 6,000 characters which it has not seen before, with the compiled words of an earlier run: CPU time until its
end, wall time until it writes its first finding, and peak memory. Everything is measured in turn and as CPU time, and
given beside `python -c pass` and a fixed loop of the same run too: other work on the machine counts little.
Nothing here is a test. Needs a system with `wait4`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed import MEGABYTE, check
from benchmarks.texts import speeches
from speechlint import Config, Linter
from speechlint.cli.collector import spare_collector

SIZE = 5 * MEGABYTE
KEYSTROKE = 15_000  # characters
RUNS = 11
LOOP = 1_000_000


class Run(NamedTuple):
    """A process: CPU time in ms, wall time in ms to its first byte of output, and peak memory in MB."""

    cpu: float
    first: float
    memory: float


def main() -> None:
    cold()  # first: a process that is started counts the memory of the one that starts it
    spare_collector()  # as the command line does
    text = official([Path(name) for name in sys.argv[1:]])
    loop = least(lambda: sum(range(LOOP)))
    print(f"a loop of {LOOP:,} additions: {loop * 1000:.1f} ms")
    for name, select in (("typo alone", ("typo",)), ("default rules", ())):
        linter = Linter(Config(select=select) if select else Config())
        took = least(lambda linter=linter: check(linter, text.encode()))  # type: ignore[misc]
        size = len(text.encode()) / MEGABYTE
        print(f"  {name:<14} {size / took:6.1f} MB/s, {took / loop / size:.0f} loops a MB; {len(linter.active)} rules")
        draft = text[:KEYSTROKE].encode()
        took = least(lambda linter=linter, draft=draft: check(linter, draft), 30)  # type: ignore[misc]
        print(f"  {'':<14} {took * 1000:6.1f} ms for {KEYSTROKE:,} characters, {took / loop:.1f} loops")


def official(files: list[Path]) -> str:
    """Some 5 MB of the files, from the start again where they are shorter."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    if not text:
        return "\n".join(speeches(SIZE, damaged=False))
    return "\n".join([text] * -(-SIZE // len(text.encode()))).encode()[:SIZE].decode(errors="ignore")


def least(work: Callable[[], object], rounds: int = 3) -> float:
    """The least CPU time of a few rounds in seconds, after one that does not count."""
    work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def cold() -> None:
    """Processes in turn, so that what disturbs one disturbs the others."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {**os.environ, "SPEECHLINT_CACHE_DIR": folder}
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        draft = next(speeches(1, damaged=True))
        check_it = ["-m", "speechlint", "check"]
        same, new = Path(folder) / "same.txt", Path(folder) / "new.txt"
        same.write_text(draft, encoding="utf-8")
        run([*check_it, str(same)], kept)
        commands = {
            "python -c pass": ["-c", "pass"],
            "import numpy": ["-c", "import numpy"],
            "a file unchanged": [*check_it, str(same)],
            "a new file": [*check_it, str(new)],
            "nothing kept": [*check_it, "--no-cache", str(new)],
        }
        found: dict[str, list[Run]] = {name: [] for name in commands}
        for number in range(RUNS):
            new.write_text(f"{draft}\n{number}\n", encoding="utf-8")
            for name, command in commands.items():
                found[name].append(run(command, kept))
    bare = statistics.median(one.cpu for one in found["python -c pass"])
    print(f"cold processes, medians of {RUNS} in turn")
    for name, runs in found.items():
        cpu, first, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        shown = f", first finding after {first:.0f} ms" if "file" in name or "kept" in name else ""
        print(f"  {name:<17} {cpu:4.0f} ms CPU = {cpu / bare:4.1f} × python -c pass, {memory:.0f} MB{shown}")


def run(arguments: list[str], environment: dict[str, str]) -> Run:
    """One process, from its start to its end."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        first = time.perf_counter() - start
        process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    # The system counts in kB, that of macOS in bytes.
    memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Run((usage.ru_utime + usage.ru_stime) * 1000, first * 1000, memory)


if __name__ == "__main__":
    main()
