"""A second process for a part of the work, forked from this one: all that the work needs is at hand there."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator

_HEAD = 8  # bytes that say how many follow
_STEP = 1 << 20  # bytes


def can_fork() -> bool:
    """Whether a forked process would be sound: on Linux, and with no other thread here whose locks it would copy."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


class Helper:
    """A process that makes bytes for this one, as long as a `with` statement lasts.

    It begins at once, ends before this process does, however that ends, and touches nothing that was begun here. Where
    it is killed or has not memory enough, `whole` stays False, and what it should have done is to be done here. Raises
    OSError where the system starts no process.
    """

    def __init__(self, make: Callable[[], Iterable[bytes]]) -> None:
        self._make = make
        self._ends: list[int] = []  # of pipes
        self._process = 0
        self.whole = False  # whether `pieces` gave all that was made

    def __enter__(self) -> Helper:
        import signal  # here: a short run needs none of it

        try:
            self._made, made = self._pipe()
            life, ours = self._pipe()
            parent = os.getpid()
            # Ctrl-C reaches both; the first process ends the other, in which it stays blocked.
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                self._process = os.fork()
                if not self._process:
                    self._serve(made, life, ours, parent)
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
            self._close(made)
            self._close(life)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._end()

    def pieces(self) -> Iterator[bytes]:
        """What it made, in pieces of any size, as soon as all is made; and afterwards `whole` tells whether that is
        all. To be asked once.
        """
        head = os.read(self._made, _HEAD)
        left = int.from_bytes(head, "big")
        while left and (piece := os.read(self._made, _STEP)):
            left -= len(piece)
            yield piece
        self.whole = len(head) == _HEAD and left == 0

    def _serve(self, made: int, life: int, ours: int, parent: int) -> None:
        """The life of the process. Never returns: nothing that the first process began is ended here."""
        status = 1
        try:
            import fcntl  # Windows has none

            os.close(self._made)
            # Where the first process is killed, its end of the pipe closes, and the signal that tells so ends this one.
            os.close(ours)
            fcntl.fcntl(life, fcntl.F_SETOWN, os.getpid())
            fcntl.fcntl(life, fcntl.F_SETFL, os.O_ASYNC)
            if os.getppid() != parent:
                return
            gc.freeze()  # what is shared with the first process stays untouched, and so shared
            held = list(self._make())  # the first process reads when it has done its own part
            for piece in (sum(map(len, held)).to_bytes(_HEAD, "big"), *held):
                left = memoryview(piece)
                while left:
                    left = left[os.write(made, left) :]
            status = 0
        finally:
            os._exit(status)

    def _pipe(self) -> tuple[int, int]:
        ends = os.pipe()
        self._ends += ends
        return ends

    def _close(self, end: int) -> None:
        self._ends.remove(end)
        os.close(end)

    def _end(self) -> None:
        """Wait until the process is gone: it has nothing to tidy up."""
        for end in self._ends:
            os.close(end)
        self._ends.clear()
        process, self._process = self._process, 0
        if process:
            import signal

            # Nobody is left to wait for where a parent of ours had SIGCHLD ignored: another may have its number then.
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                if os.waitpid(process, os.WNOHANG)[0] == 0:
                    os.kill(process, signal.SIGKILL)
                    os.waitpid(process, 0)
