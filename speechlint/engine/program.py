"""Our own files as they are now: what was kept between runs holds only while they stay the same."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def program() -> tuple[str, ...]:
    """Our own files with their sizes and times: the version alone does not change while somebody works on a rule."""
    from speechlint.rulepack.load import rules_root

    package = Path(__file__).resolve().parents[1]
    rules = _stats(rules_root(), (".toml", ".tsv", ".txt", ".json", ".npy", ".bin"))
    return tuple(_stats(package, (".py", ".txt"))) + tuple(rules)


def _stats(folder: Path, suffixes: tuple[str, ...]) -> Iterable[str]:
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if name.endswith(suffixes):
                status = os.stat(os.path.join(place, name))
                yield f"{name} {status.st_size} {status.st_mtime_ns}"
