"""Words of official Chinese prose: whether a string of characters is one, and how common it is.

`vocabulary.txt`, made by tools/build_vocabulary.py, has a row for each character that words begin with: the character,
and in falling order each size with the words of it, without the character.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

UNKNOWN = -1
LONGEST = 6
HEAD = 3  # bytes of a character
COMMENT = ord("#")


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
    every = [item for head in _rows() for item in _beginning(head.decode()).items()]
    return dict(sorted(every, key=lambda item: (-item[1], item[0])))


@cache
def _beginning(head: str) -> dict[str, int]:
    """The words that begin with a character, with their sizes; read when first asked for, as most never are."""
    found: dict[str, int] = {}
    size = 0
    for rest in _rows().get(head.encode("utf-8", "replace"), b"").decode()[1:].split():
        if rest.isdecimal():
            size = int(rest)
        else:
            found[head + rest] = size
    return found


@cache
def _rows() -> dict[bytes, bytes]:
    """The rows by the characters that their words begin with; left in bytes, as few are ever asked for."""
    data = Path(__file__).with_name("vocabulary.txt").read_bytes()
    return {row[:HEAD]: row for row in data.split(b"\n") if row and row[0] != COMMENT}
