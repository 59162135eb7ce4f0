"""Our own files as they are now: what was kept between runs holds only while they stay the same."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def program() -> bytes:
    """Our own files with their sizes and times: the version alone does not change while somebody works on a rule."""
    from speechlint.rulepack.load import rules_root

    package = Path(__file__).resolve().parents[1]
    rules = _stats(rules_root(), (".toml", ".tsv", ".txt", ".json", ".npy", ".bin"))
    return os.fsencode("\0".join([*_stats(package, (".py", ".txt")), *rules]))


def _stats(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    found = []
    waiting = [str(folder)]
    for place in waiting:
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(suffixes):
                    status = entry.stat()
                    found.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
                elif entry.name != "__pycache__" and entry.is_dir():
                    waiting.append(entry.path)
    return sorted(found)
