"""speechlint server"""

from __future__ import annotations

from typing import NoReturn

import click

from speechlint.cli.commands import command_named, option


@command_named("server")
@option("--stdio", is_flag=True, zh="走标准输入输出；只有这一种，可以不写", en="over stdio; there is no other way")
@option("--lang", type=click.Choice(["zh", "en"]), zh="消息的语言（默认 zh）", en="language of messages (default zh)")
def command(stdio: bool, lang: str | None) -> NoReturn:  # noqa: ARG001 (some editors add --stdio to every server)
    from speechlint.server.server import serve

    serve(lang)
