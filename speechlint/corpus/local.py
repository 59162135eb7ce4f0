"""The engine of one machine: a pool of processes, each of which reads, checks and writes whole splits."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import Any

from speechlint.corpus.job import Job
from speechlint.corpus.ledger import Counts
from speechlint.corpus.run import Engine, Finished, Meter, do_split, killed
from speechlint.corpus.splits import Split
from speechlint.engine.worker import apart_from_the_working_folder, without_interrupts

AHEAD = 1  # splits that wait for a worker: one that is killed takes all of them with it, and they are done again
PAUSE = 0.2  # seconds between looks at the counters
DOCUMENTS, CHARACTERS, FINDINGS, FAILED, STOP = range(5)


def local_engine(jobs: int) -> Engine:
    """An engine with so many processes; 1 means this one."""
    return _alone_here if jobs <= 1 else partial(_pooled, jobs)


class StoppedError(BaseException):
    """The user has had enough."""


def _alone_here(job: Job, splits: Iterator[Split], meter: Meter) -> Iterator[Finished]:
    for split in splits:
        yield do_split(job, split, meter.count)


def _pooled(jobs: int, job: Job, splits: Iterator[Split], meter: Meter) -> Iterator[Finished]:
    suspects: list[Split] = []
    left = True
    while left or suspects:
        # After a worker was killed, nobody knows by which split: each that was at work is done by itself.
        for split in suspects:
            yield from _Pool(1, job, meter).do(iter([split]), alone=True)
        suspects = []
        if left:
            pool = _Pool(jobs, job, meter)
            yield from pool.do(splits)
            suspects, left = pool.suspects, bool(pool.suspects)


class _Pool:
    """Processes at work, until all is done or one of them is killed; then `suspects` are the splits it may have had."""

    def __init__(self, jobs: int, job: Job, meter: Meter) -> None:
        self._jobs = jobs
        self._job = job
        self._meter = meter
        self._before = meter.now
        self.suspects: list[Split] = []

    def do(self, splits: Iterator[Split], *, alone: bool = False) -> Iterator[Finished]:
        # Spawned, not forked: pyarrow has threads, and a fork copies their locks.
        context = get_context("spawn")
        with apart_from_the_working_folder():
            counters = context.Array("q", 5)
            pool = ProcessPoolExecutor(self._jobs, context, initializer=_begin, initargs=(counters, gc.get_threshold()))
        try:
            yield from self._finished(pool, splits, counters, alone)
        except BaseException:
            counters[STOP] = 1
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _finished(
        self, pool: ProcessPoolExecutor, splits: Iterator[Split], counters: Any, alone: bool
    ) -> Iterator[Finished]:
        running: dict[Future[Finished], Split] = {}
        while True:
            broken = self._fill(pool, splits, running)
            if not running and not broken:
                return
            done, _ = wait(running, PAUSE, FIRST_COMPLETED)
            self._meter.now = self._before + Counts(*counters[:STOP])
            for future in sorted(done, key=lambda each: running[each].name):
                split = running.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    broken.append(split)
            if broken and alone:
                yield from map(killed, broken)
                return
            if broken:
                self.suspects = [*broken, *running.values()]
                return

    def _fill(
        self, pool: ProcessPoolExecutor, splits: Iterator[Split], running: dict[Future[Finished], Split]
    ) -> list[Split]:
        """Give the pool enough to do; a split that a broken one does not take."""
        while len(running) < self._jobs + AHEAD:
            split = next(splits, None)
            if split is None:
                break
            try:
                with without_interrupts(), apart_from_the_working_folder():
                    running[pool.submit(_work, self._job, split)] = split
            except BrokenProcessPool:
                return [split]
        return []


# What the pool's processes share; each has it from its start.
_counters: list[Any] = []


def _begin(counters: Any, collector: tuple[int, int, int]) -> None:
    _counters.append(counters)
    gc.set_threshold(*collector)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the first one decides
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _work(job: Job, split: Split) -> Finished:
    return do_split(job, split, _count)


def _count(more: Counts) -> None:
    shared = _counters[0]
    with shared.get_lock():
        shared[DOCUMENTS] += more.documents
        shared[CHARACTERS] += more.characters
        shared[FINDINGS] += more.findings
        shared[FAILED] += more.failed
    if shared[STOP]:
        raise StoppedError
