"""Bytes as a row of choices, so that what is fuzzed by structure is reached by few bytes and any bytes will do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class Choices:
    """Each choice takes a byte; when they are used up, the first thing is chosen, and no more of any."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def number(self, most: int) -> int:
        """From 0 to `most`, which is below 256."""
        if self._at >= len(self._data):
            return 0
        self._at += 1
        return self._data[self._at - 1] % (most + 1)

    def one(self, of: Sequence[T]) -> T:
        return of[self.number(len(of) - 1)]

    def some(self, make: Callable[[], T], most: int) -> list[T]:
        return [make() for _ in range(self.number(most))]

    def words(self, pieces: Sequence[str], most: int = 6) -> str:
        return "".join(self.some(lambda: self.one(pieces), most))

    def value(self, leaves: Sequence[Any], depth: int = 2) -> Any:
        """One of the leaves, or a list or a table of such."""
        kind = self.number(7) if depth else 0
        if kind == 6:
            return self.some(lambda: self.value(leaves, depth - 1), 3)
        if kind == 7:
            return {str(self.one(leaves)): self.value(leaves, depth - 1) for _ in range(self.number(3))}
        return self.one(leaves)
