"""Patterns that pass over a whole text."""

from __future__ import annotations

import re
from typing import Any

from speechlint.text.pattern import METHODS, Pattern


class Sweep(Pattern):
    """A pattern of the standard library's `re`, compiled when first used.

    `re` looks for the first character of a class four times faster than `regex` does, which is what counts where a
    pattern that begins with a class has to pass over megabytes. It is slower to compile: keep such patterns short.
    """

    @property
    def compiled(self) -> Any:
        compiled = re.compile(self.source)
        self.__dict__.update({name: getattr(compiled, name) for name in METHODS})
        return compiled
