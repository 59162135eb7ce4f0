"""Our own rules, formats and reporters where no plugin is loaded: what pluggy would say, without its import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from speechlint.plugins import builtin

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from speechlint.findings.card import Card
    from speechlint.formats.registry import Format
    from speechlint.reporters.registry import Reporter


class NoPlugin:
    """A hook that nobody implements."""

    def get_hookimpls(self) -> Sequence[object]:
        return ()


class OwnHooks:
    """The hooks of hookspecs.py, each with the answers of all who implement it."""

    speechlint_quiet_spans = NoPlugin()

    def speechlint_rules(self) -> list[Iterable[Card]]:
        return [builtin.speechlint_rules()]

    def speechlint_rulepacks(self) -> list[Iterable[Traversable]]:
        return []

    def speechlint_formats(self) -> list[Iterable[Format]]:
        return [builtin.speechlint_formats()]

    def speechlint_reporters(self) -> list[Iterable[Reporter]]:
        return [builtin.speechlint_reporters()]


class Alone:
    """The plugin manager of a run without plugins."""

    hook = OwnHooks()
