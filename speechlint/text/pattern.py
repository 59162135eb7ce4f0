"""Regular expressions that are compiled at their first use, so that importing a rule costs nothing."""

from __future__ import annotations

import copyreg
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any, ClassVar, Protocol

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


# What a compiled pattern is made of, as pickling takes it apart: source, flags, code, groups by name, names by group,
# lists by name, their places, and what a search begins with.
Parts = tuple[
    str, int, bytes, dict[str, int], dict[int, str], dict[str, None], list[None], int, tuple[int, ...], int, int
]


class Memory(Protocol):
    """Where the parts of compiled patterns are kept."""

    def parts_of(self, source: str, edition: str) -> Parts | None:
        """What an earlier run compiled from a source with this edition of `regex`; None where nothing is kept."""
        ...

    def keep(self, source: str, parts: tuple[Any, ...]) -> None:
        """Keep the parts of a pattern that was compiled."""
        ...


class Pattern:
    """A `regex` pattern, compiled when first used; its methods are those of the compiled pattern.

    `regex` and not `re`: it compiles ten times faster, knows script properties, and can stop a search at a time limit.
    """

    memory: ClassVar[Memory | None] = None  # for a process of our own

    match: Callable[..., Any]
    search: Callable[..., Any]
    fullmatch: Callable[..., Any]
    finditer: Callable[..., Iterator[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]
    findall: Callable[..., list[Any]]

    def __init__(self, source: str) -> None:
        self.source = source

    @property
    def compiled(self) -> Any:
        """The compiled pattern. Its methods become the instance's own, so that later calls go to them directly."""
        compiled = _compiled(self.source, Pattern.memory)
        self.__dict__.update({name: getattr(compiled, name) for name in METHODS})
        return compiled

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        return getattr(self.compiled, name)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str]]:
        return type(self), (self.source,)


def _compiled(source: str, memory: Memory | None) -> Any:
    if memory is None:
        import regex

        return regex.compile(source, regex.VERSION0)
    parts = memory.parts_of(source, edition_of_regex())
    if parts is not None:
        return _searcher().compile(*parts)
    compiled = _compiled(source, None)
    take_apart: Any = copyreg.dispatch_table.get(type(compiled))
    if take_apart is not None:
        memory.keep(source, take_apart(compiled)[1])
    return compiled


def edition_of_regex() -> str:
    """The edition of `regex`, for a memory."""
    searcher = _searcher()
    return _edition(searcher.MAGIC, searcher.__file__)


@cache
def _searcher() -> Any:
    """The part of `regex` that searches. The one that compiles takes ten times as long to import; it imports this one
    from where it is put here.
    """
    name = "regex._regex"
    if name not in sys.modules:
        package = PathFinder.find_spec("regex")
        spec = package and PathFinder.find_spec(name, package.submodule_search_locations)
        if spec is None or spec.loader is None:  # not in a folder
            return import_module(name)
        sys.modules[name] = module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@cache
def _edition(magic: int, file: str) -> str:
    """Which `regex` it is: what its code looks like, with when and where it was installed.

    A search obeys its code blindly. What was compiled elsewhere, and came along with a folder of drafts or a restored
    cache, is not to be taken for ours.
    """
    status = os.stat(file)  # noqa: PTH116  (no path is made for one question)
    return f"{magic} {status.st_ino} {status.st_ctime_ns}"
