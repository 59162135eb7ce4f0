"""speechlint baseline"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from speechlint.cli.commands import command_named, language
from speechlint.cli.console import Console
from speechlint.cli.flow import tell_trouble
from speechlint.cli.run import Results, do_files
from speechlint.cli.selection import selection_of
from speechlint.cli.selection_options import selection_options
from speechlint.cli.settings import Settings
from speechlint.cli.usage import UsageError
from speechlint.engine.baseline import (
    Baseline,
    BaselineError,
    baseline_of,
    baseline_text,
    outside_of,
    place_of_baseline,
    read_baseline,
)
from speechlint.engine.files import Collector
from speechlint.engine.work import Wish
from speechlint.engine.write import write_new
from speechlint.findings.bilingual import Bilingual
from speechlint.reporters.visible import visible


@command_named("baseline")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@selection_options
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[str, ...], **keys: Any) -> int:
    selection = selection_of(keys)
    console = Console(language(ctx))
    settings = Settings(selection, with_baseline=False)
    collected = Collector(settings.config_for, settings.suffixes).collect(paths or (".",))
    for problem in collected.problems:
        console.complain(problem)
    results = do_files(collected.files, Wish(), settings, no_cache=False, jobs=None, language=console.language)
    troubled = tell_trouble(results, console)
    for file, own in _by_file(results).items():
        _write(file, own, console)
    return 2 if troubled or collected.problems else 0


def _by_file(results: Results) -> dict[Path, Results]:
    """The results by the baseline file that they belong in."""
    found: dict[Path, list[Any]] = {}
    for chosen, done in results:
        try:
            file = place_of_baseline(chosen.config)
        except BaselineError as error:
            raise UsageError(error.zh, error.en) from error
        found.setdefault(file, []).append((chosen, done))
    return dict(found)


def _write(file: Path, results: Results, console: Console) -> None:
    """Write what was found; a file that could not be checked keeps the entries it had."""
    results = [(chosen, done) for chosen, done in results if not done.trouble]
    if not results:
        return
    found = baseline_of((done.report for _, done in results), file.parent)
    checked = {str(Path(chosen.path).absolute()) for chosen, _ in results}
    kept = {path: names for path, names in _earlier(file).items() if _lives(file.parent / path, checked)}
    baseline = Baseline(file.parent, {**kept, **found.known})
    if found.outside:
        console.warn(outside_of(file, found.outside))
    try:
        write_new(str(file), baseline_text(baseline).encode())
    except OSError as error:
        raise UsageError(
            f"{file}：无法写入：{error.strerror}", f"{file}: cannot be written: {error.strerror}"
        ) from error
    count, files = sum(map(len, found.known.values())), len(found.known)
    console.report(
        [
            Bilingual(
                f"写入 {_shown(file)}：{files} 个文件，{count} 处问题。以后只报新的。",
                f"{_shown(file)} written: {count} findings in {files} files. From now on only new ones are reported.",
            ).into(console.language)
            + "\n"
        ]
    )


def _earlier(file: Path) -> dict[str, tuple[str, ...]]:
    """What an older baseline says; one that is damaged is replaced."""
    if not file.exists():
        return {}
    try:
        return dict(read_baseline(file).known)
    except BaselineError:
        return {}


def _lives(path: Path, checked: set[str]) -> bool:
    """Whether an older entry still counts: its file is there, and was not among those checked now."""
    return path.exists() and str(path.absolute()) not in checked


def _shown(file: Path) -> str:
    return visible(str(file.relative_to(Path.cwd())) if file.is_relative_to(Path.cwd()) else str(file))
