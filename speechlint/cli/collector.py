"""The garbage collector of a program that makes many small values and no cycles."""

from __future__ import annotations

import atexit
import gc


def spare_collector() -> None:
    """Look for cycles a thousand times less often, and not at the end, which gives back everything at once.

    What is not in a cycle goes at once as ever, and a check leaves none behind: those that wait would be a plugin's.
    Only for a process of our own: the library leaves its caller's collector alone.
    """
    gc.set_threshold(1_000_000, 20, 20)
    atexit.register(gc.freeze)
