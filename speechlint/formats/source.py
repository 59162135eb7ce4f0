"""The text of one file, and all that is needed to write it back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from speechlint.text.named_tuple import NamedTuple
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


class Block(NamedTuple):
    """A paragraph of a Word file: where it begins in the text, its number in its place, and that place.

    `place` is `body`, `header`, `footer`, `footnote`, `endnote` or `textbox`; numbers begin at 1 in each.
    """

    start: int
    number: int
    place: str


class Origin(Protocol):
    """What a text was taken out of, where that is more than a text, and how edits of the text go back into it.

    Immutable; edits are sorted and disjoint, in offsets of the present text, which differs from the first one by those
    that were carried out before.
    """

    @property
    def data(self) -> bytes:
        """The file as it was read."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs of the first text."""

    @property
    def aside(self) -> int:
        """Where the body ends and what stands beside it begins (headers, notes); the text's length without any."""

    def refusal(self, edits: Iterable[tuple[Span, str]]) -> tuple[str, str] | None:
        """Why the edits cannot be carried out together, in Chinese and English; None where they can."""

    def edited(self, edits: Iterable[tuple[Span, str]]) -> Origin:
        """The same with the edits carried out."""


class Source(Struct, frozen=True):
    """One file's text, never normalised.

    `encoding` is a Python codec name; `mark` says whether a byte-order mark stood in front (it is not in `text`);
    `exact` says whether encoding the text gives the bytes again: if not, the file is never written.
    A text that was taken out of a Word file has its `blocks`, and its `origin` while it can be written back.
    """

    text: str
    path: str | None = None
    format: str = "plain"
    encoding: str = "utf-8"
    mark: bool = False
    exact: bool = True
    quiet: tuple[Quiet, ...] = ()
    directives: tuple[Directive, ...] = ()
    blocks: tuple[Block, ...] = ()
    origin: Origin | None = None

    def block_at(self, offset: int) -> Block | None:
        """The paragraph that holds the offset; None for a text that has no blocks."""
        i = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[i] if i >= 0 else None

    @property
    def newline(self) -> str:
        """The line end that a fix writes: the first one that the text uses, `\\n` where it has none."""
        feed = self.text.find("\n")
        bare = self.text.find("\r", 0, feed if feed >= 0 else len(self.text))
        if bare < 0:
            return "\n"
        return "\r\n" if bare + 1 == feed else "\r"
