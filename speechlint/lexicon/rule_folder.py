"""Where the data of our own rules lies."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def rules_root() -> Path:
    """The folder of our own rule files: `_rules` in an installed package, the sibling `rules/` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


@cache
def pages_root() -> Path:
    """The folder of our own rules' pages: `_pages` in an installed package, the sibling `docs/rules` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_pages"
    return installed if installed.is_dir() else package.parent / "docs" / "rules"
