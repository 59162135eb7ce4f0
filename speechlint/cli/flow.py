"""A report that is written while files are still being checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from speechlint.cli.console import Console
from speechlint.cli.order import Result, do_in_order
from speechlint.cli.output import put, reporter_named, run_of
from speechlint.cli.request import Request
from speechlint.cli.settings import Settings
from speechlint.engine import work
from speechlint.engine.files import Chosen
from speechlint.engine.halves import part_of_two
from speechlint.engine.work import Done, Wish
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Severity
from speechlint.findings.tally import Tally, tally_of
from speechlint.reporters.parts import part_pieces, severe, spread, with_name
from speechlint.reporters.portions import encoded
from speechlint.reporters.registry import ByFile, Manner, Run, is_by_file, shown_name


def reporter_by_file(files: Sequence[Chosen], settings: Settings, request: Request) -> ByFile | None:
    """The reporter of a run that needs no file's findings once they are written; None for any other run.

    A file that is mended is told of otherwise, and a baseline compares all files before anything is reported.
    """
    configs = {id(chosen.config): chosen.config for chosen in files}
    if request.mends or any(settings.baseline(config) is not None for config in configs.values()):
        return None
    reporter = reporter_named(request.output_format, settings.linter(files[0].config))
    return reporter if is_by_file(reporter) else None


def report_in_order(
    reporter: ByFile,
    files: Sequence[Chosen],
    settings: Settings,
    request: Request,
    console: Console,
    *,
    failed: bool,
) -> int:
    """Check the files and print the report, each file's part as soon as it is its turn; none is held any longer.

    A terminal gets it in the end, after what there is to complain of: until then it shows how far the work has come.
    """
    run = run_of([chosen.config for chosen in files], request, console, settings)
    manner = Manner(
        "" if request.statistics else reporter.name,
        run.language,
        run.color,
        run.width,
        run.ambiguous,
        run.show_suppressed,
        run.quiet,
        tuple(sorted(run.named)),
        request.severity,
    )
    tallies: list[Tally] = []
    trouble: list[Result] = []
    untold: list[Result] = []
    held = request.output_file is None and console.out.isatty()
    found = do_in_order(
        files,
        Wish(manner=manner),
        settings,
        no_cache=request.no_cache,
        jobs=request.jobs,
        language=console.language,
        quiet=request.quiet,
        held=held,
    )
    with closing(found):
        results: Iterable[Result] = found
        if held:
            results = list(found)
            tell_trouble(results, console)

        def parts() -> Iterator[bytes]:
            for chosen, first in results:
                done, tally, pieces = _part(chosen, first, reporter, manner, run, settings, request)
                if done.trouble:
                    trouble.append((chosen, done))
                    if not (held and first.trouble):
                        untold.append((chosen, done))
                tallies.append(tally)
                yield from with_name(pieces, reporter, chosen.path, run.folder)

        put(_whole(parts(), tallies, reporter, run), request, console)
    tell_trouble(untold, console)
    worst = max((tally.worst() or Severity.HINT for tally in tallies), default=Severity.HINT)
    if failed or trouble or any(tally.failed for tally in tallies):
        return 2
    return 0 if request.exit_zero or worst is Severity.HINT else 1


def _part(
    chosen: Chosen, done: Done, reporter: ByFile, manner: Manner, run: Run, settings: Settings, request: Request
) -> tuple[Done, Tally, Iterable[bytes]]:
    """What came of a file, its numbers, and its part of the report."""
    pieces = None if done.part is None else spread(done.part)
    if done.part is not None and pieces is not None:
        return done, done.part.tally, pieces
    if done.part is not None:  # what was kept is damaged
        [done] = work.do_files(settings.linter(chosen.config), [chosen.path], Wish())
    report = severe(done.report, manner.least)
    if not manner.format:
        return done, tally_of(report), ()
    made = part_pieces if request.jobs == 1 else part_of_two
    return done, tally_of(report), made(reporter, report, run)


def _whole(parts: Iterator[bytes], tallies: Sequence[Tally], reporter: ByFile, run: Run) -> Iterator[bytes]:
    """The report that the parts make, or the counts in its place. The numbers grow with the parts."""
    if run.statistics:
        from speechlint.reporters.statistics import statistics

        yield from parts  # there are none, but the files get done
        last = statistics(tallies, run, reporter.name)
    else:
        yield from reporter.joined(parts)
        last = iter(reporter.end(tallies, run))
    yield from encoded(last)


def tell_trouble(results: Iterable[Result], console: Console) -> bool:
    """Say what could not be done, and whether there was such a thing."""
    troubled = False
    for chosen, done in results:
        for reason in done.trouble:
            troubled = True
            name = shown_name(chosen.path, Path.cwd())
            console.complain(Bilingual(f"{name}：{reason.zh}", f"{name}: {reason.en}"))
    return troubled
