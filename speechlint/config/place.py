"""Where in a TOML text a key is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from speechlint.text.sweep import Sweep

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
KEY = rf"{_PART}(?:\s*\.\s*{_PART})*"
_LINE = Sweep(rf"\s*(?:\[\s*(?P<table>{KEY})\s*\]|(?P<key>{KEY})\s*=)")


def row_of(text: str, path: Sequence[str]) -> int | None:
    """The row (1-based) that writes the key `path`, or else the nearest table above it.

    Good enough for a message: a line of a string of many lines that looks like a key is taken for one.
    """
    table: tuple[str, ...] = ()
    row, depth = None, 0
    for number, line in enumerate(text.split("\n"), start=1):
        found = _LINE.match(line)
        if found is None:
            continue
        if found["table"]:
            table = here = key_path(found["table"])
        else:
            here = (*table, *key_path(found["key"]))
        if depth < len(here) <= len(path) and here == tuple(path[: len(here)]):
            row, depth = number, len(here)
    return row


def key_path(key: str) -> tuple[str, ...]:
    """The parts of a dotted key; () where it is none."""
    import tomllib

    try:
        table: Any = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str] = []
    while isinstance(table, dict):
        if len(table) != 1:
            return ()
        [(part, table)] = table.items()
        parts.append(part)
    return tuple(parts)


def dotted(path: Sequence[str]) -> str:
    """A key as TOML writes it."""
    return ".".join(part if re.fullmatch("[A-Za-z0-9_-]+", part) else f'"{part}"' for part in path)
