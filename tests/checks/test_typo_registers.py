"""Texts in registers and scripts that the tables of official prose do not know give no flood of findings.

The texts in `registers/` are of the tests' own making: other languages, the classical one, verse, novels, dialects, chat,
posts, lists of names, of medicines and of chemicals, manuals.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from speechlint import check_text

TEXTS = sorted((Path(__file__).parent / "registers").glob("*.txt"))
TRADITIONAL = {"classical_hant", "novel_hant", "cantonese"}
NOTICE = "typo/unknown-register"
MOST = 5  # findings in 100,000 characters


@cache
def rules(path: Path) -> list[str]:
    preset = "zh-hant" if path.stem in TRADITIONAL else "gongwen"
    return [found.rule for found in check_text(path.read_text(encoding="utf-8"), select=("typo",), preset=preset)]


def test_there_are_enough_texts() -> None:
    assert len(TEXTS) >= 25
    assert all(len(path.read_text(encoding="utf-8")) >= 400 for path in TEXTS)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_family_says_once_at_most_that_it_does_not_know_the_register(path: Path) -> None:
    assert rules(path).count(NOTICE) <= 1


def test_all_texts_together_give_hardly_a_finding() -> None:
    characters = sum(len(path.read_text(encoding="utf-8")) for path in TEXTS)
    findings = {path.stem: [rule for rule in rules(path) if rule != NOTICE] for path in TEXTS}
    assert sum(map(len, findings.values())) * 100_000 <= MOST * characters, findings


def test_a_slip_in_official_prose_is_found_beside_a_foreign_passage() -> None:
    text = "全镇干部部暑防汛工作。\n" + (TEXTS[0].parent / "english.txt").read_text(encoding="utf-8")
    assert [found.span.of(text) for found in check_text(text, select=("typo/confusable-word",))] == ["部暑"]
