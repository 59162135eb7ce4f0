"""Less to import at the start of a process that is ours."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any

# What pathlib, msgspec and numpy import, and a check never looks into; numpy writes two of them into its functions as
# their documentation.
SELDOM = frozenset(
    (
        "ctypes",
        "ipaddress",
        "msgspec.inspect",
        "ntpath",
        "numpy._core._add_newdocs",
        "numpy._core._add_newdocs_scalars",
        "platform",
        "textwrap",
        "tokenize",
    )
)


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, which takes twice as long as all else of it.

    It looks there for three names that `typing` has as well, and takes them from `typing` where it finds nothing.
    """
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # importing it fails
    try:
        with _no_platform():
            import msgspec as msgspec
    finally:
        del sys.modules["typing_extensions"]


def put_off_seldom() -> None:
    """From now on, import what is seldom looked into only when somebody does. For a process of our own only.

    Two threads must not look into such a module at once. On Windows a second one shows how far a check has come, so
    that everything is imported there as ever.
    """
    if sys.platform != "win32":
        finder: Any = _SeldomFinder()
        sys.meta_path.insert(0, finder)


class _SeldomFinder:
    """What the manual of importlib calls lazy imports."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in SELDOM:
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(name, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = LazyLoader(spec.loader)
                return spec
        return None


@contextlib.contextmanager
def _no_platform() -> Iterator[None]:
    """Spare `platform`, which compiles nine patterns when it is imported: `uuid`, which msgspec needs, asks it for
    nothing but the name of the system."""
    if "platform" in sys.modules or not hasattr(os, "uname"):
        yield
        return
    sys.modules["platform"] = ours = _Platform("platform")
    try:
        yield
    finally:
        if sys.modules.get("platform") is ours:
            del sys.modules["platform"]


class _Platform(ModuleType):
    """Answers that question; any other is put to the module itself."""

    @staticmethod
    def system() -> str:
        return os.uname().sysname

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get("platform") is self:
            del sys.modules["platform"]
        import platform

        return getattr(platform, name)
