"""The collector of a process of our own has nothing to do at the end."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import atexit, gc
from speechlint.cli.collector import spare_collector
atexit.register(lambda: print(gc.get_freeze_count() > 1000))
spare_collector()
"""


def test_nothing_is_looked_through_at_the_end() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
