"""Colours, as the roles they play."""

from __future__ import annotations

from speechlint.findings.diagnostic import Severity
from speechlint.text.named_tuple import NamedTuple

_CODES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.HINT: "1;36"}


class Style(NamedTuple):
    """Plain text where `on` is False."""

    on: bool

    def strong(self, text: str) -> str:
        return self._in("1", text)

    def faint(self, text: str) -> str:
        return self._in("2", text)

    def name(self, text: str) -> str:
        """A file's name."""
        return self._in("1;4", text)

    def good(self, text: str) -> str:
        """How to mend, and what was mended."""
        return self._in("32", text)

    def bad(self, text: str) -> str:
        """What goes, or what went wrong."""
        return self._in("31", text)

    def level(self, severity: Severity, text: str) -> str:
        return self._in(_CODES[severity], text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
