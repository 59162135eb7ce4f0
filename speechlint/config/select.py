"""Which rules run for a file, with which severity and options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from speechlint.config.errors import SelectionError
from speechlint.config.options import given_options, with_defaults
from speechlint.config.schema import Config
from speechlint.findings.card import Card
from speechlint.findings.diagnostic import Severity
from speechlint.findings.ours import OURS
from speechlint.plugins.catalogue import Catalogue

if TYPE_CHECKING:
    from speechlint.findings.rule import Rule

__all__ = ["FAMILIES", "Active", "SelectionError", "expand", "judged", "select_rules"]

# Every family has its name, whether it holds rules yet or not.
FAMILIES = (
    "placeholder",
    "redaction",
    "watermark",
    "truncation",
    "script",
    "numbering",
    "typo",
    "wording",
    "punctuation",
    "number",
    "spacing",
    "consistency",
)


class Active(Struct, frozen=True, dict=True):
    """A rule that runs, by its card, with what the configuration says of it.

    `given` are the options that it sets. `severity` None means that the rule's own severities stand; `named` says
    whether the user selected it by its own id.
    """

    card: Card
    severity: Severity | None = None
    given: Mapping[str, Any] = {}
    named: bool = False

    @property
    def id(self) -> str:
        return self.card.id

    @cached_property
    def rule(self) -> Rule:
        """The rule itself, imported at the first question."""
        return self.card.rule

    @cached_property
    def options(self) -> Mapping[str, Any]:
        """The values of all options of the rule."""
        return with_defaults(self.rule.options, self.given)

    def give(self, own: Severity) -> Severity:
        """The severity of a finding that the rule itself gives `own`.

        A configured severity below the rule's highest caps its findings; any other replaces them all.
        """
        if self.severity is None:
            return own
        return min(own, self.severity) if self.severity < self.card.severity else self.severity


def select_rules(config: Config, catalogue: Catalogue, patterns: Sequence[str] = ()) -> tuple[Active, ...]:
    """The rules that run for a file, by id. Raises SelectionError.

    `patterns` are the per-file keys that fit the file. Rules are selected by `per-file-select`, else by `select`, else
    by the preset; `extend-select` adds to them; `ignore` and `per-file-ignores` have the last word.
    """
    _check_keys("severity", config.severity, catalogue)
    given = given_options(config, catalogue)
    selected = _selected(config, patterns)
    chosen = _chosen(config, selected, catalogue)
    for pattern in patterns:
        chosen -= expand(config.per_file_ignores.get(pattern, ()), f"per-file-ignores.{pattern}", catalogue)
    named = {id for ids in selected.values() for id in ids} | set(config.extend_select)
    found: list[Active] = []
    for card in catalogue.cards:
        if card.id not in chosen:
            continue
        severity = _severity(card, config)
        if config.preset == "minimal" and (severity or card.severity) < Severity.ERROR and card.id not in named:
            continue
        found.append(Active(card, severity, given.get(card.id, {}), card.id in named))
    return tuple(found)


def judged(active: Sequence[Active], config: Config, catalogue: Catalogue) -> frozenset[str]:
    """The rules that ran, and the families (and `all`) of which no rule that the preset switches on was left out."""
    ran = {one.id for one in active}
    left_out = [card for card in catalogue.cards if card.id not in ran and _on(card, config.preset)]
    whole = {one.card.family for one in active} - {card.family for card in left_out}
    return frozenset(ran | whole | (set() if left_out else {"all"}))


def expand(ids: Iterable[str], key: str, catalogue: Catalogue) -> set[str]:
    """Rule ids for a list of rule ids, families, and `all`. Raises SelectionError, which names `key`."""
    found: set[str] = set()
    for id in ids:
        if id == "all":
            found.update(catalogue.by_id)
        elif id in OURS and key == "ignore":
            continue  # no rule: the engine leaves these findings out
        elif id in catalogue.by_id:
            found.add(id)
        elif id in catalogue.families or id in FAMILIES:
            found.update(card.id for card in catalogue.cards if card.family == id)
        else:
            raise _unknown(id, key, catalogue)
    return found


def _selected(config: Config, patterns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The lists that select, by their keys; none where the preset does."""
    of_file = {
        f"per-file-select.{name}": config.per_file_select[name] for name in patterns if name in config.per_file_select
    }
    if of_file or config.select is None:
        return of_file
    return {"select": config.select}


def _chosen(config: Config, selected: Mapping[str, Sequence[str]], catalogue: Catalogue) -> set[str]:
    chosen = {id for key, ids in selected.items() for id in expand(ids, key, catalogue)}
    if not selected:
        chosen = {card.id for card in catalogue.cards if _on(card, config.preset)}
    chosen |= expand(config.extend_select, "extend-select", catalogue)
    return chosen - expand(config.ignore, "ignore", catalogue)


def _on(card: Card, preset: str) -> bool:
    if preset in card.presets:
        return card.presets[preset] is not None
    return card.on or preset == "strict"


def _severity(card: Card, config: Config) -> Severity | None:
    for name in (card.id, card.family, "all"):
        if name in config.severity:
            return Severity[config.severity[name].upper()]
    return card.presets.get(config.preset)


def _check_keys(key: str, table: Mapping[str, Any], catalogue: Catalogue) -> None:
    for id in table:
        expand([id], key, catalogue)


def _unknown(id: str, key: str, catalogue: Catalogue) -> SelectionError:
    import difflib

    known = [*catalogue.by_id, *catalogue.families, *FAMILIES, "all"]
    near = [name for name in known if name.endswith(f"/{id}")] or difflib.get_close_matches(id, known, n=1, cutoff=0.5)
    if near:
        return SelectionError(
            f"{key}：没有规则或类别“{id}”。是不是“{near[0]}”？",
            f"{key}: there is no rule or family {id!r}. Did you mean {near[0]!r}?",
        )
    return SelectionError(
        f"{key}：没有规则或类别“{id}”。用 speechlint rules 看全部规则。",
        f"{key}: there is no rule or family {id!r}. speechlint rules lists them all.",
    )
