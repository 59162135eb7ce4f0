"""A report in pieces of a size that is quickly written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

PORTION = 30_000  # code points that are written at once


def portions(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in fewer pieces: each that is written on its own costs as much as making it."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= PORTION:
            yield "".join(held)
            held, size = [], 0
    if held:
        yield "".join(held)


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """The same in UTF-8; what that has no bytes for is escaped."""
    return (portion.encode("utf-8", "backslashreplace") for portion in portions(pieces))
