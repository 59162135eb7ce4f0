"""What every file of the project keeps to."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.imports import PACKAGE, module_of, sources

ROOT = PACKAGE.parent
TEXT_SUFFIXES = frozenset({".py", ".toml", ".md", ".txt", ".tsv", ".yaml", ".yml", ".json", ".cfg", ".sh", ""})
FOREIGN_FOLDERS = frozenset({"__pycache__", "build", "dist", "fixtures", "node_modules"})

# They read tables of our own or of opencc, whose lines end at \n; drafts are read through document.lines.
SPLITS_TABLES = frozenset({"speechlint.lexicon.scripts", "speechlint.cli.init"})
HEAVY = (
    *(
        "asyncio",
        "jinja2",
        "jsonschema",
        "lsprotocol",
        "multiprocessing",
        "opencc",
        "pathspec",
        "pygls",
        "rich",
        "tomlkit",
    ),
    *("importlib.metadata", "regex"),
)


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def calls_of(tree: ast.AST, attribute: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == attribute
    ]


def project_files() -> Iterator[Path]:
    """The texts of the project, but for drafts and what is built or hidden by the tools."""
    for file in sorted(ROOT.rglob("*")):
        parts = file.relative_to(ROOT).parts
        if FOREIGN_FOLDERS.intersection(parts) or any(part.startswith(".") and part != ".ci" for part in parts[:-1]):
            continue
        if file.is_file() and file.suffix in TEXT_SUFFIXES and not any(part.endswith(".egg-info") for part in parts):
            yield file


@pytest.mark.parametrize("file", [file for file in sources() if module_of(file) not in SPLITS_TABLES], ids=module_of)
def test_lines_end_where_the_document_says(file: Path) -> None:
    """str.splitlines() also breaks at form feeds and other characters that end no line of a draft."""
    assert calls_of(tree_of(file), "splitlines") == []


def rule_files() -> list[Path]:
    return [
        file
        for file in sources()
        if module_of(file).startswith(("speechlint.checks.", "speechlint.document.", "speechlint.rulepack."))
    ]


@pytest.mark.parametrize("file", rule_files(), ids=module_of)
def test_patterns_are_compiled_when_used(file: Path) -> None:
    assert calls_of(tree_of(file), "compile") == [], "write Pattern(r'…'): nothing is compiled at import"


@pytest.mark.parametrize("file", sources(), ids=module_of)
def test_no_failure_is_passed_over(file: Path) -> None:
    silent = [
        node.lineno
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
        and all(isinstance(statement, ast.Pass) for statement in node.body)
    ]
    assert silent == []


def test_named_tuples_are_ours() -> None:
    """Those of `typing` are compiled when they are imported."""
    found = {
        module_of(file)
        for file in sources()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ImportFrom)
        and node.module == "typing"
        and any(alias.name == "NamedTuple" for alias in node.names)
    }
    assert found == {"speechlint.text.named_tuple"}


def test_only_one_module_imports_regex() -> None:
    found = {
        module_of(file)
        for file in sources()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Import) and any(alias.name == "regex" for alias in node.names)
    }
    assert found == {"speechlint.text.pattern"}


def test_names_of_modules_are_nouns() -> None:
    assert {file.stem for file in sources()}.isdisjoint(
        {"util", "utils", "helper", "helpers", "common", "misc", "tools"}
    )


# A slash in front, and the first folder of machines that people work on.
MACHINE_PATH = re.compile(r"(?<![\w./*<])/(?:(?:work|root|Users|srv)/|home/(?!somebody))\w")


def test_no_path_of_a_machine() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in project_files()
        if file != Path(__file__)
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_nothing_is_left_to_do() -> None:
    mark = re.compile(r"#\s*(TODO|FIXME)\b")
    assert [
        str(file.relative_to(ROOT)) for file in project_files() if mark.search(file.read_text(encoding="utf-8"))
    ] == []


def test_starting_imports_nothing_heavy() -> None:
    """The packages that only some commands need are imported when they are used."""
    program = f"import sys, speechlint.cli.main; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def counted_spans(tree: ast.Module) -> Iterator[int]:
    """Where somebody asks how many values a span has, as far as the source alone shows that it is one."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        spans = {one.arg for one in every if isinstance(one.annotation, ast.Name) and one.annotation.id == "Span"}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("Span("):
                spans |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len":
                asked = ast.unparse(node.args[0])
                if asked in spans or asked.endswith(".span"):
                    yield node.lineno


def test_no_span_is_asked_for_its_length() -> None:
    """A span is a tuple of two: `len` gives 2, however long the stretch is, and no type checker minds."""
    shown = "def f(span: Span) -> int:\n    whole = Span(1, 2)\n    return len(span) + len(whole) + len(quote.span)"
    assert list(counted_spans(ast.parse(shown))) == [3, 3, 3]
    assert [(module_of(file), line) for file in sources() for line in counted_spans(tree_of(file))] == []
