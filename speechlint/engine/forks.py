"""Whether this process may be forked."""

from __future__ import annotations

import os
import sys


def can_fork() -> bool:
    """Whether a forked process would be sound: on Linux, and with no other thread here whose locks it would copy."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False
