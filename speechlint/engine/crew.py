"""Worker processes: files go out in small batches, and what came of each comes back as soon as it is there."""

from __future__ import annotations

import contextlib
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from types import TracebackType

from speechlint.engine import forks
from speechlint.engine.pool import BATCH, FILES_IN_BATCH, Task, do_here, groups
from speechlint.engine.warm import warm
from speechlint.engine.work import Done, Wish, failed
from speechlint.engine.worker import Worker
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple


class Batch(NamedTuple):
    """Files of one setting that one worker does in one go: where they stand in the run, and their size in bytes."""

    places: tuple[int, ...]
    size: int = 0


class Crew:
    """The workers of one run. Nothing waits in a queue but in the pipes: a worker that is ahead waits itself.

    This process has no thread of its own for them, so it may fork, and what is loaded here is shared by all.
    """

    def __init__(self, tasks: Sequence[Task], wish: Wish, count: int) -> None:
        self._tasks = tasks
        self._wish = wish
        self._waiting = deque(batches(tasks, count))
        self._count = min(count, len(self._waiting))
        self._suspects: deque[int] = deque()  # files during which a worker died
        self._tried: set[int] = set()
        self._workers: list[Worker] = []

    def __enter__(self) -> Crew:
        if forks.can_fork():
            [(setting, _)] = Counter(task.setting for task in self._tasks).most_common(1)
            with contextlib.suppress(Exception):  # if there is something wrong, it is told with each file
                warm(setting.linter())
        try:
            while self._hire():
                pass
        except BaseException:
            self._dismiss()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dismiss()

    def results(self) -> Iterator[tuple[int, Done]]:
        """What came of each task, with its place; in whatever order they end."""
        while self._feed():
            busy = {worker.pipe: worker for worker in self._workers if worker.places}
            if not busy:  # no process can be started any more
                left = [*(place for batch in self._waiting for place in batch.places), *self._suspects]
                yield from do_here(self._tasks, left, self._wish)
                return
            for pipe in wait(list(busy)):
                worker = busy[pipe]
                try:
                    result = worker.take()
                except (EOFError, OSError):
                    yield from self._lost(worker)
                    continue
                if result is not None:
                    yield result

    def _feed(self) -> bool:
        """Give work to whoever has none; False where none is left and nobody is at work."""
        idle = [worker for worker in self._workers if not worker.places]
        while self._waiting:
            if not idle:
                if not self._hire():
                    break
                idle.append(self._workers[-1])
            self._give(idle.pop(), self._waiting.popleft().places)
        busy = any(worker.places for worker in self._workers)
        if self._suspects and not self._waiting and not busy:
            # Each alone, with all the memory there is.
            if idle or self._hire():
                self._give(self._workers[-1], (self._suspects.popleft(),))
            return True
        return busy or bool(self._waiting)

    def _give(self, worker: Worker, places: Sequence[int]) -> None:
        shape = self._tasks[places[0]].setting.shape
        worker.give(places, [self._tasks[place].path for place in places], shape)

    def _lost(self, worker: Worker) -> Iterator[tuple[int, Done]]:
        """A worker is dead: the file it was at is tried once more, when the others are done; then it is given up."""
        worker.end()
        self._workers.remove(worker)
        if not worker.started:  # no file's fault: no more are started, and the last one's work is done here
            self._count -= 1
            self._waiting.append(Batch(tuple(worker.places)))
            return
        at, *rest = worker.places
        if rest:
            self._waiting.append(Batch(tuple(rest)))
        if at not in self._tried:
            self._tried.add(at)
            self._suspects.append(at)
            return
        task = self._tasks[at]
        yield (
            at,
            failed(
                task.setting.linter(),
                task.path,
                Bilingual(
                    "检查它的进程被系统终止（可能内存不足），没有查完；请单独检查它，或用 --jobs 1",
                    "the process that checked it was killed (out of memory?); check it alone, or with --jobs 1",
                ),
            ),
        )

    def _hire(self) -> bool:
        """One more worker, if the system lets us."""
        if len(self._workers) >= self._count:
            return False
        try:
            self._workers.append(Worker(self._wish, [worker.pipe for worker in self._workers]))
        except OSError:
            return False
        return True

    def _dismiss(self) -> None:
        for worker in self._workers:
            worker.leave()
        for worker in self._workers:
            worker.end()
        self._workers.clear()


def batches(tasks: Sequence[Task], workers: int) -> list[Batch]:
    """Neighbouring files of one setting, so many that each worker gets several batches; the largest first."""
    limit = min(BATCH, 1 + sum(task.size for task in tasks) // (4 * workers))
    most = min(FILES_IN_BATCH, 1 + len(tasks) // (4 * workers))
    found = [
        Batch(tuple(group), sum(tasks[place].size for place in group))
        for group in groups(tasks, range(len(tasks)), limit, most)
    ]
    return sorted(found, key=lambda batch: -batch.size)
