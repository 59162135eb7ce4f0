"""speechlint rules"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any, get_args

import click
import msgspec

from speechlint.cli.commands import command_named, option
from speechlint.cli.console import Console
from speechlint.cli.listing import linter_here
from speechlint.cli.selection import selection_of
from speechlint.cli.selection_options import config_options
from speechlint.config.schema import Config, Preset
from speechlint.config.select import select_rules
from speechlint.engine.linter import Linter
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.fix import Applicability
from speechlint.findings.rule import Rule
from speechlint.reporters.cells import cells, padded
from speechlint.reporters.json import encode
from speechlint.reporters.labels import SEVERITIES, family_label
from speechlint.reporters.pages import presets_of
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible

FIXES = {
    None: Bilingual("—", "-"),
    Applicability.DISPLAY: Bilingual("建议", "display"),
    Applicability.UNSAFE: Bilingual("须过目", "unsafe"),
    Applicability.SAFE: Bilingual("安全", "safe"),
}


@command_named("rules")
@option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    zh="格式（默认 text）",
    en="format (default text)",
)
@config_options
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", zh="颜色", en="colours")
def command(output_format: str, color: str, **keys: Any) -> int:
    linter = linter_here(selection_of(keys))
    console = Console(linter.config.lang, color)
    rules, spoken = linter.catalogue.rules, linter.config.lang
    if output_format == "json":
        console.report([encode(list(_values(linter)), indent=2) + "\n"])
    elif output_format == "markdown":
        console.report(_markdown(rules, spoken))
    else:
        console.report(_text(rules, spoken, Style(console.colored(sys.stdout))))
    return 0


def _row(rule: Rule, spoken: Language) -> tuple[str, str, str, str, str]:
    presets = Bilingual("、", ", ").into(spoken).join(presets_of(rule, spoken))
    return (
        rule.id,
        SEVERITIES[rule.severity].into(spoken),
        FIXES[rule.fixes].into(spoken),
        visible(rule.title.into(spoken)),
        presets,
    )


def _text(rules: Sequence[Rule], spoken: Language, style: Style) -> Iterator[str]:
    rows = {rule.id: _row(rule, spoken) for rule in rules}
    widths = [max((cells(row[column]) for row in rows.values()), default=0) for column in range(4)]
    for family in dict.fromkeys(rule.family for rule in rules):
        own = [rule for rule in rules if rule.family == family]
        yield style.strong(f"{family} {family_label(family).into(spoken)}（{len(own)}）") + "\n"
        for rule in own:
            id, severity, fix, title, presets = rows[rule.id]
            yield (
                f"  {padded(id, widths[0])}  {style.level(rule.severity, padded(severity, widths[1]))}"
                f"  {padded(fix, widths[2])}  {padded(title, widths[3])}  {style.faint(presets.replace('`', ''))}\n"
            )
    yield (
        Bilingual(
            f"共 {len(rules)} 条。speechlint explain 规则 讲解一条。",
            f"{len(rules)} rules. speechlint explain RULE explains one.",
        ).into(spoken)
        + "\n"
    )


def _markdown(rules: Sequence[Rule], spoken: Language) -> Iterator[str]:
    yield (
        Bilingual("| 规则 | 级别 | 修改 | 查什么 | 预设 |", "| rule | severity | fix | what | presets |").into(spoken)
        + "\n"
    )
    yield "| --- | --- | --- | --- | --- |\n"
    for rule in rules:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in _row(rule, spoken)) + " |\n"


def _values(linter: Linter) -> Iterator[dict[str, Any]]:
    """One object a rule; `presets` says with which severity it runs in each, null where it does not."""
    presets = {
        preset: {
            active.rule.id: active
            for active in select_rules(msgspec.structs.replace(Config(), preset=preset), linter.catalogue)
        }
        for preset in get_args(Preset)
    }
    for rule in linter.catalogue.rules:
        yield {
            "code": rule.id,
            "family": rule.family,
            "title": rule.title._asdict(),
            "severity": rule.severity.word,
            "fix": rule.fixes.word if rule.fixes else None,
            "presets": {
                preset: active[rule.id].give(rule.severity).word if rule.id in active else None
                for preset, active in presets.items()
            },
            "norm": rule.norm or None,
            "since": rule.since,
        }
