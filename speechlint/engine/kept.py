"""Files that are kept between runs: what a run finds there must have been left by a run of the same user."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from speechlint.engine.beside import beside
from speechlint.formats.bounded import Limit, read_stream

LARGEST = Limit(64 * 1024 * 1024, "", "")
_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def read_kept(file: Path) -> bytes:
    """The bytes of a plain file that nobody else could write.

    Raises OSError: also for a link, a pipe, one that is too large, and one that another user owns or may write.
    """
    with os.fdopen(os.open(file, _FLAGS), "rb", buffering=0) as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode) or _is_anothers(status):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(file))
        return read_stream(opened, LARGEST, status.st_size)


def write_kept(file: Path, data: bytes) -> None:
    """Write a file that only this user may read and write, in the place of whatever has its name. Raises OSError.

    It may be lost when the power fails.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with beside(str(file), data, durable=False) as temporary:
        os.replace(temporary, file)


def _is_anothers(status: os.stat_result) -> bool:
    # On Windows the folder of a user's caches is the user's alone.
    return hasattr(os, "geteuid") and (status.st_uid not in (0, os.geteuid()) or bool(status.st_mode & _OTHERS))
