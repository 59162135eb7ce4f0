"""The command line: one small file a command, imported only when it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

COMMANDS = ("check",)


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"speechlint.cli.{name}").command
        return command


@click.group(cls=_Commands)
def speechlint() -> None:
    """Check Chinese speeches and official documents."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit status."""
    try:
        status = speechlint.main(args=list(sys.argv[1:] if argv is None else argv), prog_name="speechlint", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return 130
    return int(status or 0)
