"""All that is known of one file after a check."""

from __future__ import annotations

from msgspec import Struct

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.formats.source import Source
from speechlint.text.named_tuple import NamedTuple


class Suppressed(NamedTuple):
    """A finding that is not reported, and why."""

    diagnostic: Diagnostic
    reason: str


class FileReport(Struct, frozen=True):
    """What a check found in one file. Nothing is thrown away.

    `kept` is to be reported, sorted; `suppressed` was silenced by the user, by quiet stretches or by site residue
    around it; `baselined` was known before; `failures` says what could not be done, and makes the exit status 2.
    """

    source: Source
    kept: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    baselined: tuple[Diagnostic, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def path(self) -> str | None:
        """The file as it was named; None for a text that stands in no file."""
        return self.source.path

    def worst(self) -> Severity | None:
        """The highest severity reported, None where nothing is."""
        return max((diagnostic.severity for diagnostic in self.kept), default=None)
