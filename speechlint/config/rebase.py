"""File patterns of one folder, written for another: a shared configuration need not lie where its patterns are used."""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

EVERYTHING = "**"
_WILD = re.compile(r"[*?\[\]\\]")


def rebased(pattern: str, source: Path, target: Path) -> str | None:
    """The pattern, written as in a `.gitignore` of `source`, for a `.gitignore` of `target`.

    None where it cannot match anything below `target`. A pattern without a slash means a name at any depth and stays.
    """
    if source == target:
        return pattern
    sign, pattern = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    above = _parts(target, source)
    if "/" not in pattern.rstrip("/"):
        inside = above is not None and any(fnmatchcase(part, pattern.rstrip("/")) for part in above)
        return sign + (EVERYTHING if inside else pattern)
    pattern = pattern.lstrip("/")
    below = _parts(source, target)
    if below is not None:
        return "/".join([sign, *(_WILD.sub(r"\\\g<0>", part) for part in below), pattern])
    rest = None if above is None else _rest(pattern, above)
    return None if rest is None else sign + rest


def _parts(path: Path, folder: Path) -> tuple[str, ...] | None:
    """The path's parts below the folder; None where it does not lie there."""
    try:
        name = os.path.relpath(path, folder)
    except ValueError:  # on another drive of Windows
        return None
    parts = PurePath(name).parts
    return None if os.pardir in parts else parts


def _rest(pattern: str, folders: tuple[str, ...]) -> str | None:
    """What of the pattern is left below these nested folders."""
    pieces = pattern.split("/")
    for folder in folders:
        if pieces in ([], [""]):
            return EVERYTHING
        if pieces[0] == "**":
            return "/".join(pieces)
        if not fnmatchcase(folder, pieces[0]):
            return None
        pieces = pieces[1:]
    return EVERYTHING if pieces in ([], [""]) else "/" + "/".join(pieces)
