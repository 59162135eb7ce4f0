"""The page that says what proves each promise names tests that are there, and parts of the long run that exist."""

from __future__ import annotations

import re
from pathlib import Path

from tests.trust.soak import PARTS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def test_every_named_test_is_there() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", PAGE))
    assert len(named) > 15
    assert [name for name in sorted(named) if "<" not in name and not (ROOT / name).exists()] == []


def test_every_test_of_trust_is_named() -> None:
    own = {f"tests/trust/{path.name}" for path in (ROOT / "tests" / "trust").glob("test_*.py")} - {
        "tests/trust/test_page.py"
    }
    assert own <= set(re.findall(r"`(tests/[^`]+)`", PAGE))


def test_every_promise_has_its_proof() -> None:
    rows = [
        line.split(" | ")
        for line in PAGE.partition("\n## ")[0].split("\n")
        if line.startswith("| ") and not line.startswith(("| **", "| ---", "| promise"))
    ]
    assert len(rows) > 20
    assert all(len(row) == 4 and "tests/" in row[1] and row[2].strip() for row in rows)


def test_the_long_run_runs_tests_that_are_there() -> None:
    assert [name for name, part in PARTS.items() if not (ROOT / part.tests).is_file()] == []
    for name, part in PARTS.items():
        assert all(variable in (ROOT / part.tests).read_text(encoding="utf-8") for variable in part.variables), name
