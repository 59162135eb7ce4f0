"""Many files at once, here or in worker processes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from speechlint.engine.setting import Setting
from speechlint.engine.work import Done, Wish, do_files
from speechlint.text.named_tuple import NamedTuple

BATCH = 128_000  # bytes: small, so that no worker is left with a long one at the end
FILES_IN_BATCH = 16
ENOUGH = 200_000  # bytes that keep one more process busy longer than it takes to start it
LARGE = 2 * ENOUGH  # bytes of a file whose rules two processes share


class Task(NamedTuple):
    """A file to do: its name, its size in bytes, and the setting that holds for it."""

    path: str
    size: int
    setting: Setting


def workers_for(tasks: Sequence[Task], jobs: int | None) -> int:
    """How many processes a run is worth; 1 means this one."""
    most = max(len(tasks), 2 if any(task.size >= LARGE for task in tasks) else 1)
    if most <= 1:
        return 1
    if jobs is None:
        wanted = sum(task.size for task in tasks) // ENOUGH
        if wanted <= 1:
            return 1
        from speechlint.engine.cores import cores

        jobs = min(cores(), wanted)
    return min(jobs, most)


@contextlib.contextmanager
def doing(tasks: Sequence[Task], wish: Wish, workers: int) -> Iterator[Iterator[tuple[int, Done]]]:
    """What comes of each task, with its place in `tasks`; in whatever order they end.

    The processes have started when this is entered, and are gone when it is left. One that is killed costs at most
    the file that killed it.
    """
    # A file that would keep one worker busy when all others are done: two share it, before anything else is started.
    giant = giant_of(tasks) if workers > 1 and wish.fix is None else None
    first = [] if giant is None else list(do_here(tasks, [giant], wish._replace(helped=True)))
    left = [place for place in range(len(tasks)) if place != giant]
    if giant is not None:
        workers = min(workers, len(left), sum(tasks[place].size for place in left) // ENOUGH)
    if workers <= 1:
        yield chain(first, do_here(tasks, left, wish))
        return
    # Imported here: most runs check a few files, and this takes longer than they do.
    from speechlint.engine.crew import Crew

    with Crew([tasks[place] for place in left], wish, workers) as crew:
        yield chain(first, ((left[i], done) for i, done in crew.results()))


def giant_of(tasks: Sequence[Task]) -> int | None:
    """The place of a large file that is larger than all others together."""
    place = max(range(len(tasks)), key=lambda place: tasks[place].size, default=None)
    if place is None or tasks[place].size < LARGE:
        return None
    return place if 2 * tasks[place].size > sum(task.size for task in tasks) else None


def do_here(tasks: Sequence[Task], places: Sequence[int], wish: Wish) -> Iterator[tuple[int, Done]]:
    """The tasks at these places, one after the other in this process."""
    for group in groups(tasks, places, BATCH, FILES_IN_BATCH):
        paths = [tasks[place].path for place in group]
        yield from zip(group, do_files(tasks[group[0]].setting.linter(), paths, wish), strict=True)


def groups(tasks: Sequence[Task], places: Iterable[int], limit: int, most: int) -> Iterator[list[int]]:
    """Neighbouring places of tasks of one setting, together no larger than `limit` bytes and at most so many."""
    group: list[int] = []
    size = 0
    for place in places:
        task = tasks[place]
        if group and (size + task.size > limit or len(group) == most or task.setting != tasks[group[-1]].setting):
            yield group
            group, size = [], 0
        group.append(place)
        size += task.size
    if group:
        yield group
