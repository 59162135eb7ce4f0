"""Words of official Chinese prose: whether a string of characters is one, and how common it is.

`vocabulary.txt`, made by tools/build_vocabulary.py, has a row for each character that words begin with, in their order:
the character, and in falling order each size with the words of it, without the character.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

UNKNOWN = -1
LONGEST = 6
HEAD = 3  # bytes of a character
COMMENT = ord("#")
FEW = 100  # rows that are looked for by halves; to divide all from each other takes as long


def knows(word: str) -> bool:
    """Whether `word`, two to six simplified characters, is in the list."""
    return word in _beginning(word[:1])


def size(word: str) -> int:
    """How common `word` is: the number of binary digits of its count in 26 million characters of official prose.

    0 for a word that a dictionary lists and the prose does not use, -1 for what is in no list.
    """
    return _beginning(word[:1]).get(word, UNKNOWN)


def sizes() -> dict[str, int]:
    """Every word with its size, the commonest first."""
    every = [item for head in _rows().every for item in _beginning(head.decode()).items()]
    return dict(sorted(every, key=lambda item: (-item[1], item[0])))


@cache
def _beginning(head: str) -> dict[str, int]:
    """The words that begin with a character, with their sizes; read when first asked for, as most never are."""
    found: dict[str, int] = {}
    size = 0
    for rest in _rows().of(head.encode("utf-8", "replace")).decode()[1:].split():
        if rest.isdecimal():
            size = int(rest)
        else:
            found[head + rest] = size
    return found


class _Rows:
    """The rows by the characters that their words begin with; left in bytes, as few are ever asked for."""

    def __init__(self) -> None:
        self._data = Path(__file__).with_name("vocabulary.txt").read_bytes()
        self._asked = 0

    def of(self, head: bytes) -> bytes:
        """The row of a character; empty where there is none."""
        if self._asked >= FEW:  # two threads may count past it
            return self.every.get(head, b"")
        self._asked += 1
        data, low, high = self._data, 0, len(self._data)
        while low < high:  # both stand where rows begin
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if data[start : start + HEAD] < head:
                low = data.find(b"\n", start) + 1 or len(data)
            else:
                high = start
        return data[low : data.find(b"\n", low)] if data[low : low + HEAD] == head else b""

    @cached_property
    def every(self) -> dict[bytes, bytes]:
        return {row[:HEAD]: row for row in self._data.split(b"\n") if row and row[0] != COMMENT}


@cache
def _rows() -> _Rows:
    return _Rows()
