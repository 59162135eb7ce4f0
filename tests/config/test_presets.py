"""What each preset makes of the rules that come with the program."""

from __future__ import annotations

from typing import get_args

import pytest

from speechlint.config.schema import Config, Preset
from speechlint.config.select import select_rules
from speechlint.findings.diagnostic import Severity
from speechlint.plugins.manager import catalogue

CATALOGUE = catalogue()


def severities(preset: Preset) -> dict[str, Severity]:
    return {
        active.rule.id: active.give(active.rule.severity) for active in select_rules(Config(preset=preset), CATALOGUE)
    }


USUAL = severities("gongwen")


def test_usual() -> None:
    assert set(USUAL) == {rule.id for rule in CATALOGUE.rules if rule.presets.get("gongwen", rule.on)}


@pytest.mark.parametrize("preset", get_args(Preset))
def test_differences_are_those_that_the_rules_declare(preset: Preset) -> None:
    found = severities(preset)
    for rule in CATALOGUE.rules:
        if preset in rule.presets:
            assert found.get(rule.id) == rule.presets[preset]
        elif preset == "minimal":
            assert (rule.id in found) == (rule.on and rule.severity is Severity.ERROR)
        elif preset == "strict":
            assert found[rule.id] == rule.severity
        else:
            assert found.get(rule.id) == (rule.severity if rule.on else None)


def test_a_template_wants_its_placeholders() -> None:
    assert "placeholder/latin-mask" in set(USUAL) - set(severities("template"))


def test_minimal_reports_errors_alone() -> None:
    assert set(severities("minimal").values()) == {Severity.ERROR}


def test_strict_runs_every_rule_that_does_not_refuse_it() -> None:
    off = {rule.id for rule in CATALOGUE.rules if "strict" in rule.presets and rule.presets["strict"] is None}
    assert set(severities("strict")) == set(CATALOGUE.by_id) - off


def test_scraped_takes_watermarks_at_least_as_gravely() -> None:
    scraped = severities("scraped")
    for id, severity in USUAL.items():
        if id.startswith(("watermark/", "placeholder/")):
            assert scraped[id] >= severity
