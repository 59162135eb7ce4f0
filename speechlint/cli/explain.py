"""speechlint explain"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator
from typing import Any

import click

from speechlint.cli.commands import command_named, option
from speechlint.cli.console import Console, columns
from speechlint.cli.listing import linter_here, unknown_rule
from speechlint.cli.selection import selection_of
from speechlint.cli.selection_options import config_options
from speechlint.findings.ours import OURS
from speechlint.reporters.cells import wrapped
from speechlint.reporters.pages import rule_page
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible

WIDEST = 100


@command_named("explain")
@click.argument("rule", metavar="RULE")
@config_options
@option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", zh="颜色", en="colours")
def command(rule: str, color: str, **keys: Any) -> int:
    linter = linter_here(selection_of(keys))
    if rule in OURS:
        Console(linter.config.lang, color).report([f"{rule}\n", OURS[rule].into(linter.config.lang) + "\n"])
        return 0
    known = linter.catalogue.by_id
    if rule not in known:
        nearest = difflib.get_close_matches(rule, known, n=1, cutoff=0.4)
        raise unknown_rule(
            rule, nearest[0] if nearest else next((id for id in known if id.partition("/")[2] == rule), None)
        )
    console = Console(linter.config.lang, color)
    page = rule_page(known[rule], linter.config.lang)
    width = min(WIDEST, columns(sys.stdout))
    console.report(line + "\n" for line in _laid_out(page, Style(console.colored(sys.stdout)), width))
    return 0


def _laid_out(page: str, style: Style, width: int) -> Iterator[str]:
    """The page for a terminal: examples indented, headings strong, lines no longer than the terminal is wide."""
    fenced = False
    for line in map(visible, page.rstrip("\n").split("\n")):
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            yield "    " + line
        elif line.startswith("#"):
            yield style.strong(line.lstrip("# "))
        elif line.startswith("**"):
            yield style.strong(line.strip("*"))
        else:
            indent = "  " if line.startswith("- ") else ""
            first, *more = wrapped(line.replace("`", ""), width - len(indent))
            yield first
            yield from (indent + rest for rest in more)
