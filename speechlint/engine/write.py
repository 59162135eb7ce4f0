"""Putting a mended file in the place of the old one, so that there is never half a file."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import stat
from collections.abc import Iterable

from speechlint.engine.beside import beside, pieces_of
from speechlint.findings.bilingual import Bilingual


class RefusedError(Exception):
    """The file stays as it was; `reason` says why."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.zh)
        self.reason = reason


def replace_file(path: str, before: bytes, after: bytes, *, backup: bool = False) -> None:
    """Write `after` over the file that held `before`; through a symbolic link, over what it leads to.

    The new bytes are on the disk before they take the old name, with the old permissions; with `backup` the old ones
    stay beside them. Raises RefusedError for a file that is read-only, has several names, is no plain file, or no
    longer holds `before`.
    """
    target = os.path.realpath(path)
    try:
        status = os.stat(target)
        _check(target, status)
        _put(target, status, before, after, backup)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RefusedError(Bilingual(f"无法写入：{reason}", f"cannot be written: {reason}")) from error


def write_new(path: str, data: bytes | Iterable[bytes]) -> None:
    """Write a file that the user asked for, atomically, over an older one too. Raises OSError.

    A device (`/dev/stdout`, `NUL`) is written to, never replaced; a link that leads to no file is an error, for nobody
    looked where it leads.
    """
    if os.path.islink(path) and not os.path.exists(path):
        raise FileNotFoundError(errno.ENOENT, "链接没有目标 (dangling link)", path)
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode) and not os.path.isdir(path):
        with open(path, "wb") as device:
            device.writelines(pieces_of(data))
        return
    target = os.path.realpath(path)
    with beside(target, data) as temporary:
        mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, target)


def _check(target: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError(Bilingual("不是普通文件，没有写入", "not a plain file, so it was not written"))
    # An administrator may write anywhere, but a file without any write permission was closed on purpose.
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise RefusedError(
            Bilingual(
                "文件是只读的，没有写入；请先解除只读",
                "the file is read-only and was not written; make it writable first",
            )
        )
    # A new file takes one name only: the others would go on showing the old text.
    if status.st_nlink > 1:
        raise RefusedError(
            Bilingual(
                f"文件有 {status.st_nlink} 个名字（硬链接），没有写入；请先另存一份再改",
                f"the file has {status.st_nlink} names (hard links) and was not written; mend a copy of it",
            )
        )


def _put(target: str, status: os.stat_result, before: bytes, after: bytes, backup: bool) -> None:
    with beside(target, after) as temporary:
        _copy_marks(target, temporary, status)
        with open(target, "rb") as file:
            found = file.read()
        if found == after:
            return  # another run was faster
        if found != before:
            raise RefusedError(
                Bilingual(
                    "检查期间被别的程序改动，没有写入；请重新运行",
                    "was changed by another program meanwhile and was not written; run again",
                )
            )
        if backup:
            _keep(target, status, before)
        os.replace(temporary, target)
    _sync_folder(os.path.dirname(target))


def _keep(target: str, status: os.stat_result, data: bytes) -> None:
    """Write the old bytes to NAME.bak; where other bytes have that name, to NAME.bak2, NAME.bak3 and so on."""
    for number in itertools.count(1):
        name = f"{target}.bak{number if number > 1 else ''}"
        if not os.path.lexists(name):
            break
        if _holds(name, data):
            return
    with beside(target, data) as temporary:
        _copy_marks(target, temporary, status)
        os.rename(temporary, name)


def _holds(name: str, data: bytes) -> bool:
    try:
        with open(name, "rb") as file:
            return file.read() == data
    except OSError:
        return False


def _copy_marks(target: str, temporary: str, status: os.stat_result) -> None:
    """Owner, extended attributes (access lists are among them) and permissions, as far as the system lets us."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, status.st_uid, status.st_gid)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(temporary, name, os.getxattr(target, name))
    os.chmod(temporary, stat.S_IMODE(status.st_mode))


def _sync_folder(folder: str) -> None:
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    # There is no way to ask for it without setting it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
