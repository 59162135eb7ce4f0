"""What a process inherits from a daemon or a shell that started it, put right before anything is done."""

from __future__ import annotations

import os
import sys
from importlib import import_module


def put_right() -> None:
    """Open what is closed of the three streams, and let processes that end be waited for.

    With a closed stream the next file that is opened would take its number, and what is printed would go there. Where
    the signal of ended processes is ignored, the system forgets how they ended, and Python cannot wait for them.
    """
    for number, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, mode)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  (open as long as the process)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    signals = import_module("_signal")  # what `signal` is made of: that one first makes enumerations of all signals
    if hasattr(signals, "SIGCHLD") and signals.getsignal(signals.SIGCHLD) == signals.SIG_IGN:
        signals.signal(signals.SIGCHLD, signals.SIG_DFL)
