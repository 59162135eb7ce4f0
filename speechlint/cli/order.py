"""The files of a run, done by as many processes as it is worth, and given back in their order."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from pathlib import Path

from speechlint.cli.progress import Progress
from speechlint.cli.settings import Settings
from speechlint.engine.beside import sweep
from speechlint.engine.files import Chosen
from speechlint.engine.halves import FORMATS, is_large
from speechlint.engine.place import cache_root
from speechlint.engine.pool import Task, doing, workers_for
from speechlint.engine.work import Done, Wish
from speechlint.findings.bilingual import Language
from speechlint.findings.report import FileReport
from speechlint.formats.source import Source
from speechlint.reporters.parts import Part, part_of

Result = tuple[Chosen, Done]


def do_in_order(
    files: Sequence[Chosen],
    wish: Wish,
    settings: Settings,
    *,
    no_cache: bool,
    jobs: int | None,
    language: Language,
    quiet: bool = False,
    held: bool = True,
) -> Generator[Result, None, None]:
    """What came of each file, as soon as it and all before it are done.

    With a `manner` in the wish it is a part of a report, unless that is as well made when it is wanted: where all is
    done in this process, nothing is kept for later runs, and no results are `held` until all are done.
    """
    from speechlint.engine.cache import Cache, form_of

    if wish.fix is not None and wish.write:
        for folder in {os.path.dirname(os.path.realpath(chosen.path)) for chosen in files}:
            sweep(folder)
    cache = None if no_cache or wish.fix is not None else Cache(cache_root())
    manner = wish.manner
    form = form_of(manner) if cache and manner else b""
    # Of a single file with very many findings these are kept, and no part: to press one and spread it out again takes
    # this run as long as to write it, of 80,000 findings much longer, since two processes write those. The next run
    # has less to read then, but all to write: a tenth of a second for 6,000 findings, .4 s for 80,000.
    whole = manner is not None and manner.format in FORMATS and len(files) == 1 and not held
    ready: dict[int, Done] = {}
    tasks: list[tuple[int, Task]] = []
    for place, chosen in enumerate(files):
        setting = settings.setting(chosen.config, with_baseline=wish.fix is not None)
        found = cache.found(setting, chosen.path, form) if cache else None
        if found is None:
            tasks.append((place, Task(chosen.path, _size(chosen.path), setting)))
        elif isinstance(found, Part):
            ready[place] = Done(FileReport(Source("", chosen.path)), part=found)
        elif cache and manner and (found.kept or found.suppressed) and not (whole and is_large(found)):
            part = part_of(found, manner)
            cache.keep_part(setting, chosen.path, form, part)
            ready[place] = Done(FileReport(Source("", chosen.path)), part=part)
        else:
            ready[place] = Done(found)
    work = [task for _, task in tasks]
    workers = workers_for(work, jobs)
    wish = wish._replace(keep=cache is not None, whole=whole)
    if (workers <= 1 or len(work) == 1) and cache is None and not held:
        wish = wish._replace(manner=None)
    at = 0
    try:
        with (
            Progress(len(work), sum(task.size for task in work), language, quiet=quiet) as progress,
            doing(work, wish, workers) as results,
        ):
            for i, done in results:
                task, place = work[i], tasks[i][0]
                if cache and not done.trouble:
                    if done.part is None:
                        cache.put(task.setting, task.path, done.digest, done.report)
                    elif done.packed:
                        cache.keep(task.setting, task.path, done.digest, done.packed, form, done.part)
                progress.advance(task.size, len(done.report.kept) if done.part is None else done.part.tally.total)
                ready[place] = done._replace(packed=b"")
                while at in ready:
                    yield files[at], ready.pop(at)
                    at += 1
        for place in range(at, len(files)):
            yield files[place], ready.pop(place)
    finally:
        if cache:
            cache.save()


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
