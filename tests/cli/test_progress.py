"""Who draws how far a run has come: a timer's signal, or a thread where that is not ours."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable

import pytest

from speechlint.cli import progress
from speechlint.cli.progress import calling

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such timers")


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setattr(progress, "PAUSE", 0.01)


def times(begin: Callable[[Callable[[], None]], Callable[[], None]]) -> tuple[bool, set[str]]:
    """Whether it drew again and again until it was ended and never after, and which threads did."""
    drawn: list[str] = []
    end = begin(lambda: drawn.append(threading.current_thread().name))
    late = time.monotonic() + 30
    while len(drawn) < 3 and time.monotonic() < late:
        time.sleep(0.005)
    end()
    before = len(drawn)
    time.sleep(0.05)
    return 3 <= before == len(drawn), set(drawn)


def test_a_timer_draws_in_this_thread_and_is_given_back() -> None:
    threads = threading.active_count()
    again, who = times(calling)
    assert again
    assert who == {threading.current_thread().name}
    assert threading.active_count() == threads
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    assert not any(signal.getitimer(signal.ITIMER_REAL))


def test_another_timer_is_left_alone() -> None:
    rang: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _frame: rang.append(number))
    try:
        signal.setitimer(signal.ITIMER_REAL, 60)
        again, who = times(calling)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert again
    assert threading.current_thread().name not in who
    assert rang == []


def test_a_thread_that_is_not_the_first_has_one_that_draws() -> None:
    found: list[tuple[bool, set[str]]] = []
    thread = threading.Thread(target=lambda: found.append(times(calling)))
    thread.start()
    thread.join()
    [(again, who)] = found
    assert again
    assert thread.name not in who
    assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
