"""What decides whether a rule runs, known without the rule itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from speechlint.findings.diagnostic import Severity
from speechlint.findings.rule import Rule
from speechlint.lexicon.literals import Literals


class Card:
    """A rule as the catalogue lists it: what `Rule` says of these attributes, and the way to the rule.

    A rule is imported only where one of its words stands in a draft, or where somebody asks what it says.
    """

    def __init__(
        self,
        id: str,
        load: Callable[[], Rule],
        *,
        severity: Severity,
        on: bool = True,
        presets: Mapping[str, Severity | None] = {},
        triggers: Literals | None = None,
        whole: bool = False,
        aside: bool = False,
        covers: bool = False,
        infers: bool = False,
    ) -> None:
        self.id = id
        self.severity = severity
        self.on = on
        self.presets = presets
        self.triggers = triggers
        self.whole = whole
        self.aside = aside
        self.covers = covers
        self.infers = infers
        self._load = load

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @cached_property
    def rule(self) -> Rule:
        """The rule, imported at the first question."""
        rule = self._load()
        if rule.triggers is not None and self.triggers is not None:
            rule.triggers.is_listed_as(self.triggers)
        return rule


def card_of(rule: Rule) -> Card:
    """The card of a rule that is at hand."""
    return Card(
        rule.id,
        lambda: rule,
        severity=rule.severity,
        on=rule.on,
        presets=rule.presets,
        triggers=rule.triggers,
        whole=rule.whole,
        aside=rule.aside,
        covers=rule.covers,
        infers=rule.infers,
    )
