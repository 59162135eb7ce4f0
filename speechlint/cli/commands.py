"""Commands and options whose help is written in both languages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeVar

import click

from speechlint.findings.bilingual import Bilingual, Language

F = TypeVar("F", bound=Callable[..., Any])

# A command a module of this package, with what it is for; in the order in which help lists them.
COMMANDS = {
    "check": Bilingual(
        "检查文稿，报告问题；加 --fix 修改能改的", "find defects in drafts; with --fix, mend what can be mended"
    ),
    "explain": Bilingual(
        "讲解一条规则：查什么、为什么、依据、例子、怎么改", "explain a rule: what, why, norm, examples, fix"
    ),
    "rules": Bilingual("列出全部规则", "list every rule"),
    "test": Bilingual("运行规则文件里的例子", "run the examples inside rule files"),
    "baseline": Bilingual(
        "记下现有的问题，以后只报新的", "record today's findings, so that only new ones are reported"
    ),
    "convert": Bilingual("简繁转换，说明哪里没有把握", "convert between scripts, and say where that was a guess"),
    "outline": Bilingual(
        "画出文稿的结构，标出缺号、重号和项数不符", "the draft's structure as a tree, gaps and mismatches marked"
    ),
    "server": Bilingual("语言服务器，供编辑器使用（标准输入输出）", "the language server, for editors (over stdio)"),
    "words": Bilingual(
        "列出文稿里生僻的词和人名，可写进配置",
        "the drafts' unusual words and names, to be allowed in the configuration",
    ),
    "corpus": Bilingual(
        "检查整个语料（Parquet、JSON Lines、文件夹），写成结果表",
        "lint a whole corpus (Parquet, JSON Lines, folders) into a table of results",
    ),
    "init": Bilingual("写一份带注释的 speechlint.toml", "write a commented speechlint.toml"),
}
HELP = Bilingual("显示这份帮助", "show this help")


class Option(click.Option):
    """An option with help in both languages and the heading that it stands under."""

    def __init__(self, *args: Any, about: Bilingual, under: Bilingual | None = None, **keys: Any) -> None:
        super().__init__(*args, **keys)
        self.about = about
        self.under = under


class Command(click.Command):
    """A command whose help is ours: click's wraps text by characters, and Chinese ones are two columns wide."""

    def __init__(self, *args: Any, about: Bilingual, **keys: Any) -> None:
        super().__init__(*args, **keys)
        self.about = about

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from speechlint.cli.help import command_help

        formatter.write(command_help(self, ctx))


class Group(click.Group):
    """The program: its commands are imported when they are called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"speechlint.cli.{name}").command
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from speechlint.cli.help import group_help

        formatter.write(group_help(ctx))


def option(*names: str, zh: str, en: str, under: Bilingual | None = None, **keys: Any) -> Callable[[F], F]:
    """A decorator for an option."""
    return click.option(*names, cls=Option, about=Bilingual(zh, en), under=under, **keys)


def command_named(name: str, **keys: Any) -> Callable[[Callable[..., Any]], Command]:
    """A decorator that makes a function the command `name`."""
    return click.command(name, cls=Command, about=COMMANDS[name], **keys)


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, in the order in which help shows them."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


def language(ctx: click.Context) -> Language:
    """The language of the program's own words."""
    spoken: Language = ctx.find_root().obj or "zh"
    return spoken
