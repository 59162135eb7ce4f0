"""Runs the program under an audit hook: `python -m tests.trust.audited ALLOWED command…`.

Exits 3 and names the event where the program speaks to another machine, starts a program, or opens a file for writing,
deletes or renames one outside of the folders ALLOWED (joined by the system's separator of paths).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}
STARTING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"}


def forbid(allowed: list[str]) -> None:
    """From here on, end the process at the first forbidden event."""

    def inside(path: object) -> bool:
        if isinstance(path, int):  # a handle that was opened before
            return True
        name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else str(path)
        whole = os.path.abspath(name)  # noqa: PTH100 - Path.resolve looks at the disk
        return whole == os.devnull or any(whole == folder or whole.startswith(folder + os.sep) for folder in allowed)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket.") or event in STARTING:
            stop(event, arguments)
        if event == "open":
            path, mode, flags = arguments
            # os.open gives no mode, and no flags say "for reading"
            wants = bool(flags & WRITING) if isinstance(flags, int) else any(sign in (mode or "r") for sign in "wax+")
            if wants and not inside(path):
                stop(event, arguments)
        elif event in CHANGING and not inside(arguments[0]):
            stop(event, arguments)

    def stop(event: str, arguments: tuple[Any, ...]) -> None:
        os.write(2, f"forbidden: {event} {arguments!r}\n".encode(errors="replace"))
        os._exit(3)

    sys.addaudithook(hook)


if __name__ == "__main__":
    folders = [str(Path(folder).resolve()) for folder in sys.argv[1].split(os.pathsep) if folder]
    sys.dont_write_bytecode = True
    from speechlint.cli.main import main

    forbid(folders)
    raise SystemExit(main(sys.argv[2:]))
