"""Every rule over every whole draft: what it mends alone spoils nothing that the others look at."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from tests.fixtures.test_fixtures import CASES, linter_of, source_of
from tests.trust.turns import share, told


def errors(linter: Linter, source: Source) -> Counter[str]:
    return Counter(entry.rule for entry in linter.check(source).kept if entry.severity is Severity.ERROR)


@pytest.mark.parametrize("draft", share(CASES), ids=lambda draft: draft.parent.name)
def test_each_rule_alone(draft: Path) -> None:
    every = linter_of(draft)
    source = source_of(draft, every)
    known = errors(every, source)
    mending = {entry.rule for entry in every.check(source).kept if entry.fix is not None}
    for rule in sorted(mending):
        alone = Linter(Config(preset=every.config.preset, select=(rule,)))
        for level in (Applicability.SAFE, Applicability.UNSAFE):
            outcome = fix_source(alone, source, level)
            assert outcome.unsettled == (), (rule, level)
            assert fix_source(alone, outcome.source, level).applied == (), (rule, level)
            if level is Applicability.SAFE and outcome.applied:
                assert not errors(every, outcome.source) - known, rule
    told(rules_on_drafts=len(mending))
