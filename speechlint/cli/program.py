"""The command line: one small file a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from speechlint.cli.collector import spare_collector
from speechlint.cli.inherited import put_right
from speechlint.cli.language import language_of
from speechlint.cli.lean import import_msgspec, put_off_seldom


def run(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default). Gives the exit status.

    Raises KeyboardInterrupt.
    """
    if argv is None:  # the process is ours, and so are its settings
        put_right()
        spare_collector()
        if sys.argv[1:2] == ["check"]:
            put_off_seldom()
        import_msgspec()
        # No matrices are multiplied here; the threads that numpy would start for them cost as much as all its imports.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = language_of(arguments)
    from speechlint.cli.plain import plain_request
    from speechlint.cli.usage import UsageError, tell_usage

    try:
        request = plain_request(arguments)
        if request is not None:
            from speechlint.cli.request import carry_out

            return carry_out(request, language)
        from speechlint.cli.group import call

        return call(arguments, language)
    except UsageError as error:
        tell_usage(error.said, language)
        return 2
    except BrokenPipeError:
        # The reader (`| head`) has seen enough. Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
