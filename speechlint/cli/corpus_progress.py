"""How far a corpus job has come, on a terminal."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType

from speechlint.corpus.run import Meter
from speechlint.findings.bilingual import Bilingual, Language

PATIENCE = 1.0  # seconds before anything is shown
PAUSE = 0.25


class CorpusProgress:
    """Draws on stderr where that is a terminal and the work takes longer than a second."""

    def __init__(self, meter: Meter, language: Language, *, quiet: bool = False) -> None:
        self._meter = meter
        self._language = language
        self._ended = threading.Event()
        shown = sys.stderr.isatty() and not quiet
        self._thread = threading.Thread(target=self._draw, daemon=True) if shown else None

    def __enter__(self) -> CorpusProgress:
        if self._thread is not None:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _draw(self) -> None:
        started = time.monotonic()
        if self._ended.wait(PATIENCE):
            return
        while True:
            sys.stderr.write(f"\r\x1b[K{line(self._meter, time.monotonic() - started, self._language)}")
            sys.stderr.flush()
            if self._ended.wait(PAUSE):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def line(meter: Meter, seconds: float, language: Language) -> str:
    """What is shown after so many seconds."""
    now = meter.now
    rate = now.documents / seconds if seconds else 0.0
    left = time_left(meter, rate)
    zh, en = (f"，还要 {_clock(left)}", f", {_clock(left)} left") if left is not None else ("", "")
    return Bilingual(
        f"{now.documents:,} 篇，每秒 {rate:,.0f} 篇，{now.findings:,} 处问题{zh}",
        f"{now.documents:,} documents, {rate:,.0f} a second, {now.findings:,} findings{en}",
    ).into(language)


def time_left(meter: Meter, rate: float) -> float | None:
    """Seconds, as far as the finished part tells how many documents there are; None while there is none."""
    if not (meter.read and meter.whole and rate):
        return None
    expected = meter.whole * meter.total / meter.read
    done = meter.whole if meter.read >= meter.total else max(meter.whole, meter.now.documents)
    return max(0.0, expected - done) / rate


def _clock(seconds: float) -> str:
    whole = int(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
