"""Where one rare character or word stands: for views that are not given places."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(word: str, text: str) -> Iterator[int]:
    """The offsets at which `word` begins in the text, in order; for a single character at gigabytes a second."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
