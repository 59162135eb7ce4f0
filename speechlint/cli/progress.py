"""How far a long run has come, on a terminal."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from types import TracebackType

from speechlint.findings.bilingual import Bilingual, Language

PATIENCE = 1.0  # seconds before anything is shown
PAUSE = 0.1
MEGABYTE = 1_000_000
PLAIN = 80  # columns of a terminal that does not say


class Progress:
    """Counts files, bytes and findings; draws on stderr where that is a terminal and the work takes over a second.

    `total` files and `size` bytes are to be done.
    """

    def __init__(self, total: int, size: int, language: Language, *, quiet: bool = False) -> None:
        self._total = total
        self._size = size
        self._language = language
        self._files = self._bytes = self._findings = 0
        self._shown = not quiet and total > 0 and sys.stderr.isatty()
        self._drawn = False
        self._end: Callable[[], None] | None = None

    def __enter__(self) -> Progress:
        if self._shown:
            self._started = time.monotonic()
            self._end = calling(self._draw)
        return self

    def advance(self, size: int, findings: int) -> None:
        """One more file is done."""
        self._files += 1
        self._bytes += size
        self._findings += findings

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._end is not None:
            self._end()
            self._end = None
            if self._drawn:
                _show("")

    def _draw(self) -> None:
        self._drawn = True
        _show(self._line(time.monotonic() - self._started))

    def _line(self, seconds: float) -> str:
        count = f"{self._files}/{self._total}"
        rate = self._bytes / MEGABYTE / seconds
        speed = f"{rate:.{1 if rate >= 1 else 2}f} MB/s"
        left = time_left(seconds, self._bytes, self._size)
        said = Bilingual(
            f"检查 {count} 个文件，{speed}，发现 {self._findings} 处" + (f"，还要 {left.zh}" if left else ""),
            f"{count} files, {speed}, {self._findings} findings" + (f", {left.en} left" if left else ""),
        ).into(self._language)
        return said if _width(said) < _columns() else count


def calling(draw: Callable[[], None]) -> Callable[[], None]:
    """Call it after PATIENCE seconds, and again after each PAUSE, while this process works; what is given ends that.

    By a timer's signal, since beside a thread no process may be forked. By a thread where there are no such timers, or
    where they are somebody else's: a program's that called this one, say.
    """
    import signal

    if sys.platform != "win32":
        free = signal.getsignal(signal.SIGALRM) is signal.SIG_DFL and not any(signal.getitimer(signal.ITIMER_REAL))
        with contextlib.suppress(ValueError):  # not in the main thread
            if free:
                signal.signal(signal.SIGALRM, lambda _signal, _frame: draw())
                signal.setitimer(signal.ITIMER_REAL, PATIENCE, PAUSE)
                return _end_timer
    return _thread(draw)


def _end_timer() -> None:
    import signal

    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _thread(draw: Callable[[], None]) -> Callable[[], None]:
    import threading

    ended = threading.Event()

    def work() -> None:
        pause = PATIENCE
        while not ended.wait(pause):
            draw()
            pause = PAUSE

    thread = threading.Thread(target=work, daemon=True)
    thread.start()

    def end() -> None:
        ended.set()
        thread.join()

    return end


def _show(line: str) -> None:
    # The signal may have come while something else was written there; and nothing is lost where nobody looks any more.
    with contextlib.suppress(OSError, ValueError, RuntimeError):
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


def time_left(seconds: float, done: int, size: int) -> Bilingual | None:
    """How long the rest of `size` bytes takes, after `done` took so many seconds; None while nothing tells."""
    if not done:
        return None
    left = round(seconds * (size - done) / done)
    minutes, rest = divmod(left, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return Bilingual(f"{hours} 小时 {minutes} 分", f"{hours} h {minutes} min")
    if minutes:
        return Bilingual(f"{minutes} 分 {rest} 秒", f"{minutes} min {rest} s")
    return Bilingual(f"{rest} 秒", f"{rest} s")


def _width(said: str) -> int:
    """The cells of a terminal that the words take."""
    return sum(1 if character.isascii() else 2 for character in said)


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or PLAIN
    except OSError:
        return PLAIN
