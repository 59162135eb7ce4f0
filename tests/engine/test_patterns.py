"""Compiled patterns kept between runs: the same patterns, whatever became of the file."""

from __future__ import annotations

import copyreg
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import regex

from speechlint.engine import patterns as module
from speechlint.engine.patterns import NAME, kept_patterns
from speechlint.plugins.builtin import every_rule
from speechlint.text.pattern import Pattern

SOURCES = [r"(?P<left>第)?[一二三]{1,3}(?:章|节)", r"\p{Han}+(?=[,，])", r"(?<!某)某{2}(?!某)", "甲|乙|丙丁", ""]
TEXT = "第一章、第三节，某某县,乙。丙丁"


def found(sources: list[str]) -> list[list[tuple[Any, ...]]]:
    return [[(hit.span(), hit.groupdict()) for hit in Pattern(source).finditer(TEXT)] for source in sources]


def our_sources() -> list[str]:
    """The sources of all patterns that our modules hold by name."""
    every_rule()
    modules = [module for name, module in sys.modules.items() if name.startswith("speechlint.")]
    return sorted({value.source for each in modules for value in vars(each).values() if isinstance(value, Pattern)})


def test_a_kept_pattern_is_the_compiled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = our_sources()
    assert len(sources) > 100
    take_apart: Any = copyreg.dispatch_table[regex.Pattern]
    fresh = [take_apart(regex.compile(source, regex.VERSION0)) for source in sources]
    for _ in range(2):
        with kept_patterns(tmp_path):
            assert [take_apart(Pattern(source).compiled) for source in sources] == fresh
        monkeypatch.setattr(module.KeptPatterns, "keep", None)  # the second time nothing is compiled


DAMAGE: dict[str, Callable[[Path], object]] = {
    "none": lambda file: None,
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-9]),
    "a bit flipped": lambda file: file.write_bytes(file.read_bytes()[:-9] + b"\x00" + file.read_bytes()[-8:]),
    "emptied": lambda file: file.write_bytes(b""),
    "no file": lambda file: file.unlink(),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "of another kind": lambda file: file.write_bytes(
        module.MAGIC + module._sum(b"\x93\x01\x02\x03") + b"\x93\x01\x02\x03"
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_changes_nothing(damage: str, tmp_path: Path) -> None:
    plain = found(SOURCES)
    for step in (lambda file: None, DAMAGE[damage], lambda file: None):
        step(tmp_path / NAME)
        with kept_patterns(tmp_path):
            assert found(SOURCES) == plain
    assert Pattern.memory is None


def test_the_code_of_another_edition_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kept_patterns(tmp_path):
        found(SOURCES)
    before = (tmp_path / NAME).read_bytes()
    monkeypatch.setattr(sys, "version", "4.0")
    with kept_patterns(tmp_path):
        found(SOURCES[:1])
    assert (tmp_path / NAME).read_bytes() != before


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with kept_patterns(tmp_path / "file" / "cache"):
        found(SOURCES)


def test_nothing_is_written_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHLINT_CACHE_DIR", str(tmp_path))
    with kept_patterns(None):
        found(SOURCES)
    assert list(tmp_path.iterdir()) == []
