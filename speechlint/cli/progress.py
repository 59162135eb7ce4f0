"""How far a long run has come, on a terminal."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType

from speechlint.findings.bilingual import Bilingual, Language

PATIENCE = 1.0  # seconds before anything is shown
PAUSE = 0.1


class Progress:
    """Counts files; draws on stderr where that is a terminal and the work takes longer than a second."""

    def __init__(self, total: int, language: Language) -> None:
        self._total = total
        self._language = language
        self._done = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True) if sys.stderr.isatty() else None

    def __enter__(self) -> Progress:
        if self._thread is not None:
            self._thread.start()
        return self

    def advance(self) -> None:
        self._done += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _draw(self) -> None:
        if self._ended.wait(PATIENCE):
            return
        started = time.monotonic()
        while True:
            sys.stderr.write(f"\r\x1b[K{self._line(PATIENCE + time.monotonic() - started)}")
            sys.stderr.flush()
            if self._ended.wait(PAUSE):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    def _line(self, seconds: float) -> str:
        done, total = self._done, self._total
        return Bilingual(
            f"正在检查 {done}/{total} 个文件，{seconds:.0f} 秒", f"checking {done}/{total} files, {seconds:.0f} s"
        ).into(self._language)
