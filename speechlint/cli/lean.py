"""Less to import at the start of a process that is ours."""

from __future__ import annotations

import sys


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, which takes twice as long as all else of it.

    It looks there for three names that `typing` has as well, and takes them from `typing` where it finds nothing.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # importing it fails
    try:
        import msgspec as msgspec
    finally:
        del sys.modules["typing_extensions"]
