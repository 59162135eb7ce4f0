"""What mending would change, for people and for `patch`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from speechlint.engine.diff import diff_of
from speechlint.engine.linter import Linter
from speechlint.engine.work import Done
from speechlint.formats.source import Source
from speechlint.reporters.registry import shown_name
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible


def diff_pieces(path: str, done: Done, linter: Linter, color: bool) -> Iterator[str]:
    """The lines of a file's diff; on a terminal, and in colour, nothing in them is obeyed."""
    assert done.mended is not None
    after = linter.decode(done.mended, path)
    assert isinstance(after, Source)
    style = Style(color)
    raw = not color and not sys.stdout.isatty()
    for line in diff_of(done.before, after.text, visible(shown_name(path, Path.cwd()))):
        shown = line if raw else visible(line.rstrip("\r\n")) + "\n"
        if line.startswith(("---", "+++")):
            yield style.strong(shown)
        elif line.startswith("-"):
            yield style.bad(shown)
        elif line.startswith("+"):
            yield style.good(shown)
        else:
            yield shown
