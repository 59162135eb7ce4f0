"""The library's two verbs."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source


class FixResult(Struct, frozen=True):
    """The mended text, the findings whose fixes went in, and those that remain (with offsets into the mended text).

    `unsettled` names rules whose fixes never came to rest; the text is then the one that was given.
    """

    text: str
    applied: tuple[Diagnostic, ...]
    remaining: tuple[Diagnostic, ...]
    unsettled: tuple[str, ...] = ()


def check_text(text: str, *, filename: str | None = None, **keys: Any) -> list[Diagnostic]:
    """The findings in a text, in reading order; `keys` are those of a configuration (`preset="zh-hant"`).

    `filename` decides how the text is read (`.md`: Markdown). Raises TypeError for an unknown key, ConfigError
    for an unknown preset and SelectionError for an unknown rule.
    """
    return list(Linter(Config(**keys)).check_text(text, filename).kept)


def fix_text(text: str, *, unsafe: bool = False, filename: str | None = None, **keys: Any) -> FixResult:
    """The text with its safe fixes applied, and with the unsafe ones where `unsafe` asks for them."""
    linter = Linter(Config(**keys))
    kind = format_for(filename, linter.catalogue.formats)
    source = kind.reparse(Source(text, filename, kind.name), text)
    outcome = fix_source(linter, source, Applicability.UNSAFE if unsafe else Applicability.SAFE)
    return FixResult(outcome.source.text, outcome.applied, outcome.report.kept, outcome.unsettled)
