"""The mistakes of every two rules in one draft: mending one does not spoil the other."""

from __future__ import annotations

import os
import random
from collections import Counter
from functools import cache
from itertools import permutations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue
from speechlint.testing import read_marks
from tests.trust.turns import SEED, share, told

PAIRS = int(os.environ.get("SPEECHLINT_PAIRS", "300"))
"""How many of all pairs; a million are all of them."""
BATCH = 50


@cache
def mistakes() -> dict[str, str]:
    """One draft for each rule that mends: the first example with a fix."""
    found = {}
    for rule in catalogue().rules:
        texts = [read_marks(example.marked)[0] for example in rule.INVALID if example.fixed is not None]
        if texts:
            found[rule.id] = texts[0]
    return found


@cache
def linter() -> Linter:
    return Linter(Config())


def pairs() -> list[tuple[str, str]]:
    every = list(permutations(sorted(mistakes()), 2))
    return share(every if len(every) <= PAIRS else sorted(random.Random(SEED).sample(every, PAIRS)))


def batches() -> list[list[tuple[str, str]]]:
    every = pairs()
    return [every[i : i + BATCH] for i in range(0, len(every), BATCH)]


def errors(source: Source) -> Counter[str]:
    return Counter(entry.rule for entry in linter().check(source).kept if entry.severity is Severity.ERROR)


def unsure(source: Source) -> Counter[str]:
    """Findings below error of rules that go by likelihood: how sure they are follows from the rest of the draft."""
    inferring = {card.id for card in catalogue().cards if card.infers}
    kept = linter().check(source).kept
    return Counter(entry.rule for entry in kept if entry.rule in inferring and entry.severity < Severity.ERROR)


@cache
def alone(rule: str) -> Counter[str]:
    return errors(Source(f"{mistakes()[rule]}\n"))


@pytest.mark.parametrize("batch", batches(), ids=lambda batch: f"{batch[0][0]}…{batch[-1][0]}")
def test_mending_one_does_not_spoil_the_other(batch: list[tuple[str, str]]) -> None:
    for first, second in batch:
        source = Source(f"{mistakes()[first]}\n{mistakes()[second]}\n")
        # What either mistake is by itself was there before, though the other one made it less sure.
        known = (errors(source) + unsure(source)) | alone(first) | alone(second)
        for level in (Applicability.SAFE, Applicability.UNSAFE):
            outcome = fix_source(linter(), source, level)
            assert outcome.unsettled == (), (first, second, level)
            again = fix_source(linter(), outcome.source, level)
            assert again.applied == (), (first, second, level)
            if level is Applicability.SAFE:
                # Room that a mended error leaves is no room for another one of its rule.
                mended = Counter(entry.rule for entry in outcome.applied if entry.severity is Severity.ERROR)
                new = errors(outcome.source) - (known - mended)
                assert not new, (first, second, source.text, outcome.source.text, new)
    told(pairs=len(batch))
