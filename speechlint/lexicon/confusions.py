"""Tables of words that are written for others, as they stand in `rules/typo/*.tsv`.

A row is an entry: `wrong`, `right`, `where`, `marks`, `bad`, `good`, divided by tabs; empty cells at its end are left
out. Wrong and right are simplified and of one length. `where` says what has to stand beside the word (`beside.py`).
`marks` are `doubtful` for a word that is right now and then, `taste` for one that good texts have too, and `simplified`
for one that is right in traditional texts. `bad` and `good` are the entry's examples; the tests make some for entries
without.
"""

from __future__ import annotations

from functools import cached_property

from speechlint.lexicon.beside import Beside, Where, read_where
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple


class Confusion(NamedTuple):
    """A wrong word and the right one: one of the `needed` contexts must fit, if there are any, and no `barred` one."""

    wrong: str
    right: str
    needed: tuple[Beside, ...] = ()
    barred: tuple[Beside, ...] = ()
    marks: frozenset[str] = frozenset()
    bad: str = ""
    good: str = ""

    def fits(self, folded: str, start: int, end: int) -> bool:
        """Whether the neighbours of the word at `folded[start:end]` are those that it is wrong with."""
        return Where(self.needed, self.barred).fits(folded, start, end)


class Confusions:
    """The entries of some tables by their wrong words; files are read at the first question, rows when asked for."""

    def __init__(self, *tables: str) -> None:
        self.tables = tables
        self.words = Literals(lambda: tuple(self._rows))

    def entry(self, wrong: str) -> Confusion | None:
        """The entry of a wrong word in simplified characters."""
        row = self._rows.get(wrong)
        return None if row is None else _read(row)

    @cached_property
    def _rows(self) -> dict[str, str]:
        rows = {}
        for name in self.tables:
            for row in (rules_root() / "typo" / f"{name}.tsv").read_text(encoding="utf-8").split("\n"):
                if row and not row.startswith("#"):
                    rows[row.partition("\t")[0]] = row
        return rows


def _read(row: str) -> Confusion:
    wrong, right, where, marks, bad, good = (*row.split("\t"), "", "", "", "")[:6]
    contexts = read_where(where)
    return Confusion(wrong, right, contexts.needed, contexts.barred, frozenset(marks.split()), bad, good)


CONFUSABLE = Confusions("idioms", "senses", "words")
ZUO_ZUO = Confusions("zuo-zuo")
