"""No text makes a rule slow: the work on what each rule looks for grows with the text, not with its square.

Counted in lines of this program that are run, so that no busy machine can spoil it; `python -m benchmarks.growth`
measures more texts, and what runs inside of compiled patterns, in seconds.
"""

from __future__ import annotations

from functools import cache, partial

import pytest

from benchmarks.growth import shapes
from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.formats.source import Source
from speechlint.plugins.manager import catalogue
from tests.engine.test_bad_input import steps
from tests.trust.turns import share, told

SMALL, LARGE = 2_000, 8_000
GROWTH = (
    8  # times the work for four times the text; some rules look 2,000 code points about, and work of a square is 16
)
FEW_STEPS = 20_000  # decided once, or the same for every text


@cache
def linter() -> Linter:
    every = Linter(Config(preset="strict"))
    every.check_text("近日，X市召开大会。")  # what is loaded once
    return every


@pytest.mark.parametrize("id", share(sorted(rule.id for rule in catalogue().rules)))
def test_work_grows_with_the_text(id: str) -> None:
    units = dict(shapes(catalogue().by_id[id]))
    inside = "\n" in units["an example, in lines"].rstrip("\n")
    unit = units["an example, in lines" if inside else "an example, in one line"]
    check(unit)  # what it alone loads
    small, large = (steps(partial(check, (unit * length)[:length])) for length in (SMALL, LARGE))
    assert large <= FEW_STEPS or large <= small * GROWTH, unit
    told(rules=1)


def check(text: str) -> None:
    assert linter().check(Source(text)).failures == ()
