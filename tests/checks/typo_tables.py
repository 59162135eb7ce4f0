"""The entries of the tables in `rules/typo`, and the examples that each of them promises."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from speechlint.lexicon.confusions import Confusion, Confusions
from speechlint.lexicon.rule_folder import rules_root

FOLDER = rules_root() / "typo"
RULES = {"idioms": "confusable-word", "senses": "confusable-word", "words": "confusable-word", "zuo-zuo": "zuo-zuo"}
# Sentences in which the unconditional entries are tried: whatever stands there, it must stand between marks.
CARRIER = "会上说了，{}，大家听得明白。"


class Examples(NamedTuple):
    """What an entry has to report, with the wrong word in ⟦ ⟧, and what it has to leave alone."""

    bad: str
    good: str


def rows(table: str) -> list[str]:
    """The lines of a table without its comments."""
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def entries(table: str) -> list[Confusion]:
    """The entries of a table, in its order."""
    confusions = Confusions(table)
    found = (confusions.entry(row.partition("\t")[0]) for row in rows(table))
    return [entry for entry in found if entry is not None]


def examples(entry: Confusion) -> Examples:
    """Those of the row, or those of the carrier."""
    bad = entry.bad or CARRIER.format(f"⟦{entry.wrong}⟧")
    return Examples(bad, entry.good or CARRIER.format(entry.right))


def tables() -> list[Path]:
    """The files of the folder."""
    return sorted(FOLDER.glob("*.tsv"))
