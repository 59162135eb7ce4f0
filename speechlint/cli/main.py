"""Where a process begins: nothing is imported before Ctrl-C is an end like any other."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default). Gives the exit status."""
    try:
        from speechlint.cli.ending import Ending

        ending = Ending() if argv is None else None  # before anybody else asks to be told of the end
        if argv is None:
            from speechlint.cli.importer import quicken_imports

            quicken_imports()
        from speechlint.cli.program import run

        status = run(argv)
    except KeyboardInterrupt:
        return 130
    except Exception:
        if argv is not None:
            raise
        import traceback

        # Python's own status is 1, which says that something was found.
        traceback.print_exc()
        print(
            "speechlint: 程序出错，没有做完，请报告以上内容 / it failed and did not finish; report this",
            file=sys.stderr,
        )
        return 2
    if ending is not None:
        ending.status = status
    return status
