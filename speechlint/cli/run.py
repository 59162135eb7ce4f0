"""One run of `check` over files: collect, do, report."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from speechlint.cli.console import Console
from speechlint.cli.flow import report_in_order, reporter_by_file, tell_trouble
from speechlint.cli.order import Result, do_in_order
from speechlint.cli.output import put, reporter_named, run_of
from speechlint.cli.request import Request
from speechlint.cli.settings import Settings
from speechlint.engine.files import Chosen, Collector
from speechlint.engine.patterns import kept_patterns
from speechlint.engine.place import cache_root
from speechlint.engine.setting import SettingError
from speechlint.engine.work import Wish
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.findings.report import FileReport
from speechlint.findings.tally import tally_of
from speechlint.reporters.findings import UNREADABLE
from speechlint.reporters.parts import severe
from speechlint.reporters.portions import encoded
from speechlint.reporters.registry import Reporter, Run

if TYPE_CHECKING:
    from speechlint.engine.baseline import Baseline

Results = Sequence[Result]
MOST_NAMED = 3  # files


def check_files(request: Request, console: Console) -> int:
    """Check or mend the files of the request, and print the report. Gives the exit status."""
    try:
        settings = Settings(request.selection)
        collected = Collector(settings.config_for, settings.suffixes, request.force_exclude).collect(request.paths)
    except SettingError as error:
        console.complain(error.said)
        return 2
    for problem in collected.problems:
        console.complain(problem)
    for remark in (*collected.remarks, *settings.remarks()):
        console.warn(remark)
    if not collected.files:
        if not collected.problems:
            console.warn(Bilingual("文件都被排除了，没有检查什么。", "every file was excluded; nothing was checked."))
        publish_nothing(request, console, settings)
        return 2 if collected.problems else 0
    reporter = reporter_by_file(collected.files, settings, request)
    with kept_patterns(None if request.no_cache else cache_root()):
        if reporter is not None:
            return report_in_order(
                reporter, collected.files, settings, request, console, failed=bool(collected.problems)
            )
        results = do_files(
            collected.files,
            wish_of(request),
            settings,
            no_cache=request.no_cache,
            jobs=request.jobs,
            language=console.language,
            quiet=request.quiet,
        )
    troubled = tell_trouble(results, console)
    settled = settle(results, settings, request, console)
    publish(settled, results, request, console, settings)
    return status_of(settled, results, request, failed=bool(collected.problems) or troubled)


def wish_of(request: Request) -> Wish:
    if not request.mends:
        return Wish()
    level = Applicability.UNSAFE if request.unsafe_fixes else Applicability.SAFE
    revisions = revision_date() if request.as_revisions and not request.diff else None
    return Wish(level, not request.diff, request.backup, revisions)


def revision_date() -> str:
    """The date that tracked changes carry: now, or what SOURCE_DATE_EPOCH says (https://reproducible-builds.org)."""
    import time

    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(given) if given.isdecimal() else None))


def do_files(
    files: Sequence[Chosen],
    wish: Wish,
    settings: Settings,
    *,
    no_cache: bool,
    jobs: int | None,
    language: Language,
    quiet: bool = False,
) -> Results:
    """What came of each file, in the order of the files."""
    return list(do_in_order(files, wish, settings, no_cache=no_cache, jobs=jobs, language=language, quiet=quiet))


def settle(results: Results, settings: Settings, request: Request, console: Console) -> tuple[FileReport, ...]:
    """The reports without what the baseline knows and what is less severe than the user wants to see."""
    reports = [done.report for _, done in results]
    if not request.mends:
        from speechlint.engine.baseline import apply_to_all

        baselines = [settings.baseline(chosen.config) for chosen, _ in results]
        reports = apply_to_all(baselines, reports)
        tell_unneeded(baselines, reports, request, console)
    if request.fix_only or request.diff:
        return tuple(
            replace(report, kept=tuple(entry for entry in report.kept if entry.rule == UNREADABLE))
            for report in reports
        )
    return tuple(severe(report, request.severity) for report in reports)


def tell_unneeded(
    baselines: Sequence[Baseline | None], reports: Sequence[FileReport], request: Request, console: Console
) -> None:
    """Say which entries of a baseline stand for nothing any more, where all rules ran that may have made them."""
    if request.selection.select is not None or request.selection.ignore or request.selection.isolated:
        return
    folders = [Path(path).resolve() for path in request.paths or (".",)]
    for baseline in {id(each): each for each in baselines if each is not None}.values():
        own = [report for each, report in zip(baselines, reports, strict=True) if each is baseline]
        found = baseline.unneeded(own, complete=any(baseline.root.is_relative_to(folder) for folder in folders))
        if found:
            count, files = sum(found.values()), list(found)
            more = Bilingual(" 等", " and more") if len(files) > MOST_NAMED else Bilingual("", "")
            console.say(
                Bilingual(
                    f"基线里有 {count} 处已经不在了（{'、'.join(files[:MOST_NAMED])}{more.zh}）。"
                    "用 speechlint baseline 更新。",
                    f"{count} findings of the baseline are gone ({', '.join(files[:MOST_NAMED])}{more.en}). "
                    "Update it with speechlint baseline.",
                )
            )


def _unlisted(results: Results, request: Request) -> int:
    """How many findings --fix-only passes over."""
    if not request.fix_only:
        return 0
    return sum(entry.rule != UNREADABLE for _, done in results for entry in severe(done.report, request.severity).kept)


def publish(
    reports: Sequence[FileReport], results: Results, request: Request, console: Console, settings: Settings
) -> None:
    """Print the diff or the report, or write it to the user's file."""
    configs = [chosen.config for chosen, _ in results] or [settings.config_for(Path.cwd() / "_")]
    reporter = reporter_named(request.output_format, settings.linter(configs[0]))
    run = run_of(configs, request, console, settings)._replace(
        reports=tuple(reports),
        applied={chosen.path: done.applied for chosen, done in results if done.applied},
        unlisted=_unlisted(results, request),
    )
    pieces = diff_pieces(results, run.color, settings) if request.diff else report_pieces(run, reporter)
    put(encoded(pieces), request, console)


def publish_nothing(request: Request, console: Console, settings: Settings) -> None:
    """The report of a run that checked no file: programs that read it still want their `[]`."""
    try:
        publish((), (), request, console, settings)
    except SettingError:  # told by then, and without its configuration there is no report
        return


def report_pieces(run: Run, reporter: Reporter) -> Iterator[str]:
    if run.statistics:
        from speechlint.reporters.statistics import statistics

        yield from statistics(map(tally_of, run.reports), run, reporter.name)
    else:
        yield from reporter.pieces(run)


def diff_pieces(results: Results, color: bool, settings: Settings) -> Iterator[str]:
    from speechlint.cli.diffs import diff_pieces as pieces

    for chosen, done in results:
        if done.mended is not None:
            yield from pieces(chosen.path, done, settings.linter(chosen.config), color)


def status_of(reports: Sequence[FileReport], results: Results, request: Request, *, failed: bool) -> int:
    """0, 1 or 2, as the contract says."""
    if failed or any(report.failures for report in reports):
        return 2
    if request.exit_zero:
        return 0
    if request.diff:
        return 1 if any(done.mended is not None for _, done in results) else 0
    worst = max((report.worst() or Severity.HINT for report in reports), default=Severity.HINT)
    return 1 if worst > Severity.HINT else 0
