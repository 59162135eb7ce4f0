"""The end of a process that is ours."""

from __future__ import annotations

import atexit
import os
import sys


class Ending:
    """Spares a process the taking apart of its memory, module by module, which is a tenth of a short run.

    Threads are waited for, and handlers that others register are called, before this one. Where somebody was there
    first, who measures coverage, say, the process ends as ever.
    """

    def __init__(self) -> None:
        self.status: int | None = None  # None for an end that nobody foresaw: it is Python's own
        if not atexit._ncallbacks():
            atexit.register(self._leave)

    def _leave(self) -> None:
        if self.status is None:
            return
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
        except (OSError, ValueError):  # nobody reads any more; Python says what there is to say
            return
        os._exit(self.status)
