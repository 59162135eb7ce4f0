"""Every promise of every rule, tried on its own examples."""

from __future__ import annotations

import pytest

from speechlint.findings.rule import Rule
from speechlint.plugins.manager import catalogue
from speechlint.testing import is_indexed, run_examples


@pytest.mark.parametrize("rule", catalogue().rules, ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    failures = [str(failure) for failure in run_examples([rule], catalogue())]
    assert not failures, "\n".join(failures)


def test_a_rule_that_its_index_does_not_know_any_more_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = catalogue().by_id["number/zero-form"]
    assert is_indexed(rule, catalogue())
    assert rule.triggers is not None
    with monkeypatch.context() as edited:
        edited.setitem(rule.triggers.__dict__, "words", (*rule.triggers.words, "新词"))
        failures = [str(failure) for failure in run_examples([rule], catalogue())]
        assert failures == [f"{rule.id}: 改过，rules/index 却没有跟上；请运行 python tools/build_rule_docs.py"]
    for name, value in {"triggers": None, "on": not rule.on, "presets": {"strict": None}}.items():
        with monkeypatch.context() as edited:
            edited.setattr(type(rule), name, value)
            assert not is_indexed(rule, catalogue()), name
