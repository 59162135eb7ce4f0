"""speechlint: a linter for Chinese speeches and official documents."""

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
