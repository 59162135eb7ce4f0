"""Reading files that anybody may have put there: no pipe is waited for, and no more is read than a limit allows."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

from speechlint.text.named_tuple import NamedTuple

_MB = 1024 * 1024


class Limit(NamedTuple):
    """How many bytes a file may have at the most, and what to do about one that has more."""

    most: int
    zh: str
    en: str


DRAFT = Limit(512 * _MB, "请分成几个文件", "split it into several files")
CONFIGURATION = Limit(4 * _MB, "请检查是不是放错了文件", "look whether it is the right file")
RULE = Limit(4 * _MB, "请分成几条规则", "split it into several rules")
BASELINE = Limit(64 * _MB, "请按文件夹分成几份", "have one for each folder")
IGNORED = Limit(_MB, "请删去不用的", "take out what is not needed")


class RefusedFileError(OSError):
    """A file that is not read: `zh` and `en` each say why, and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(errno.EINVAL, en)
        self.zh = zh
        self.en = en

    def __reduce__(self) -> tuple[type[RefusedFileError], tuple[str, str]]:
        return type(self), (self.zh, self.en)


def read_bytes(path: str | os.PathLike[str], limit: Limit) -> bytes:
    """The bytes of a file. Raises OSError, and RefusedFileError for one that is too large or no plain file."""
    name = os.fspath(path)
    given = is_given(name)
    if not given:
        _check_kind(os.stat(name))  # noqa: PTH116  (before it is opened: that alone makes some devices do something)
    waiting = 0 if given else getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(name, os.O_RDONLY | getattr(os, "O_BINARY", 0) | waiting), "rb", buffering=0) as file:
        if given:
            return read_stream(file, limit)
        status = os.fstat(file.fileno())
        _check_kind(status)  # it may be another one by now
        return read_stream(file, limit, status.st_size)


def read_text(path: str | os.PathLike[str], limit: Limit) -> str:
    """The UTF-8 text of a file, without a byte-order mark. Raises OSError as above, and UnicodeDecodeError."""
    return read_bytes(path, limit).decode("utf-8-sig")


def read_stream(file: BinaryIO, limit: Limit, size: int = 0) -> bytes:
    """Everything that is still to be read, though it may be more than the `size` that the file says it has.

    Raises RefusedFileError where that is too much.
    """
    _check_size(size, limit)
    pieces = [file.read(size + 1) or b""]
    length = len(pieces[0])
    while pieces[-1] and length != size:
        _check_size(length, limit)
        pieces.append(file.read(_MB) or b"")
        length += len(pieces[-1])
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def is_given(name: str) -> bool:
    """Whether it names what the process was given open, by the user's own hand: a pipe among them has another end."""
    return name in ("/dev/stdin", os.devnull) or name.startswith(("/dev/fd/", "/proc/self/fd/"))


def _check_kind(status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    zh, en = (
        ("管道", "pipe") if stat.S_ISFIFO(mode) else ("套接字", "socket") if stat.S_ISSOCK(mode) else ("设备", "device")
    )
    raise RefusedFileError(f"是{zh}，不是普通文件，没有读", f"a {en} and no plain file, so it was not read")


def _check_size(size: int, limit: Limit) -> None:
    if size > limit.most:
        held, most = f"{-(-size * 10 // _MB) / 10:,.1f} MB", f"{limit.most / _MB:,.0f} MB"
        raise RefusedFileError(
            f"有 {held}，超过上限 {most}，没有读；{limit.zh}",
            f"has {held}, more than the limit of {most}, and was not read; {limit.en}",
        )
