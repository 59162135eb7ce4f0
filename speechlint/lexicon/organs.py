"""Organs that have another name now, as they stand in `rules/wording/organs.tsv`.

A row is an organ: its earlier `names` divided by `|`, what it is called `now`, `since` which month (2018-03), `where`
the old name counts (`beside.py`), `marks`, and the `source`, divided by tabs. An organ renamed twice has both names and
months, the first first, with `|` between them. `local` marks organs of provinces, cities and counties, which were
renamed over a year or more.
"""

from __future__ import annotations

from functools import cached_property

from speechlint.lexicon.beside import Where, read_where
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.wordings import table_rows
from speechlint.text.named_tuple import NamedTuple


class Stage(NamedTuple):
    """What an organ was called from a month on."""

    year: int
    month: int
    name: str


class Organ(NamedTuple):
    """An organ under its old names, and what it was called later, the earliest first."""

    names: tuple[str, ...]
    stages: tuple[Stage, ...]
    where: Where
    marks: frozenset[str]
    source: str

    def stage(self, year: int, month: int | None) -> Stage | None:
        """The name that a draft of this date should have; None where the old one was still right.

        Where the month is not known, a name counts from the next year on.
        """
        later = [each for each in self.stages if (each.year, each.month) < (year, 0 if month is None else month)]
        return later[-1] if later else None

    @property
    def local(self) -> bool:
        return "local" in self.marks


class Organs:
    """The table by its old names; the file is read at the first question."""

    def __init__(self) -> None:
        self.words = Literals(lambda: tuple(self._by_name))

    def organ(self, name: str) -> Organ | None:
        """The organ that was once called so, in simplified characters."""
        return self._by_name.get(name)

    @cached_property
    def all(self) -> tuple[Organ, ...]:
        return tuple(map(_read, table_rows("organs")))

    @cached_property
    def _by_name(self) -> dict[str, Organ]:
        return {name: organ for organ in self.all for name in organ.names}


def _read(row: str) -> Organ:
    names, now, since, where, marks, source = row.split("\t")
    months = [month.split("-") for month in since.split("|")]
    stages = (Stage(int(year), int(month), name) for (year, month), name in zip(months, now.split("|"), strict=True))
    return Organ(tuple(names.split("|")), tuple(stages), read_where(where), frozenset(marks.split()), source)


ORGANS = Organs()
