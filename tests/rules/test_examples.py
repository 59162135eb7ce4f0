"""Every promise of every rule, tried on its own examples."""

from __future__ import annotations

import pytest

from speechlint.findings.rule import Rule
from speechlint.plugins.manager import catalogue
from speechlint.testing import run_examples


@pytest.mark.parametrize("rule", catalogue().rules, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    failures = [str(failure) for failure in run_examples([rule], catalogue())]
    assert not failures, "\n".join(failures)
