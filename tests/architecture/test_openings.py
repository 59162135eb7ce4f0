"""Files are opened in few places; all else is a function of its arguments."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.imports import module_of, sources

OPENERS = (
    "speechlint.cli",
    "speechlint.config",
    "speechlint.corpus.job",
    "speechlint.corpus.ledger",
    "speechlint.corpus.reading",
    "speechlint.corpus.writing",
    "speechlint.engine.baseline",
    "speechlint.engine.beside",
    "speechlint.engine.cache",
    "speechlint.engine.cores",
    "speechlint.engine.files",
    "speechlint.engine.ignore",
    "speechlint.engine.kept",
    "speechlint.engine.linter",
    "speechlint.engine.word_list",
    "speechlint.engine.work",
    "speechlint.engine.write",
    "speechlint.formats",
    "speechlint.lexicon",
    "speechlint.rulepack.index",
    "speechlint.rulepack.load",
    "speechlint.server.notes",
    "speechlint.server.server",
)
FUNCTIONS = frozenset({"open"})
METHODS = frozenset(
    {
        "fdopen",
        "mkdir",
        "mkdtemp",
        "mkstemp",
        "NamedTemporaryFile",
        "open",
        "read_binary",
        "read_bytes",
        "read_text",
        "rename",
        "replace_file",
        "TemporaryFile",
        "touch",
        "unlink",
        "write_bytes",
        "write_text",
    }
)


def openings(tree: ast.AST) -> list[int]:
    """The lines that open, make or remove a file."""
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS)
            or (isinstance(node.func, ast.Attribute) and node.func.attr in METHODS)
        )
    )


def may_open(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in OPENERS)


@pytest.mark.parametrize("file", [file for file in sources() if not may_open(module_of(file))], ids=module_of)
def test_opens_nothing(file: Path) -> None:
    assert openings(ast.parse(file.read_text(encoding="utf-8"))) == []


def test_every_opener_is_there() -> None:
    modules = {module_of(file) for file in sources()}
    assert {name for name in OPENERS if name not in modules} == set()


@pytest.mark.parametrize("line", ["open('a')", "Path('a').read_text()", "os.fdopen(3)", "file.write_bytes(b'')"])
def test_an_opening_is_seen(line: str) -> None:
    assert openings(ast.parse(line)) == [1]
