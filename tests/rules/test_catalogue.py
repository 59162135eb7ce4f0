"""The catalogue keeps its own rules."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import speechlint.checks
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Rule
from speechlint.plugins.builtin import CHECKS
from speechlint.plugins.manager import catalogue
from tools.build_rule_docs import stale

RULES = catalogue().rules


def test_table_of_checks_is_sorted_and_complete() -> None:
    assert list(CHECKS) == sorted(CHECKS)
    modules = {
        info.name.removeprefix("speechlint.checks.")
        for info in pkgutil.walk_packages(speechlint.checks.__path__, "speechlint.checks.")
        if not info.ispkg
        and any(
            isinstance(value, type)
            and issubclass(value, Rule)
            and hasattr(value, "id")
            and value.__module__ == info.name
            for value in vars(importlib.import_module(info.name)).values()
        )
    }
    assert {entry.split(":")[0] for entry in CHECKS} == modules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_told_in_full(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z0-9]+)*", rule.id)
    assert len(rule.INVALID) >= 2, "two INVALID examples"
    assert len(rule.VALID) >= 2, "two VALID examples that look like the mistake"
    for text in (rule.title, rule.why):
        assert re.search("[一-鿿]", text.zh), "Chinese text"
        assert text.en and not re.search("[一-鿿]{6,}", text.en), "English twin"
    assert (rule.fixes is None) == (rule.because is None), "a fix says why it is as safe as it is"
    if rule.fixes in (Applicability.SAFE, Applicability.UNSAFE):
        assert any(example.fixed is not None for example in rule.INVALID), "an example of the fix"


@pytest.mark.parametrize("entry", CHECKS)
def test_path_names_the_rule(entry: str) -> None:
    module, name = entry.split(":")
    rule = getattr(importlib.import_module(f"speechlint.checks.{module}"), name)
    assert rule.id == module.replace(".", "/").replace("_", "-")


def test_generated_pages_are_fresh() -> None:
    assert stale() == [], "run: python tools/build_rule_docs.py"


def test_every_rule_file_is_in_the_catalogue() -> None:
    root = Path(__file__).resolve().parents[2] / "rules"
    files = {f"{path.parent.name}/{path.stem}" for path in root.rglob("*.toml")}
    assert files <= {rule.id for rule in RULES}
