"""speechlint server"""

from __future__ import annotations

from speechlint.cli.commands import command_named


@command_named("server")
def command() -> int:
    from speechlint.server.server import serve

    return serve()
