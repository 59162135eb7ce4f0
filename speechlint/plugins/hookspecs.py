"""The hooks that a plugin may implement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from speechlint.document.model import Document
    from speechlint.findings.card import Card
    from speechlint.findings.rule import Rule
    from speechlint.formats.registry import Format
    from speechlint.formats.source import Quiet
    from speechlint.reporters.registry import Reporter

hookspec = pluggy.HookspecMarker("speechlint")
hookimpl = pluggy.HookimplMarker("speechlint")


@hookspec
def speechlint_rules() -> Iterable[Rule | Card]:  # type: ignore[empty-body]
    """Rules written in Python. Import them inside the function, so that an unused plugin costs nothing.

    A card in the place of a rule says when it runs, and imports it only then.
    """


@hookspec
def speechlint_rulepacks() -> Iterable[Traversable]:  # type: ignore[empty-body]
    """Folders laid out like `rules/`: a folder a family, a TOML file a rule."""


@hookspec
def speechlint_formats() -> Iterable[Format]:  # type: ignore[empty-body]
    """Further kinds of files."""


@hookspec
def speechlint_quiet_spans(document: Document) -> Iterable[Quiet]:  # type: ignore[empty-body]
    """Stretches to leave alone: quotations, code, names."""


@hookspec
def speechlint_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Further output formats."""
