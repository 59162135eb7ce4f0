"""One worker process: how it is started, what goes to it and comes back, and how it ends."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from speechlint.engine import forks
from speechlint.engine.setting import Shape, linter_of
from speechlint.engine.work import Done, Wish, crash_of, do_files, failed

PATIENCE = 3.0  # seconds that a worker is given to leave what it is doing
SAFE = "PYTHONSAFEPATH"


class Worker:
    """A process, the pipe to it, and the places of the files that it has been given and not yet done.

    `started` says whether it has told of itself: one that dies before cannot work at all.
    """

    def __init__(self, wish: Wish, others: Sequence[Connection[Any, Any]]) -> None:
        forked = forks.can_fork()
        context: Any = multiprocessing.get_context("fork" if forked else "spawn")
        self.places: deque[int] = deque()
        self.started = False
        self.pipe, theirs = context.Pipe()
        # A copy of our end of a pipe in another worker would keep that pipe open after we are gone.
        ends = [self.pipe, *others] if forked else []
        self.process = context.Process(target=serve, args=(theirs, wish, gc.get_threshold(), ends), daemon=True)
        try:
            with without_interrupts(), apart_from_the_working_folder():
                self.process.start()
        except BaseException:
            self.pipe.close()
            raise
        finally:
            theirs.close()

    def give(self, places: Sequence[int], paths: Sequence[str], shape: Shape) -> None:
        """Only to a worker that has nothing to do: it is reading then, and none of the two can wait for the other."""
        self.places.extend(places)
        with contextlib.suppress(OSError):  # it is dead; whoever waits for its results will see
            self.pipe.send((paths, shape))

    def take(self) -> tuple[int, Done] | None:
        """What came of the next file; None for its first word. Raises EOFError or OSError where it is dead."""
        data = self.pipe.recv_bytes()
        if not self.started:
            self.started = True
            return None
        return self.places.popleft(), unpacked(data)

    def leave(self) -> None:
        """Let it go: at once where it is idle, else as soon as it has tidied up."""
        if self.places:
            self.process.terminate()
        else:
            self.process.kill()

    def end(self) -> None:
        """Wait until it is gone."""
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        with contextlib.suppress(ValueError):  # its end was never told
            self.process.close()
        self.pipe.close()


def serve(
    pipe: Connection[Any, Any], wish: Wish, collector: tuple[int, int, int], ends: Sequence[Connection[Any, Any]]
) -> None:
    """The life of a worker: batches in, results out, until there are no more or the first process is gone."""
    for end in ends:
        end.close()
    gc.freeze()  # what is shared with the first process stays untouched, and so shared
    gc.set_threshold(*collector)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all of us; the first process ends the others
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(EOFError, OSError):
        pipe.send_bytes(b"")
        while True:
            paths, shape = pipe.recv()
            for done in _all_done(shape, paths, wish):
                pipe.send_bytes(packed(done))


def packed(done: Done) -> bytes:
    """What came of a file, in a form that travels."""
    try:
        return b"m" + msgspec.msgpack.encode(done)
    except UnicodeEncodeError:  # a lone surrogate
        return b"p" + pickle.dumps(done)


def unpacked(data: bytes) -> Done:
    if data[:1] == b"m":
        return _decoder().decode(memoryview(data)[1:])
    done: Done = pickle.loads(memoryview(data)[1:])
    return done


@lru_cache(maxsize=1)
def _decoder() -> msgspec.msgpack.Decoder[Done]:
    return msgspec.msgpack.Decoder(Done)


def _all_done(shape: Shape, paths: Sequence[str], wish: Wish) -> Iterator[Done]:
    left = deque(paths)
    while left:
        try:
            for done in do_files(linter_of(shape), tuple(left), wish):
                left.popleft()
                yield done
        except Exception as error:  # a configuration that was sound a moment ago
            from speechlint.engine.linter import Linter

            yield failed(Linter(), left.popleft(), crash_of(error))


def _leave(_signal: int, _frame: object) -> None:
    raise SystemExit(128 + signal.SIGTERM)  # so that whatever is being written is tidied away


@contextlib.contextmanager
def without_interrupts() -> Iterator[None]:
    """A process started meanwhile has no moment in which Ctrl-C would make it complain."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def apart_from_the_working_folder() -> Iterator[None]:
    """Processes started meanwhile import nothing from the folder that is checked: a stranger's drafts may lie beside a
    `pickle.py`, and Python looks there first unless it is told not to.
    """
    before = os.environ.get(SAFE)
    os.environ[SAFE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE]
        else:
            os.environ[SAFE] = before
