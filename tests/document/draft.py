"""Documents for tests of the views, without the site residue that is none of their business."""

from __future__ import annotations

from functools import cached_property

from speechlint.document.model import Document
from speechlint.document.residue import Residue
from speechlint.formats.source import Source
from speechlint.text.span import Span


class Draft(Document):
    """A document whose residue is given: numbers of whole lines (0-based)."""

    def __init__(self, text: str, residue: tuple[int, ...] = ()) -> None:
        super().__init__(Source(text))
        self._residue = residue

    @cached_property
    def residue(self) -> tuple[Residue, ...]:  # type: ignore[override]
        return tuple(
            Residue(Span(*self.lines[line]), range(line, line + 1), "site-residue", 6, ()) for line in self._residue
        )
