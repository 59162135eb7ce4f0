"""What the modules of the package import, read from their sources."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[2] / "speechlint"


class Import(NamedTuple):
    """`module` imports `imported` (both dotted, absolute) at a line; `typing` where only type checkers follow it."""

    module: str
    imported: str
    line: int
    typing: bool


def sources() -> list[Path]:
    """Every module's file, sorted."""
    return sorted(PACKAGE.rglob("*.py"))


def module_of(file: Path) -> str:
    """The dotted name of a file's module; a package is named as such."""
    name = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
    return name.removesuffix(".__init__")


def imports_of(file: Path) -> Iterator[Import]:
    """Every import of the file from speechlint, at any depth."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    guarded = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.dump(block.test)
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: relative import"
            # `from speechlint.checks import x` may name a module or a thing in one: the longer name says which layer.
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "speechlint":
                yield Import(module_of(file), name, node.lineno, id(node) in guarded)
