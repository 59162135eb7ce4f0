"""What click says of a wrong usage, in the user's language: click speaks English only."""

from __future__ import annotations

import click

from speechlint.findings.bilingual import Bilingual
from speechlint.text.pattern import Pattern

_EXTRA = Pattern(r"Got unexpected extra arguments? \((?P<what>.+)\)")


def said_of(error: click.ClickException) -> Bilingual:
    """What is wrong, and what to do instead."""
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
