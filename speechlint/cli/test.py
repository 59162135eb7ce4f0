"""speechlint test"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from speechlint.cli.commands import command_named
from speechlint.cli.console import Console
from speechlint.cli.listing import linter_here, unknown_rule
from speechlint.cli.selection import selection_of
from speechlint.cli.selection_options import config_options
from speechlint.cli.usage import UsageError
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.rule import Rule
from speechlint.plugins.catalogue import Catalogue, CatalogueError
from speechlint.reporters.visible import visible


@command_named("test")
@click.argument("paths", nargs=-1, metavar="[PATH|RULE]…")
@config_options
def command(paths: tuple[str, ...], **keys: Any) -> int:
    from speechlint.testing import run_examples

    linter = linter_here(selection_of(keys))
    console = Console(linter.config.lang)
    tried, failures = 0, []
    for rules, catalogue in _chosen(paths, linter.catalogue):
        tried += len(rules)
        failures += list(run_examples(rules, catalogue))
    for failure in failures:
        console.report([visible_lines(str(failure)) + "\n"])
    if failures:
        broken = len({failure.rule for failure in failures})
        said = Bilingual(
            f"{tried} 条规则中 {broken} 条的例子不成立，共 {len(failures)} 处。",
            f"{len(failures)} examples do not hold, in {broken} of {tried} rules.",
        )
    else:
        said = Bilingual(f"{tried} 条规则的例子全部成立。", f"The examples of {tried} rules all hold.")
    console.report([said.into(linter.config.lang) + "\n"])
    return 1 if failures else 0


def visible_lines(text: str) -> str:
    """The text with its own line ends, and nothing else that a terminal obeys."""
    return "\n".join(map(visible, text.split("\n")))


def _chosen(paths: Sequence[str], catalogue: Catalogue) -> list[tuple[list[Rule], Catalogue]]:
    """The rules to try, each group with the catalogue that knows it. Raises UsageError."""
    if not paths:
        return [(list(catalogue.rules), catalogue)]
    return [_from_path(Path(path), catalogue) if Path(path).exists() else _by_name(path, catalogue) for path in paths]


def _by_name(name: str, catalogue: Catalogue) -> tuple[list[Rule], Catalogue]:
    rules = [rule for rule in catalogue.rules if name in (rule.id, rule.family)]
    if rules:
        return rules, catalogue
    if name.endswith(".toml") or name.count("/") > 1:
        raise UsageError(f"{name}：没有这个文件或文件夹。", f"{name}: there is no such file or folder.")
    raise unknown_rule(name, catalogue.nearest(name))


def _from_path(path: Path, catalogue: Catalogue) -> tuple[list[Rule], Catalogue]:
    """The rules of a pack or of one rule file; those of our own folder are known already."""
    from speechlint.rulepack.errors import RulePackError
    from speechlint.rulepack.load import load_pack, load_rule

    try:
        rules = load_pack(path) if path.is_dir() else [load_rule(path)]
    except RulePackError as error:
        raise UsageError(error.zh, error.en) from error
    if not rules:
        raise UsageError(
            f"{path}：没有规则文件。规则包里应是 类别/名称.toml。",
            f"{path}: no rule files. A pack holds family/name.toml.",
        )
    new = [rule for rule in rules if rule.id not in catalogue.by_id]
    try:
        known = catalogue.with_rules(new) if new else catalogue
        return [known.by_id[rule.id] for rule in rules], known
    except CatalogueError as error:
        raise UsageError(str(error), str(error)) from error
