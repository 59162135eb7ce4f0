"""Many files at once, in worker processes; results always in the order of the files."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from speechlint.engine.setting import Setting, Shape, linter_of
from speechlint.engine.work import Done, Wish, do_file, failed
from speechlint.findings.bilingual import Bilingual

ENOUGH = 6_000_000  # bytes that keep one more process busy longer than it takes to start it
BATCH = 1_000_000
FILES_IN_BATCH = 64
SAFE = "PYTHONSAFEPATH"


class Task(NamedTuple):
    """A file to do: its name, its size in bytes, and the setting that holds for it."""

    path: str
    size: int
    setting: Setting


class Batch(NamedTuple):
    """Files that one worker does in one go: where they stand in the run, and their names."""

    places: tuple[int, ...]
    paths: tuple[str, ...]
    shape: Shape
    size: int


def workers_for(tasks: Sequence[Task], jobs: int | None) -> int:
    """How many processes a run is worth; 1 means this one."""
    if jobs is None:
        jobs = min(cores(), sum(task.size for task in tasks) // ENOUGH)
    return max(1, min(jobs, len(tasks)))


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def do_all(tasks: Sequence[Task], wish: Wish, workers: int) -> Iterator[tuple[int, Done]]:
    """What came of each task, with its place in `tasks`; in whatever order they end.

    A worker that is killed costs at most the file that killed it: what else it had is done again.
    """
    if workers <= 1:
        for place, task in enumerate(tasks):
            yield place, do_file(task.setting.linter(), task.path, wish)
        return
    from concurrent.futures.process import BrokenProcessPool

    left = set(range(len(tasks)))
    try:
        for place, done in _pooled(batches(tasks, workers), wish, workers):
            left.discard(place)
            yield place, done
    except BrokenProcessPool:
        for place in sorted(left):
            yield place, _alone(tasks[place], wish)


def batches(tasks: Sequence[Task], workers: int) -> list[Batch]:
    """Neighbouring files of one setting, so many that each worker gets several batches; the largest first."""
    limit = min(BATCH, 1 + sum(task.size for task in tasks) // (4 * workers))
    most = min(FILES_IN_BATCH, 1 + len(tasks) // (4 * workers))
    found: list[Batch] = []
    places: list[int] = []
    size = 0
    for place, task in enumerate(tasks):
        if places and (size + task.size > limit or len(places) == most or task.setting != tasks[places[-1]].setting):
            found.append(_batch(tasks, places, size))
            places, size = [], 0
        places.append(place)
        size += task.size
    if places:
        found.append(_batch(tasks, places, size))
    return sorted(found, key=lambda batch: -batch.size)


def _batch(tasks: Sequence[Task], places: Sequence[int], size: int) -> Batch:
    paths = tuple(tasks[place].path for place in places)
    return Batch(tuple(places), paths, tasks[places[0]].setting.shape, size)


def _pooled(work: Sequence[Batch], wish: Wish, workers: int) -> Iterator[tuple[int, Done]]:
    # Imported here: most runs check a few files, and this takes longer than they do.
    from concurrent.futures import as_completed
    from concurrent.futures.process import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, not forked: a fork copies the locks of whatever threads run here.
    with _apart_from_the_working_folder():  # already the pool's locks have a process of their own
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_ignore_interrupts)
    try:
        with _apart_from_the_working_folder():
            futures = {pool.submit(_do_batch, batch.paths, batch.shape, wish): batch for batch in work}
        for future in as_completed(futures):
            yield from zip(futures[future].places, future.result(), strict=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextlib.contextmanager
def _apart_from_the_working_folder() -> Iterator[None]:
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


def _do_batch(paths: tuple[str, ...], shape: Shape, wish: Wish) -> list[Done]:
    linter = linter_of(shape)
    return [do_file(linter, path, wish) for path in paths]


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of the terminal; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _alone(task: Task, wish: Wish) -> Done:
    """A file in a process of its own, after a worker was killed by this or by another one."""
    from concurrent.futures.process import BrokenProcessPool

    batch = Batch((0,), (task.path,), task.setting.shape, task.size)
    try:
        return next(_pooled([batch], wish, 1))[1]
    except BrokenProcessPool:
        return failed(
            task.setting.linter(),
            task.path,
            Bilingual(
                "检查它的进程被系统终止（可能内存不足），没有查完；请单独检查它，或用 --jobs 1",
                "the process that checked it was killed (out of memory?); check it alone, or with --jobs 1",
            ),
        )
