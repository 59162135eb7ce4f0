"""The long run of everything that is bounded in the ordinary tests.

    python -m tests.trust.soak [--seed NUMBER] [--part 1/4] [PART…]
    python -m tests.trust.soak edits FOLDER

The parts are those of the table below; without one, all of them run, which takes an hour or more. `--part 2/4` runs the
second quarter of each. Two runs try different cases, unless they are given the same seed. What fails is told by pytest,
each part ends in a line with its numbers, and the exit status is 1 where something failed. `edits` lists every safe edit
that --fix would make in a folder, for reading. See docs/reliability.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Part(NamedTuple):
    """A test file, and the variables that make it try more."""

    tests: str
    variables: dict[str, str] = {}


PARTS = {
    "kills": Part("tests/trust/test_kills.py", {"SPEECHLINT_KILLS": "200"}),
    "bytes": Part("tests/trust/test_bytes.py", {"SPEECHLINT_BYTES": "100000"}),
    "fuzz": Part("tests/fuzz/test_fuzz.py", {"SPEECHLINT_FUZZ": "6"}),
    "pairs": Part("tests/trust/test_pairs.py", {"SPEECHLINT_PAIRS": "1000000"}),
    "drafts": Part("tests/trust/test_drafts.py"),
    "growth": Part("tests/trust/test_growth.py"),
}


def main(arguments: Sequence[str]) -> int:
    """Run the named parts, or all. Gives the exit status."""
    if arguments[:1] == ["edits"]:
        from tests.trust.edits import main as list_edits

        return list_edits(arguments[1:])
    parser = argparse.ArgumentParser(prog="python -m tests.trust.soak", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 10**8))
    parser.add_argument("--part", default="1/1", metavar="K/N", help="the Kth of N shares of the cases")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.parts if name not in PARTS]
    if unknown:
        parser.error(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    failed = [name for name in asked.parts or PARTS if not held(name, asked.seed, asked.part)]
    return 1 if failed else 0


def held(name: str, seed: int, share: str) -> bool:
    """Run one part and print its closing line."""
    part, start = PARTS[name], time.monotonic()
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as told:
        chosen = {"SPEECHLINT_SEED": str(seed), "SPEECHLINT_PART": share, "SPEECHLINT_TOLD": told.name}
        command = [sys.executable, "-m", "pytest", "-q", part.tests]
        status = subprocess.run(command, cwd=ROOT, env=os.environ | part.variables | chosen, check=False).returncode
        counts: Counter[str] = Counter()
        for line in told:
            counts.update(json.loads(line))
    numbers = [f"{count:,} {what.replace('_', ' ')}" for what, count in counts.items()]
    outcome = "held" if status == 0 else "FAILED"
    facts = [
        *numbers,
        f"part {share}",
        f"seed {seed}",
        f"tree {tree()}",
        machine(),
        f"{time.monotonic() - start:.0f} s",
    ]
    print(f"{name}: {outcome}; {', '.join(facts)}", flush=True)
    return status == 0


def tree() -> str:
    """The commit, with a plus where files were changed since."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--abbrev=8"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.strip() or "unknown"


def machine() -> str:
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = platform.platform(terse=True)
    return f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
