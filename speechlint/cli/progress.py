"""How far a long run has come, on a terminal."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from speechlint.findings.bilingual import Bilingual, Language

if TYPE_CHECKING:
    import threading

PATIENCE = 1.0  # seconds before anything is shown
PAUSE = 0.1
MEGABYTE = 1_000_000
PLAIN = 80  # columns of a terminal that does not say


class Progress:
    """Counts files, bytes and findings; draws on stderr where that is a terminal and the work takes over a second.

    `total` files and `size` bytes are to be done. It draws in a thread of its own: workers have to be started before.
    """

    def __init__(self, total: int, size: int, language: Language, *, quiet: bool = False) -> None:
        self._total = total
        self._size = size
        self._language = language
        self._files = self._bytes = self._findings = 0
        self._shown = not quiet and total > 0 and sys.stderr.isatty()
        self._ended: threading.Event | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Progress:
        if self._shown:
            import threading

            self._ended = threading.Event()
            self._thread = threading.Thread(target=self._draw, args=(self._ended,), daemon=True)
            self._thread.start()
        return self

    def advance(self, size: int, findings: int) -> None:
        """One more file is done."""
        self._files += 1
        self._bytes += size
        self._findings += findings

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ended is not None and self._thread is not None:
            self._ended.set()
            self._thread.join()

    def _draw(self, ended: threading.Event) -> None:
        started = time.monotonic()
        if ended.wait(PATIENCE):
            return
        while True:
            sys.stderr.write(f"\r\x1b[K{self._line(time.monotonic() - started)}")
            sys.stderr.flush()
            if ended.wait(PAUSE):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

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
