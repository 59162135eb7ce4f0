"""Events whose anniversaries are kept, as they stand in `rules/wording/foundings.tsv`.

A row is an event: its `names` divided by `|`, the `year`, `what happened` as the source of the year, and two examples,
divided by tabs. Names are simplified, and stand as they do in front of the number: 建党100周年.
"""

from __future__ import annotations

from functools import cache

from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple


class Founding(NamedTuple):
    """An event, by all its names, the year in which it happened, and where that is written."""

    names: tuple[str, ...]
    year: int
    source: str
    bad: str
    good: str


@cache
def foundings() -> tuple[Founding, ...]:
    """The rows of the table, in its order; read once."""
    text = (rules_root() / "wording" / "foundings.tsv").read_text(encoding="utf-8")
    return tuple(_read(row) for row in text.split("\n") if row and not row.startswith("#"))


@cache
def founding_years() -> dict[str, int]:
    """The year of each name."""
    return {name: founding.year for founding in foundings() for name in founding.names}


def _read(row: str) -> Founding:
    names, year, source, bad, good = row.split("\t")
    return Founding(tuple(names.split("|")), int(year), source, bad, good)
