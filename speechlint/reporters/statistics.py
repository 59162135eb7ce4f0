"""Counts for each rule, in the place of the findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.findings.diagnostic import Severity
from speechlint.findings.tally import Kind, Tally
from speechlint.reporters.cells import padded
from speechlint.reporters.findings import Remedy, remedy_of
from speechlint.reporters.json import encode
from speechlint.reporters.labels import SEVERITIES
from speechlint.reporters.registry import Run
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.named_tuple import NamedTuple

COUNTED = ("text", "concise", "json", "jsonl")  # the formats that have a manner for counts


class Row(NamedTuple):
    """How often a rule found something, and how many of these each way mends."""

    rule: str
    times: int
    worst: Severity
    safe: int
    unsafe: int


def rows(tallies: Iterable[Tally], run: Run) -> list[Row]:
    """A row a rule, the most frequent first."""
    found: dict[str, list[Kind]] = {}
    for tally in tallies:
        for kind in tally.kinds:
            found.setdefault(kind.rule, []).append(kind)
    table = []
    for rule, kinds in found.items():
        ways = dict.fromkeys(Remedy, 0)
        for kind in kinds:
            ways[remedy_of(kind, run)] += kind.times
        worst = max(kind.severity for kind in kinds)
        table.append(Row(rule, sum(ways.values()), worst, ways[Remedy.SAFE], ways[Remedy.UNSAFE]))
    return sorted(table, key=lambda row: (-row.times, row.rule))


def statistics(tallies: Iterable[Tally], run: Run, format_name: str) -> Iterator[str]:
    """The counts of all files, in the manner of the named format: a table to read, or JSON."""
    table = rows(tallies, run)
    if format_name == "jsonl":
        yield from (encode(_values(row)) + "\n" for row in table)
    elif format_name == "json":
        yield "[" + ",".join(f"\n  {encode(_values(row))}" for row in table) + ("\n]\n" if table else "]\n")
    else:
        yield from _table(table, run)


def _values(row: Row) -> dict[str, object]:
    return {
        "code": row.rule,
        "severity": row.worst.word,
        "count": row.times,
        "safe_fixes": row.safe,
        "unsafe_fixes": row.unsafe,
    }


def _table(table: list[Row], run: Run) -> Iterator[str]:
    style = Style(run.color)
    wide = max((len(str(row.times)) for row in table), default=0)
    name = max((len(visible(row.rule)) for row in table), default=0)
    for row in table:
        level = style.level(row.worst, SEVERITIES[row.worst].into(run.language))
        rule = run.rules.get(row.rule)
        title = visible(rule.title.into(run.language)) if rule else ""
        yield f"{row.times:>{wide}}  {level}  {padded(visible(row.rule), name)}  {title}".rstrip() + "\n"
