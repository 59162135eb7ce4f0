"""Which rules run for a file, with which severity and options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from speechlint.config.schema import Config
from speechlint.findings.diagnostic import Severity
from speechlint.findings.rule import Rule
from speechlint.plugins.catalogue import Catalogue


class SelectionError(Exception):
    """A rule id, option or option value that nobody knows; the message names the key and the nearest known name."""


@dataclass(frozen=True, slots=True)
class Active:
    """A rule that runs, with what the configuration says of it.

    `severity` None means that the rule's own severities stand; `named` says whether the user selected it by its own id.
    """

    rule: Rule
    severity: Severity | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    named: bool = False

    def give(self, own: Severity) -> Severity:
        """The severity of a finding that the rule itself gives `own`.

        A configured severity below the rule's highest caps its findings; any other replaces them all.
        """
        if self.severity is None:
            return own
        return min(own, self.severity) if self.severity < self.rule.severity else self.severity


def select_rules(config: Config, catalogue: Catalogue) -> tuple[Active, ...]:
    """The rules that run for every file, by id. Raises SelectionError."""
    chosen = _chosen(config, catalogue)
    named = set(config.select or ()) | set(config.extend_select)
    _check_keys("severity", config.severity, catalogue)
    _check_keys("options", config.options, catalogue)
    found: list[Active] = []
    for rule in catalogue.rules:
        if rule.id not in chosen:
            continue
        severity = _severity(rule, config)
        if config.preset == "minimal" and (severity or rule.severity) < Severity.ERROR and rule.id not in named:
            continue
        found.append(Active(rule, severity, _options(rule, config), rule.id in named))
    return tuple(found)


def expand(ids: Iterable[str], key: str, catalogue: Catalogue) -> set[str]:
    """Rule ids for a list of rule ids, families, and `all`. Raises SelectionError."""
    found: set[str] = set()
    for id in ids:
        if id == "all":
            found.update(catalogue.by_id)
        elif id in catalogue.by_id:
            found.add(id)
        elif id in catalogue.families:
            found.update(rule.id for rule in catalogue.rules if rule.family == id)
        elif id in FAMILIES:
            continue  # a family of the contract that has no rules yet
        else:
            nearest = catalogue.nearest(id)
            hint = f"是不是“{nearest}”？" if nearest else "用 speechlint rules 看全部规则。"
            raise SelectionError(f"{key}：没有规则或类别“{id}”。{hint}")
    return found


FAMILIES = frozenset(
    "placeholder redaction watermark truncation script numbering typo wording punctuation number spacing consistency".split()
)


def _chosen(config: Config, catalogue: Catalogue) -> set[str]:
    if config.select is None:
        chosen = {rule.id for rule in catalogue.rules if _on(rule, config.preset)}
    else:
        chosen = expand(config.select, "select", catalogue)
    chosen |= expand(config.extend_select, "extend-select", catalogue)
    return chosen - expand(config.ignore, "ignore", catalogue)


def _on(rule: Rule, preset: str) -> bool:
    if preset in rule.presets:
        return rule.presets[preset] is not None
    return rule.on or preset == "strict"


def _severity(rule: Rule, config: Config) -> Severity | None:
    configured = config.severity.get(rule.id, config.severity.get(rule.family))
    return Severity[configured.upper()] if configured else rule.presets.get(config.preset)


def _check_keys(key: str, table: Mapping[str, Any], catalogue: Catalogue) -> None:
    for id in table:
        expand([id], f"{key}.{id}", catalogue)


def _options(rule: Rule, config: Config) -> Mapping[str, Any]:
    values = {name: option.default for name, option in rule.options.items()}
    for name, value in config.options.get(rule.id, {}).items():
        if name not in values:
            known = "、".join(values) or "（无）"
            raise SelectionError(f"options.{rule.id}：没有选项“{name}”。可用：{known}")
        if type(value) is not type(values[name]):
            raise SelectionError(f"options.{rule.id}.{name}：应为 {type(values[name]).__name__}，不是 {value!r}")
        values[name] = value
    return values
