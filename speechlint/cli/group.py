"""The program as click knows it: all commands."""

from __future__ import annotations

from collections.abc import Sequence

import click

from speechlint.cli.commands import Group
from speechlint.cli.usage import tell_usage
from speechlint.findings.bilingual import Language


def call(arguments: Sequence[str], language: Language) -> int:
    """Call the command that the arguments name. Gives the exit status. Raises KeyboardInterrupt."""
    try:
        status = speechlint.main(args=list(arguments), prog_name="speechlint", standalone_mode=False, obj=language)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        from speechlint.cli.click_errors import said_of

        context = getattr(error, "ctx", None)
        tell_usage(said_of(error), language, "" if context is None else context.command_path)
        return 2
    except click.Abort as error:  # what click makes of Ctrl-C at a question
        raise KeyboardInterrupt from error
    return int(status or 0)


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from speechlint import __version__

        click.echo(f"speechlint {__version__}")
        ctx.exit()


@click.group(cls=Group, no_args_is_help=True)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version)
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
def speechlint() -> None:
    """The program; its help is written in help.py."""
