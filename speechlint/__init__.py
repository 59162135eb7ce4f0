"""speechlint: a linter for Chinese speeches and official documents."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.api import FixResult, check_text, fix_text
    from speechlint.config.schema import Config
    from speechlint.engine.linter import Linter
    from speechlint.findings.bilingual import Bilingual
    from speechlint.findings.diagnostic import Diagnostic, Severity
    from speechlint.findings.fix import Applicability, Edit, Fix
    from speechlint.findings.rule import Context, Invalid, Option, Rule, Valid
    from speechlint.lexicon.literals import Literals
    from speechlint.plugins.hookspecs import hookimpl
    from speechlint.text.pattern import Pattern
    from speechlint.text.span import Span

__version__ = "0.1.0"

__all__ = [
    "Applicability",
    "Bilingual",
    "Config",
    "Context",
    "Diagnostic",
    "Edit",
    "Fix",
    "FixResult",
    "Invalid",
    "Linter",
    "Literals",
    "Option",
    "Pattern",
    "Rule",
    "Severity",
    "Span",
    "Valid",
    "__version__",
    "check_text",
    "fix_text",
    "hookimpl",
]

# Each is imported when it is asked for: the command line needs few of them, and importing one module of ours imports
# this one first.
_PLACES = {
    "api": ("FixResult", "check_text", "fix_text"),
    "config.schema": ("Config",),
    "engine.linter": ("Linter",),
    "findings.bilingual": ("Bilingual",),
    "findings.diagnostic": ("Diagnostic", "Severity"),
    "findings.fix": ("Applicability", "Edit", "Fix"),
    "findings.rule": ("Context", "Invalid", "Option", "Rule", "Valid"),
    "lexicon.literals": ("Literals",),
    "plugins.hookspecs": ("hookimpl",),
    "text.pattern": ("Pattern",),
    "text.span": ("Span",),
}


def __getattr__(name: str) -> object:
    for place, names in _PLACES.items():
        if name in names:
            found: object = getattr(import_module(f"speechlint.{place}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module 'speechlint' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
