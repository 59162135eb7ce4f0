"""Regular expressions that are compiled at their first use, so that importing a rule costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class Pattern:
    """A `regex` pattern, compiled when first used; its methods are those of the compiled pattern.

    `regex` and not `re`: it compiles ten times faster, knows script properties, and can stop a search at a time limit.
    """

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
        import regex

        compiled = regex.compile(self.source, regex.VERSION0)
        self.__dict__.update({name: getattr(compiled, name) for name in METHODS})
        return compiled

    def __getattr__(self, name: str) -> Any:
        if name not in METHODS:
            raise AttributeError(name)
        return getattr(self.compiled, name)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str]]:
        return type(self), (self.source,)
