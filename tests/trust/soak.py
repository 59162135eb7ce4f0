"""The long run of everything that is bounded in the ordinary tests: `python -m tests.trust.soak [PART…]`.

The parts are those of the table below; without one, all of them run, which takes some hours. What fails is told by
pytest, and the exit status is 1. See docs/reliability.md.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple


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


def main(names: Sequence[str]) -> int:
    """Run the named parts, or all. Gives the exit status."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"no part {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    failed = []
    for name in names or PARTS:
        part, start = PARTS[name], time.monotonic()
        command = [sys.executable, "-m", "pytest", "-q", part.tests]
        status = subprocess.run(command, env=os.environ | part.variables, check=False).returncode
        print(f"{name}: {'held' if status == 0 else 'FAILED'} after {time.monotonic() - start:.0f} s", flush=True)
        failed += [name] if status else []
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
