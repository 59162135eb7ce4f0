"""Patterns that pass over a whole text."""

from __future__ import annotations

import pickle
import re

import pytest

from speechlint.text.sweep import Sweep


def test_a_sweep_is_a_pattern_of_re_compiled_at_its_first_use() -> None:
    sweep = Sweep("[渠水]+")
    assert "finditer" not in vars(sweep)
    assert [match.span() for match in sweep.finditer("渠水与水渠")] == [(0, 2), (3, 5)]
    assert "finditer" in vars(sweep)
    assert isinstance(sweep.compiled, re.Pattern)


def test_a_sweep_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Sweep("[渠水]"))).search("一渠").start() == 1


def test_a_sweep_has_the_methods_of_a_pattern_alone() -> None:
    with pytest.raises(AttributeError):
        _ = Sweep("渠").flags  # type: ignore[attr-defined]
