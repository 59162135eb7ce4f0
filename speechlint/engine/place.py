"""Where what is kept between runs lies, and how it is named."""

from __future__ import annotations

import os
import sys
from pathlib import Path

try:
    from _blake2 import blake2b  # hashlib would load a whole cryptographic library first
except ImportError:
    from hashlib import blake2b


BASELINE_NAME = ".speechlint-baseline.json"  # in the folder of the configuration, unless that names another


def cache_root() -> Path:
    """Where this user's caches lie: `SPEECHLINT_CACHE_DIR`, or a folder of ours in the system's place for them."""
    named = os.environ.get("SPEECHLINT_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "speechlint" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "speechlint"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if os.path.isabs(named) else Path.home() / ".cache") / "speechlint"


def digest_of(*parts: bytes | memoryview) -> bytes:
    """A name for these bytes, 32 bytes long."""
    found = blake2b(digest_size=32)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()
