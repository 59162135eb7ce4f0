"""`NOTICE` says of every shipped table and list where it comes from."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.packaging.environment import ROOT

SAID = (ROOT / "NOTICE").read_text(encoding="utf-8").replace(",", " ").replace(";", " ").split()
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for folder, suffixes in (("rules", {".tsv", ".txt", ".npy", ".bin"}), ("speechlint/lexicon", {".txt"}))
    for path in (ROOT / folder).rglob("*")
    if path.suffix in suffixes
)


def test_there_are_tables() -> None:
    assert len(DATA) > 30


@pytest.mark.parametrize("data", DATA)
def test_a_source_is_named(data: str) -> None:
    assert any(fnmatch(data, said) or Path(data).name == said for said in SAID)
