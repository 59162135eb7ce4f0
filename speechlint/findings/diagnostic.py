"""What was found."""

from __future__ import annotations

import enum

from msgspec import Struct

from speechlint.findings.fix import Fix
from speechlint.text.span import Span


class Severity(enum.IntEnum):
    """Ordered by harm."""

    HINT = 1  # worth a look; never changes the exit status
    WARNING = 2  # very likely wrong
    ERROR = 3  # must not go out like this

    @property
    def word(self) -> str:
        """Its name in lower case, as configurations and reports write it."""
        return self.name.lower()


class Diagnostic(Struct, frozen=True, array_like=True, gc=False):
    """One finding. The span is as short as can be; file and line are known only to whoever shows it.

    `fix` is what may be applied; `suggestions` are fixes of applicability `display`, the likeliest first;
    `notes` say what else the reader should know.
    """

    rule: str
    span: Span
    message: str
    severity: Severity
    fix: Fix | None = None
    suggestions: tuple[Fix, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The part of the rule's id before the slash."""
        return self.rule.partition("/")[0]

    @property
    def sort_key(self) -> tuple[int, int, str, str]:
        """Total, so that reports are the same on every run and with any number of workers."""
        return (self.span.start, self.span.end, self.rule, self.message)
