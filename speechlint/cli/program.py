"""The command line: one small file a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from speechlint.cli.collector import spare_collector
from speechlint.cli.commands import Group
from speechlint.cli.language import language_of
from speechlint.cli.lean import import_msgspec


def run(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default). Gives the exit status.

    Raises KeyboardInterrupt.
    """
    if argv is None:  # the process is ours, and so are its settings
        spare_collector()
        import_msgspec()
        # No matrices are multiplied here; the threads that numpy would start for them cost as much as all its imports.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = language_of(arguments)
    try:
        status = speechlint.main(args=arguments, prog_name="speechlint", standalone_mode=False, obj=language)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        from speechlint.cli.usage import tell_usage

        tell_usage(error, language)
        return 2
    except click.Abort as error:  # what click makes of Ctrl-C at a question
        raise KeyboardInterrupt from error
    except BrokenPipeError:
        # The reader (`| head`) has seen enough. Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
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
