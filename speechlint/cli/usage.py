"""Usage errors in the user's language: click speaks English only."""

from __future__ import annotations

import click

from speechlint.cli.console import Console
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.text.pattern import Pattern

_EXTRA = Pattern(r"Got unexpected extra arguments? \((?P<what>.+)\)")


class UsageError(click.ClickException):
    """The user asked for what cannot be done; exit status 2. The message says what to do instead."""

    exit_code = 2

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Bilingual(zh, en)


def tell_usage(error: click.ClickException, language: Language) -> None:
    """Say on stderr what is wrong, and where the usage is explained."""
    console = Console(language)
    said = (error.said if isinstance(error, UsageError) else _said(error)).into(language)
    first, *more = said.split("\n")
    console.complain(Bilingual(first, first))
    console.say(*(Bilingual(line, line) for line in more))
    context = getattr(error, "ctx", None)
    if context is not None:
        path = context.command_path
        console.say(Bilingual(f"用法见 {path} --help", f"See {path} --help"))


def _said(error: click.ClickException) -> Bilingual:
    en = error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else "。"
        return Bilingual(f"没有选项 {error.option_name}{near}", en)
    if isinstance(error, click.BadOptionUsage):
        if "requires" in en:
            return Bilingual(f"选项 {error.option_name} 要带一个值。", en)
        return Bilingual(f"选项 {error.option_name} 用法不对：{en}", en)
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param is not None and error.ctx is not None else ""
        if isinstance(error.param, click.Option):
            return Bilingual(f"缺少选项 {error.param.opts[0]} {name}。", en)
        return Bilingual(f"缺少参数 {name}。", en)
    if isinstance(error, click.BadParameter):
        return _bad_value(error, en)
    return _bad_usage(en)


def _bad_value(error: click.BadParameter, en: str) -> Bilingual:
    param = error.param
    name = "/".join(param.opts) if param is not None else ""
    if param is not None and isinstance(param.type, click.Choice):
        return Bilingual(f"{name} 的值不认识，可用：{'、'.join(map(str, param.type.choices))}。", en)
    if param is not None and isinstance(param.type, click.IntRange | click.types.IntParamType):
        return Bilingual(f"{name} 的值应为正整数。", en)
    return Bilingual(f"{name} 的值不对：{error.message}", en)


def _bad_usage(en: str) -> Bilingual:
    import difflib

    from speechlint.cli.commands import COMMANDS

    if en.startswith("No such command"):
        name = en.split("'")[1]
        near = difflib.get_close_matches(name, COMMANDS, n=1)
        if near:
            return Bilingual(
                f"没有命令 {name}，是不是 {near[0]}？", f"No such command {name!r}. Did you mean {near[0]!r}?"
            )
        return Bilingual(f"没有命令 {name}。可用：{'、'.join(COMMANDS)}。检查文稿用 speechlint check {name}", en)
    extra = _EXTRA.match(en)
    if extra is not None:
        return Bilingual(f"多出了参数 {extra['what']}，请去掉。", en)
    return Bilingual(f"用法不对：{en}", en)
