"""Files beside a draft while it is being written, and what a killed run left of them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator

try:
    import fcntl
except ImportError:  # Windows, where a file that somebody holds open cannot be deleted
    fcntl = None  # type: ignore[assignment]

from speechlint.text.pattern import Pattern

_NAME = Pattern(r"\.speechlint-[0-9a-f]{16}\.tmp")
_ATTEMPTS = 3


@contextlib.contextmanager
def beside(target: str, data: bytes | Iterable[bytes], *, durable: bool = True) -> Iterator[str]:
    """The name of a file next to `target` that holds the data, gone again afterwards unless it took the target's place.

    It is locked while it lives, which tells `sweep` that somebody is at work. One that is not `durable` may be lost
    when the power fails. Raises OSError.
    """
    name, handle = _new(os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces_of(data))
            file.flush()
            if durable:
                os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # Windows does not rename what is open
            yield name
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)


def pieces_of(data: bytes | Iterable[bytes]) -> Iterable[bytes]:
    """Data that is at hand, or made piece by piece, as pieces."""
    return (data,) if isinstance(data, bytes) else data


def sweep(folder: str) -> None:
    """Delete what killed runs left in a folder. Files that a living run still holds stay, as do all other files."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _delete_unless_held(entry.path)


def _new(folder: str) -> tuple[str, int]:
    """An empty file that nobody had, and a handle that holds it."""
    for _ in range(_ATTEMPTS):
        name = os.path.join(folder, f".speechlint-{os.urandom(8).hex()}.tmp")
        handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(handle)
        except BlockingIOError:  # between its making and its locking another run took it for a leftover
            os.close(handle)
            continue
        except OSError:  # a file system without locks, where nothing is swept
            return name, handle
        if os.fstat(handle).st_nlink:
            return name, handle
        os.close(handle)
    raise BlockingIOError(f"another run is tidying {folder}")


def _delete_unless_held(name: str) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            _lock(handle)
            os.unlink(name)
        finally:
            os.close(handle)


def _lock(handle: int) -> None:
    """Raises BlockingIOError where somebody holds it, another OSError where nothing can be held."""
    if fcntl is not None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
