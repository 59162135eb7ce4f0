"""Help, laid out by the columns that Chinese characters take."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import click

from speechlint.cli.commands import COMMANDS, HELP, Command, Option, language
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.reporters.cells import padded, wrapped

WIDEST = 100
NAMES = 33  # columns for the names; longer ones have a line of their own

USAGE = Bilingual("用法：", "Usage: ")
GENERAL = Bilingual("其他", "Other")
COMMAND_HEADING = Bilingual("命令", "Commands")
EXIT_STATUS = Bilingual(
    "退出码：0 没有错误和警告；1 还有错误或警告；2 有文件没能查，或用法、配置有误。",
    "Exit status: 0 no errors or warnings; 1 some remain; 2 a file could not be checked, or usage or "
    "configuration was wrong.",
)
CORPUS_STATUS = Bilingual(
    "退出码：0 做完（不论发现多少问题）；2 有一部分没能做，或用法、配置有误。同样的命令再运行一次，就接着做。",
    "Exit status: 0 done, however much was found; 2 some part could not be done, or usage or configuration was wrong. "
    "The same command again goes on with what is left.",
)
ENDINGS = {"check": EXIT_STATUS, "corpus": CORPUS_STATUS}

Row = tuple[str, str]


def group_help(ctx: click.Context) -> str:
    """The help of the program itself."""
    spoken = language(ctx)
    about = Bilingual(
        "检查讲话稿和公文：找出没填的空、网站的痕迹和别的毛病，能改的改好。",
        "Checks Chinese speeches and official documents: blanks left open, traces of web sites, and more.",
    )
    rows = [(name, text.into(spoken)) for name, text in COMMANDS.items()]
    more = Bilingual(
        "speechlint 命令 --help 讲解各命令；--lang en 改用英文。",
        "speechlint COMMAND --help explains a command; messages are Chinese unless --lang en is given.",
    )
    usage = USAGE.into(spoken) + "speechlint " + Bilingual("命令 [选项] …", "COMMAND [OPTIONS] ...").into(spoken)
    return "\n".join(
        [
            *wrapped(about.into(spoken), _width()),
            "",
            usage,
            "",
            *_section(COMMAND_HEADING.into(spoken), rows),
            "",
            *wrapped(more.into(spoken), _width()),
            "",
        ]
    )


def command_help(command: Command, ctx: click.Context) -> str:
    """The help of one command."""
    spoken = language(ctx)
    pieces = " ".join(command.collect_usage_pieces(ctx)).replace(
        "[OPTIONS]", Bilingual("[选项]", "[OPTIONS]").into(spoken)
    )
    lines = [*wrapped(command.about.into(spoken), _width()), "", f"{USAGE.into(spoken)}{ctx.command_path} {pieces}"]
    for heading, rows in _grouped(command, ctx, spoken):
        lines += ["", *_section(heading, rows)]
    if command.name in ENDINGS:
        lines += ["", *wrapped(ENDINGS[command.name].into(spoken), _width())]
    return "\n".join(lines) + "\n"


def _grouped(command: Command, ctx: click.Context, spoken: Language) -> Iterator[tuple[str, list[Row]]]:
    headings: dict[str, list[Row]] = {}
    for parameter in command.get_params(ctx):
        if isinstance(parameter, Option):
            about, under = parameter.about, parameter.under or GENERAL
        elif isinstance(parameter, click.Option) and "--help" in parameter.opts:
            about, under = HELP, GENERAL
        else:
            continue
        headings.setdefault(under.into(spoken), []).append((_names(parameter), about.into(spoken)))
    last = GENERAL.into(spoken)
    yield from ((heading, rows) for heading, rows in headings.items() if heading != last)
    if last in headings:
        yield last, headings[last]


def _names(option: click.Option) -> str:
    names = ", ".join(option.opts)
    if option.is_flag:
        return names
    value = option.metavar or (
        "|".join(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else option.type.name.upper()
    )
    return f"{names} {value}"


def _section(heading: str, rows: list[Row]) -> Iterator[str]:
    yield f"{heading}{'：' if not heading.isascii() else ':'}"
    column = min(NAMES, max(len(names) for names, _ in rows) + 2)
    for names, about in rows:
        first, *more = wrapped(about, _width() - column - 2)
        if len(names) + 2 > column:
            yield f"  {names}"
            yield " " * (column + 2) + first
        else:
            yield f"  {padded(names, column)}{first}"
        yield from (" " * (column + 2) + line for line in more)


def _width() -> int:
    return max(60, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))
