"""What `rules/index` says of our own rules, so that none is imported or read before it is needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from speechlint.findings.card import Card
from speechlint.findings.diagnostic import Severity
from speechlint.findings.rule import Rule
from speechlint.lexicon.listed import index_root, listed_sets

RULES = "rules.json"


class RuleRow(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule in the index; `triggers` is the number of a set of words."""

    id: str
    severity: str
    on: bool = True
    presets: dict[str, str | None] = {}
    triggers: int | None = None
    whole: bool = False
    aside: bool = False
    covers: bool = False
    infers: bool = False


def row_of(card: Card, triggers: int | None) -> RuleRow:
    """The row for a rule whose words are the set of this number."""
    presets = {name: None if severity is None else severity.name for name, severity in card.presets.items()}
    return RuleRow(
        card.id, card.severity.name, card.on, presets, triggers, card.whole, card.aside, card.covers, card.infers
    )


@cache
def rule_rows() -> dict[str, RuleRow]:
    """The rows by the rules' ids."""
    # Not by their type: to work out what that asks for takes longer than to read them.
    rows = [RuleRow(**row) for row in msgspec.json.decode((index_root() / RULES).read_bytes())]
    return {row.id: row for row in rows}


def indexed_card(row: RuleRow, load: Callable[[], Rule]) -> Card:
    """The card of a row; `load` gives the rule."""
    return Card(
        row.id,
        load,
        severity=Severity[row.severity],
        on=row.on,
        presets={name: None if word is None else Severity[word] for name, word in row.presets.items()},
        triggers=None if row.triggers is None else listed_sets()[row.triggers],
        whole=row.whole,
        aside=row.aside,
        covers=row.covers,
        infers=row.infers,
    )
