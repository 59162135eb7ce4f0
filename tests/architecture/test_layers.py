"""Who may import whom."""

from __future__ import annotations

import pytest

from tests.architecture.imports import Import, imports_of, module_of, sources

# A row may use every row above it. Names in one row do not see each other, but for those in PEERS.
ROWS = (
    ("text",),
    ("formats", "document", "lexicon"),
    ("findings",),
    ("rulepack", "checks", "reporters"),
    ("plugins",),
    ("config",),
    ("engine",),
    ("api", "testing"),
    ("",),  # speechlint itself: the public names
    ("server", "corpus"),
    ("cli",),
    ("__main__",),
)
PEERS = frozenset({"formats", "document", "lexicon"})
LEVELS = {name: level for level, row in enumerate(ROWS) for name in row}
# Hook specifications name the types of all that plugins may bring, and the catalogue holds them.
TYPED_FREELY = frozenset({"speechlint.plugins.hookspecs"})


def layer_of(module: str) -> str:
    """The part of the house that a module, or a name in one, belongs to; "" for the package itself."""
    second = module.split(".")[1] if "." in module else ""
    return second if second in LEVELS else ""


def allowed(each: Import) -> bool:
    own, other = layer_of(each.module), layer_of(each.imported)
    if own == other or (each.typing and each.module in TYPED_FREELY):
        return True
    if {own, other} <= PEERS:
        return True
    return LEVELS[other] < LEVELS[own]


def test_every_module_has_its_row() -> None:
    names = {module_of(file).split(".")[1] for file in sources() if "." in module_of(file)}
    assert names <= set(LEVELS)


@pytest.mark.parametrize("file", sources(), ids=module_of)
def test_imports_go_upwards(file: object) -> None:
    wrong = [each for each in imports_of(file) if not allowed(each)]  # type: ignore[arg-type]
    assert wrong == []


@pytest.mark.parametrize(
    ("module", "imported", "wanted"),
    [
        ("speechlint.text.lines", "speechlint.document.model.Document", False),
        ("speechlint.checks.placeholder.x", "speechlint.reporters.labels", False),
        ("speechlint.checks.placeholder.x", "speechlint.checks.placeholder.y", True),
        ("speechlint.engine.linter", "speechlint.config.select.expand", True),
        ("speechlint.engine.linter", "speechlint.cli.main", False),
        ("speechlint.reporters.json", "speechlint.engine.linter.Linter", False),
        ("speechlint.document.model", "speechlint.lexicon.literals", True),
        ("speechlint.findings.rule", "speechlint", False),
        ("speechlint.cli.main", "speechlint", True),
    ],
)
def test_the_table_says_what_it_means(module: str, imported: str, wanted: bool) -> None:
    assert allowed(Import(module, imported, 1, False)) is wanted
