"""Patterns that pass over a whole text."""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any

from speechlint.text.pattern import METHODS, Memory, Pattern, edition_of_regex


class Sweep(Pattern):
    """A pattern of the standard library's `re`, compiled when first used.

    `re` looks for the first character of a class four times faster than `regex` does, which is what counts where a
    pattern that begins with a class has to pass over megabytes. It is slower to compile: keep such patterns short.
    """

    @property
    def compiled(self) -> Any:
        compiled = _compiled(self.source, Pattern.memory)
        self.__dict__.update({name: getattr(compiled, name) for name in METHODS})
        return compiled


def _compiled(source: str, memory: Memory | None) -> re.Pattern[str]:
    if memory is None:
        return re.compile(source)
    name = f"re {source}"
    parts = memory.parts_of(name, edition_of_regex())
    if parts is None:
        compiled = re.compile(source)
        code = _code_of(source)
        if code is None:
            return compiled
        names = {place: group for group, place in compiled.groupindex.items()}
        keys = dict(compiled.groupindex)
        memory.keep(name, (name, compiled.flags, code, keys, names, {}, [], compiled.groups, (), 0, 0))
        return compiled
    _, flags, code, keys, names, _, _, groups, *_ = parts
    # As `re` makes one; the code is looked through before it is taken.
    every = (None, *map(names.get, range(1, groups + 1)))
    made: re.Pattern[str] = import_module("_sre").compile(source, flags, array("I", code).tolist(), groups, keys, every)
    return made


def _code_of(source: str) -> bytes | None:
    """What `re` compiles a pattern into, which the compiled one does not tell; None in a Python that does so elsewhere,
    where nothing is kept.
    """
    try:
        code: list[int] = import_module("re._compiler")._code(import_module("re._parser").parse(source), 0)
    except (ImportError, AttributeError):
        return None
    return array("I", code).tobytes()
