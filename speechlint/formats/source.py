"""The text of one file, and all that is needed to write it back."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from speechlint.text.span import Span


class Quiet(NamedTuple):
    """A stretch that no rule looks at, and why: code, front matter, a quotation."""

    span: Span
    reason: str


class Directive(NamedTuple):
    """A suppression comment of a Markdown draft.

    `kind` is `disable`, `enable`, `disable-next-line` or `disable-file`, or the misspelt word itself;
    `rules` is empty for all rules.
    """

    span: Span
    kind: str
    rules: tuple[str, ...]


class Source(Struct, frozen=True):
    """One file's text, never normalised.

    `encoding` is a Python codec name; `mark` says whether a byte-order mark stood in front (it is not in `text`);
    `exact` says whether encoding the text gives the bytes again: if not, the file is never written.
    """

    text: str
    path: str | None = None
    format: str = "plain"
    encoding: str = "utf-8"
    mark: bool = False
    exact: bool = True
    quiet: tuple[Quiet, ...] = ()
    directives: tuple[Directive, ...] = ()

    @property
    def newline(self) -> str:
        """The line end that a fix writes: the first one that the text uses, `\\n` where it has none."""
        feed = self.text.find("\n")
        bare = self.text.find("\r", 0, feed if feed >= 0 else len(self.text))
        if bare < 0:
            return "\n"
        return "\r\n" if bare + 1 == feed else "\r"
