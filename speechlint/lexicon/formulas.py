"""Sets of words that are fixed in their members and order, as they stand in `rules/wording/formulas.tsv`.

A row is one edition of a set: `labels` divided by `|`, `members` in their order, the `years` it holds for (2014-2020,
or 2014- to this day), `marks`, and the `source`, divided by tabs. A member is written in several ways: `/` stands
between them, and what stands in `( )` may be left out. Marks are `unordered` where texts give the members in any order,
`loose` where the label does not say how many there are, or is used of other things too, so that a text may name some,
and `own` where all members together can be nothing else, so that the list needs no label.
A label may have several rows; a list is right if it is one of them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import product

from speechlint.lexicon.literals import Literals
from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

JOINTS = "、，,；;和与及"  # what stands between members
_PART = Pattern(r"\(([^)]*)\)|([^(]+)")


class Formula(NamedTuple):
    """An edition of a set: for each member the ways it is written, the fullest first; years are inclusive.

    `forms` are all ways of writing with the member's index, the longest first; `tail` is what all members end in (意识
    of 四个意识), mostly nothing; `marks_inside` counts the marks and joints that a list of them has.
    """

    labels: tuple[str, ...]
    members: tuple[tuple[str, ...], ...]
    since: int
    until: int | None
    marks: frozenset[str]
    source: str
    forms: tuple[tuple[str, int], ...]
    tail: str
    marks_inside: int

    @property
    def counted(self) -> bool:
        """Whether the set is always given whole."""
        return "loose" not in self.marks


class Formulas:
    """The table by its labels; the file is read at the first question, rows when asked for."""

    def __init__(self) -> None:
        self.words = Literals(lambda: tuple(self._rows))
        self.keys = Literals(lambda: tuple(self._by_key))

    def editions(self, label: str) -> tuple[Formula, ...]:
        """The rows of a label, in simplified characters; empty for what is none."""
        if label not in self._read:
            self._read[label] = tuple(map(_read, self._rows.get(label, ())))
        return self._read[label]

    def keyed(self, key: str) -> Formula | None:
        """The formula that is looked for where its longest member stands, with or without its label."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Formula]:
        return {max((forms[0] for forms in each.members), key=len): each for each in self.all if "own" in each.marks}

    @cached_property
    def all(self) -> tuple[Formula, ...]:
        """Every row, in the order of the table."""
        return tuple(_read(row) for row in self._lines)

    @cached_property
    def _read(self) -> dict[str, tuple[Formula, ...]]:
        return {}

    @cached_property
    def _lines(self) -> list[str]:
        text = (rules_root() / "wording" / "formulas.tsv").read_text(encoding="utf-8")
        return [row for row in text.split("\n") if row and not row.startswith("#")]

    @cached_property
    def _rows(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self._lines:
            for label in row.partition("\t")[0].split("|"):
                found.setdefault(label, []).append(row)
        return found


def _read(row: str) -> Formula:
    labels, written, years, marks, source = row.split("\t")
    since, _, until = years.partition("-")
    members = tuple(_forms(member) for member in written.split("|"))
    forms = [(form, index) for index, ways in enumerate(members) for form in ways]
    return Formula(
        tuple(labels.split("|")),
        members,
        int(since),
        int(until) if until else None,
        frozenset(marks.split()),
        source,
        tuple(sorted(forms, key=lambda form: -len(form[0]))),
        _tail([ways[0] for ways in members]),
        sum(1 + sum(mark in JOINTS for mark in ways[0]) for ways in members),
    )


def _tail(words: list[str]) -> str:
    ends = (words[0][at:] for at in range(len(words[0])))
    return next((end for end in ends if all(word.endswith(end) for word in words)), "")


def _forms(member: str) -> tuple[str, ...]:
    """政治(意识) gives 政治意识 and 政治; forms divided by `/` keep their order."""
    found: dict[str, None] = {}
    for way in member.split("/"):
        parts = [(match[1], "") if match[2] is None else (match[2],) for match in _PART.finditer(way)]
        ways = ("".join(chosen) for chosen in product(*parts))
        found.update(dict.fromkeys(sorted(ways, key=len, reverse=True)))
    return tuple(found)


FORMULAS = Formulas()
