"""speechlint corpus"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from speechlint.cli.commands import COMMANDS, Command, language, option
from speechlint.cli.console import Console
from speechlint.cli.corpus_needs import require_pyarrow
from speechlint.cli.selection import Selection, names, selection_of
from speechlint.cli.selection_options import selection_options
from speechlint.cli.settings import Settings
from speechlint.cli.usage import UsageError
from speechlint.engine.setting import SettingError
from speechlint.findings.bilingual import Bilingual
from speechlint.text.named_tuple import NamedTuple

READING, WRITING = Bilingual("输入", "Input"), Bilingual("输出", "Output")
WORKING = Bilingual("运行", "Running")


class Request(NamedTuple):
    """What the command line asks for."""

    paths: tuple[str, ...]
    output: str
    kind: str | None
    text: str
    id: str | None
    text_format: str
    keep: tuple[str, ...]
    partition_by: tuple[str, ...]
    clean: bool
    drop_residue: bool
    summary: str | None
    overwrite: bool
    engine: str
    jobs: int | None
    quiet: bool
    selection: Selection


class CorpusCommand(Command):
    """`corpus learn` and `corpus summary` are commands of their own; a folder of that name is `./learn`."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **keys: Any) -> click.Context:
        if args[:1] in (["learn"], ["summary"]):
            other: click.Command = import_module(f"speechlint.cli.corpus_{args[0]}").command
            return other.make_context(f"{info_name} {args[0]}", args[1:], *rest, **keys)
        return super().make_context(info_name, args, *rest, **keys)


@click.command("corpus", cls=CorpusCommand, about=COMMANDS["corpus"])
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@option(
    "--input-format",
    "kind",
    type=click.Choice(["parquet", "jsonl", "drafts"]),
    under=READING,
    zh="只读这一种文件（默认：有表读表，没有就读文稿）",
    en="read files of this kind only (default: tables, or else drafts)",
)
@option(
    "--text", default="text", metavar="COLUMN", under=READING, zh="放正文的列（默认 text）", en="column of the texts"
)
@option(
    "--id",
    metavar="COLUMN",
    under=READING,
    zh="给文稿命名的列（默认 id；没有就用 文件:行号）",
    en="column that names the documents (default id, or else file:row)",
)
@option(
    "--text-format",
    type=click.Choice(["plain", "markdown"]),
    default="plain",
    under=READING,
    zh="正文的格式（默认 plain）",
    en="how the texts are written (default plain)",
)
@option("--output", "-o", required=True, metavar="FOLDER", under=WRITING, zh="结果放在这里", en="where results go")
@option(
    "--keep",
    multiple=True,
    metavar="COLUMN,…",
    under=WRITING,
    zh="结果里原样带上这些列",
    en="columns that stand in the results as they came",
)
@option(
    "--partition-by",
    multiple=True,
    metavar="COLUMN,…",
    under=WRITING,
    zh="按这些列的值分文件夹（source=…/）",
    en="a folder for each value of these columns (source=…/)",
)
@option(
    "--clean", is_flag=True, under=WRITING, zh="附上改好的正文（只作稳妥的修改）", en="add the text after safe fixes"
)
@option(
    "--drop-residue",
    is_flag=True,
    under=WRITING,
    zh="改好的正文里也删去网站的痕迹（含 --clean）",
    en="take what web sites left out of it too (means --clean)",
)
@option(
    "--summary",
    metavar="FILE",
    under=WRITING,
    zh="汇总网页（默认 FOLDER/_summary.html）",
    en="the page that sums it all up (default FOLDER/_summary.html)",
)
@option(
    "--overwrite",
    is_flag=True,
    under=WRITING,
    zh="删去这里以前的结果，全部重做（默认：接着上次做）",
    en="drop earlier results there and do all again (default: go on)",
)
@option(
    "--engine",
    type=click.Choice(["local", "spark", "ray"]),
    default="local",
    under=WORKING,
    zh="在哪里运行（默认 local：本机的进程池）",
    en="where to run (default local: processes of this machine)",
)
@option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    under=WORKING,
    zh="进程数（默认：全部核）",
    en="how many processes (default: the cores)",
)
@option("--quiet", is_flag=True, under=WORKING, zh="只说出错的事", en="speak of errors only")
@selection_options
@click.pass_context
def command(ctx: click.Context, /, **keys: Any) -> int:
    selection = selection_of(keys)
    request = _request(keys, selection)
    console = Console(selection.lang or language(ctx), quiet=request.quiet)
    require_pyarrow()
    from speechlint.cli.corpus_run import run_corpus

    try:
        return run_corpus(request, Settings(selection, with_baseline=False), console)
    except SettingError as error:
        console.complain(error.said)
        return 2


def _request(keys: dict[str, Any], selection: Selection) -> Request:
    keys["clean"] = keys["clean"] or keys["drop_residue"]
    for key in ("keep", "partition_by"):
        keys[key] = tuple(dict.fromkeys(names(keys[key])))
    for path in keys["paths"]:
        if Path(keys["output"]).resolve() == Path(path).resolve():
            raise UsageError(
                f"--output {keys['output']}：与输入是同一个文件夹，请换一个。",
                f"--output {keys['output']}: this is the input; name another folder.",
            )
    return Request(selection=selection, **keys)
