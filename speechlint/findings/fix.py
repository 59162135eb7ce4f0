"""How a defect is mended."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from msgspec import Struct

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span


class Applicability(enum.IntEnum):
    """How sure a fix is. Ordered, so that what may be applied is one comparison."""

    DISPLAY = 1  # a suggestion for a person; the command line never applies it
    UNSAFE = 2  # likely meant; only with --unsafe-fixes
    SAFE = 3  # the meaning cannot change; --fix applies it

    @property
    def word(self) -> str:
        """Its name in lower case, as configurations and reports write it."""
        return self.name.lower()


class Edit(NamedTuple):
    """Put `content` in place of `span`; an empty span inserts, empty content deletes."""

    span: Span
    content: str


class Fix(Struct, frozen=True, array_like=True, gc=False):
    """Edits that belong together: all are applied, or none.

    `edits` is sorted and disjoint with at least one entry, else ValueError.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability

    def __post_init__(self) -> None:
        if not self.edits:
            raise ValueError("a fix needs at least one edit")
        end = 0
        for (start, stop), _ in self.edits:
            if not end <= start <= stop:
                raise ValueError(f"edits must be sorted and disjoint: {self.edits}")
            end = stop

    def applies(self, at_least: Applicability) -> bool:
        """Whether the fix is at least as sure as that."""
        return self.applicability >= at_least

    @property
    def span(self) -> Span:
        """From the first edit to the last."""
        return Span(self.edits[0].span.start, self.edits[-1].span.end)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits carried out in one pass; they must be sorted and disjoint."""
    parts: list[str] = []
    at = 0
    for span, content in edits:
        parts += text[at : span.start], content
        at = span.end
    parts.append(text[at:])
    return "".join(parts)
