"""What a run puts out: the reporter, what it is told of the run, and where the report goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from speechlint.cli.console import PLAIN_WIDTH, Console, ambiguous_width, columns
from speechlint.cli.request import Request
from speechlint.cli.settings import Settings
from speechlint.cli.usage import UsageError
from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.plugins.catalogue import RulesById
from speechlint.reporters.registry import BUILTIN, Reporter, Run, builtin_reporter


def reporter_named(name: str, linter: Linter) -> Reporter:
    if name in BUILTIN and not linter.config.plugins:
        return builtin_reporter(name)
    known = {reporter.name: reporter for reporter in linter.catalogue.reporters}
    if name in known:
        return known[name]
    zh, en = "、".join(sorted(known)), ", ".join(sorted(known))
    raise UsageError(
        f"--output-format {name}：没有这种格式，可用：{zh}。",
        f"--output-format {name}: there is no such format; known: {en}.",
    )


def run_of(configs: Sequence[Config], request: Request, console: Console, settings: Settings) -> Run:
    """What the report is told of a run over files with these configurations, before anything is found."""
    from speechlint import __version__

    linters = {id(config): settings.linter(config) for config in configs}
    to_file = request.output_file is not None
    return Run(
        (),
        RulesById(card for each in linters.values() for card in each.catalogue.cards),
        Path.cwd(),
        language=configs[0].lang,
        color=not to_file and console.colored(console.out),
        width=columns(console.out) if not to_file else PLAIN_WIDTH,
        ambiguous=ambiguous_width(),
        statistics=request.statistics,
        show_suppressed=request.show_suppressed,
        quiet=request.quiet,
        partial=request.fix_only,
        named=frozenset(request.selection.select or ()) | frozenset(request.selection.extend_select),
        version=__version__,
    )


def put(pieces: Iterable[bytes], request: Request, console: Console) -> None:
    """Print the report, or write it to the user's file."""
    if request.output_file is None:
        console.publish(pieces)
        return
    from speechlint.engine.write import write_new

    try:
        write_new(request.output_file, pieces)
    except OSError as error:
        raise UsageError(
            f"--output-file {request.output_file}：无法写入：{error.strerror}",
            f"--output-file {request.output_file}: cannot be written: {error.strerror}",
        ) from error
