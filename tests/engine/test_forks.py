"""The second process of a large file: what it makes arrives, and nothing of it is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from speechlint.engine.forks import Helper

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
SEVERAL = [b"", b"a" * 100_000, "会议".encode(), b"\0" * (3 << 20)]


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    before = ends(), children()
    yield
    assert (ends(), children()) == before


def ends() -> int:
    return sum(name.is_fifo() for name in Path("/proc/self/fd").iterdir())


def children() -> list[str]:
    """The processes that this one started, those that ended and were not waited for among them."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()


def made(helper: Helper) -> bytes:
    return b"".join(helper.pieces())


@pytest.mark.parametrize("pieces", [SEVERAL, [], [b""], [b"x"]])
def test_what_is_made_arrives(pieces: list[bytes]) -> None:
    with Helper(lambda: pieces) as helper:
        assert not helper.whole
        assert made(helper) == b"".join(pieces)
        assert helper.whole


def test_it_works_while_this_process_does() -> None:
    with Helper(lambda: (str(os.getpid()).encode(), b" ", str(os.getppid()).encode())) as helper:
        own, parent = made(helper).split()
    assert int(parent) == os.getpid() != int(own)


def _raises() -> Iterable[bytes]:
    yield b"a"
    raise MemoryError


def _killed() -> Iterable[bytes]:
    yield b"a"
    os.kill(os.getpid(), signal.SIGKILL)


def _left() -> Iterable[bytes]:
    yield b"a"
    os._exit(0)


@pytest.mark.parametrize("make", [_raises, _killed, _left])
def test_one_that_is_lost_gives_nothing(make: object) -> None:
    with Helper(make) as helper:  # type: ignore[arg-type]
        assert made(helper) == b""
        assert not helper.whole


class Longer(bytes):
    """Says that it is longer than what is sent of it."""

    def __len__(self) -> int:
        return 100


@pytest.mark.parametrize("sent", [b"", b"half"])
def test_what_comes_in_part_is_not_whole(sent: bytes) -> None:
    with Helper(lambda: [Longer(sent)]) as helper:
        assert made(helper) == sent
        assert not helper.whole


@pytest.mark.parametrize("part", ["pipe", "fork"])
def test_where_none_can_be_started_the_error_says_so(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError("no more of them")

    monkeypatch.setattr(os, part, refused)
    with pytest.raises(BlockingIOError), Helper(lambda: SEVERAL):
        pytest.fail("started")


def _asleep() -> Iterable[bytes]:
    time.sleep(60)
    return ()


def test_it_ends_when_nobody_wants_it_any_more() -> None:
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Helper(_asleep):
        raise KeyboardInterrupt
    with Helper(lambda: SEVERAL) as helper:
        next(helper.pieces())  # it waits for somebody to read on
    assert time.monotonic() - started < 30


def test_one_that_ended_is_not_ended_again(monkeypatch: pytest.MonkeyPatch) -> None:
    others = children()
    with Helper(lambda: ()) as helper:
        assert made(helper) == b""
        [process] = set(children()) - set(others)
        os.waitid(os.P_PID, int(process), os.WEXITED | os.WNOWAIT)
        monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("another may have its number"))


def test_nobody_is_waited_for_where_ended_processes_are_not_kept() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        for make in (lambda: SEVERAL, _killed, _asleep):
            with Helper(make) as helper:
                if make is not _asleep:
                    assert made(helper) in (b"", b"".join(SEVERAL))
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_ctrl_c_is_for_the_first_process() -> None:
    def struck() -> Iterable[bytes]:
        os.kill(os.getpid(), signal.SIGINT)
        return (b"done",)

    with Helper(struck) as helper:
        assert made(helper) == b"done"
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


PROGRAM = """
import os, sys, time
from speechlint.engine.forks import Helper

def asleep():
    print(os.getpid(), flush=True)
    time.sleep(60)

with Helper(asleep):
    time.sleep(60)
"""


def test_it_ends_with_the_first_process() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        second = int(first.stdout.readline())
        first.kill()
    started = time.monotonic()
    while is_there(second):
        assert time.monotonic() - started < 30
        time.sleep(0.01)


def is_there(process: int) -> bool:
    """Whether a process lives; one that ended and that nobody waited for does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] not in ("Z", "X")
