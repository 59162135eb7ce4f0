"""Rule files into rules."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speechlint.findings.rule import Rule


def rules_root() -> Path:
    """The folder of our own rule files: `_rules` in an installed package, the sibling `rules/` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def load_pack(folder: Traversable) -> Iterable[Rule]:
    """Every rule of a folder laid out like `rules/`, by path. Raises RulePackError."""
    return []
