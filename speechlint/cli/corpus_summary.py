"""speechlint corpus summary, and the summary that every run of corpus ends with"""

from __future__ import annotations

import os
from typing import Any, cast

import click

from speechlint import __version__
from speechlint.cli.commands import Command, language, option
from speechlint.cli.console import Console
from speechlint.cli.corpus_needs import require_pyarrow
from speechlint.cli.usage import UsageError
from speechlint.findings.bilingual import Bilingual, Language

ABOUT = Bilingual("把 corpus 的结果汇总成一个网页", "tell on one page what the results of corpus say")
# Readers of tables pass over names that begin with an underscore.
NAME = "_summary.html"


@click.command("summary", cls=Command, about=ABOUT)
@click.argument("folder", metavar="FOLDER")
@option(
    "--output", "-o", metavar="FILE", zh=f"写到这个文件（默认 FOLDER/{NAME}）", en=f"the file (default FOLDER/{NAME})"
)
@option(
    "--source",
    metavar="COLUMN",
    zh="按这一列分来源（默认：名为 source、site 等的列，或分文件夹的列）",
    en="tell by this column (default: one called source, site …, or that of the folders)",
)
@option("--lang", type=click.Choice(["zh", "en"]), zh="语言（默认 zh）", en="language (default zh)")
@click.pass_context
def command(ctx: click.Context, /, folder: str, output: str | None, source: str | None, **keys: Any) -> int:
    spoken = cast(Language, keys["lang"] or language(ctx))
    target = output or os.path.join(folder, NAME)
    require_pyarrow()
    console = Console(spoken)
    write_summary(folder, target, source, console)
    console.say(Bilingual(f"汇总写在 {target}。", f"The summary is in {target}."))
    return 0


def write_summary(folder: str, target: str, source: str | None, console: Console) -> None:
    """Write the page on the results in a folder. Raises UsageError."""
    from speechlint.corpus.errors import CorpusError
    from speechlint.corpus.summary.gather import gather
    from speechlint.corpus.summary.page import page
    from speechlint.engine.write import write_new
    from speechlint.plugins.manager import catalogue

    try:
        sums, column, mixed = gather(folder, source)
        write_new(target, page(sums, column, dict(catalogue().by_id), console.language, __version__).encode())
    except CorpusError as error:
        raise UsageError(error.said.zh, error.said.en) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"{target}：无法写入：{reason}。结果都在；可用 speechlint corpus summary {folder} 重写汇总。",
            f"{target}: cannot be written: {reason}. The results stand; speechlint corpus summary {folder} makes the"
            " summary anew.",
        ) from error
    if mixed is not None:
        console.warn(mixed)
