"""speechlint outline"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from speechlint.cli.commands import command_named, language, option
from speechlint.cli.console import Console, ambiguous_width, columns
from speechlint.cli.selection import Selection, selection_of
from speechlint.cli.selection_options import RULES, config_options, preset_option
from speechlint.cli.settings import Settings
from speechlint.document.model import Document
from speechlint.engine.linter import Linter
from speechlint.engine.setting import SettingError
from speechlint.engine.work import unreadable
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.report import FileReport
from speechlint.formats.bounded import DRAFT, read_bytes, read_stream
from speechlint.formats.source import Source
from speechlint.reporters.json import encode
from speechlint.reporters.registry import shown_name
from speechlint.reporters.style import Style
from speechlint.reporters.symbols import find_symbols, symbol_values
from speechlint.reporters.tree import Tree
from speechlint.reporters.visible import visible


@command_named("outline")
@click.argument("file", metavar="FILE")
@option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    zh="格式（默认 text）",
    en="format (default text)",
)
@option(
    "--stdin-filename",
    metavar="NAME",
    zh="标准输入（-）当作这个文件",
    en="the file that standard input (-) stands for",
)
@preset_option
@config_options
@option(
    "--encoding",
    metavar="NAME",
    under=RULES,
    zh="文稿的编码（不给则自动判断）",
    en="the draft's encoding (found out by default)",
)
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", zh="颜色", en="colours")
@click.pass_context
def command(
    ctx: click.Context, /, file: str, output_format: str, stdin_filename: str | None, color: str, **keys: Any
) -> int:
    selection = selection_of(keys)
    console = Console(selection.lang or language(ctx), color)
    name = (stdin_filename or "-") if file == "-" else file
    try:
        linter = _linter(selection, name)
    except SettingError as error:
        console.complain(error.said)
        return 2
    console = Console(linter.config.lang, color)
    source = _read(linter, file, name)
    if isinstance(source, Bilingual):
        console.complain(Bilingual(f"{name}：{source.zh}", f"{name}: {source.en}"))
        return 2
    _show(linter, source, name, output_format, console)
    return 0


def _linter(selection: Selection, name: str) -> Linter:
    """The linter that holds for the file. Raises SettingError."""
    settings = Settings(selection, with_baseline=False)
    return settings.linter(settings.config_for(Path(os.path.abspath(name))))


def _read(linter: Linter, file: str, name: str) -> Source | Bilingual:
    """The draft, or why it cannot be read."""
    try:
        data = read_stream(sys.stdin.buffer, DRAFT) if file == "-" else read_bytes(file, DRAFT)
        source = linter.decode(data, name)
    except (OSError, MemoryError) as error:
        return unreadable(error)
    if isinstance(source, FileReport):
        (finding,) = source.kept
        return Bilingual(finding.message, finding.message)
    return source


def _show(linter: Linter, source: Source, name: str, output_format: str, console: Console) -> None:
    document = Document(source)
    symbols = find_symbols(document, linter.check(source).kept, console.language)
    if output_format == "json":
        shown = shown_name(name, Path.cwd())
        console.report([encode({"filename": shown, "symbols": symbol_values(symbols, document.lines)}) + "\n"])
        return
    style = Style(console.colored(sys.stdout))
    tree = Tree(document.lines, console.language, style, columns(sys.stdout), ambiguous_width())
    console.report((style.name(visible(name)) + "\n", *tree.pieces(symbols)))
