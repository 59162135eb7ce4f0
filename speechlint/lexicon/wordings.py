"""Tables of words that are better said otherwise, as they stand in `rules/wording/*.tsv`.

A row is an entry: `word`, `rights`, `where`, `note`, `bad`, `good`, divided by tabs; empty cells at its end are left
out. Words are simplified. `rights` are what should stand there, the likeliest first, with `|` between them; `where`
says what has to stand beside the word (`beside.py`). A `…` in a word stands for words of the sentence, and so in its
rights. What `note` holds is the table's own affair. `bad` and `good` are the entry's examples; the tests make some for
entries without.
"""

from __future__ import annotations

from functools import cached_property

from speechlint.lexicon.beside import Where, read_where
from speechlint.lexicon.literals import Literals
from speechlint.lexicon.rule_folder import rules_root
from speechlint.text.named_tuple import NamedTuple

GAP = "…"


class Wording(NamedTuple):
    """A word, or two with a gap between them, and what should stand there."""

    word: str
    rights: tuple[str, ...]
    where: Where = Where()
    note: str = ""
    bad: str = ""
    good: str = ""


class Wordings:
    """The entries of a table by their words; the file is read at the first question, rows when asked for.

    `words` are those without a gap, and what stands behind the gap of the others.
    """

    def __init__(self, table: str) -> None:
        self.table = table
        self._entries: dict[str, Wording] = {}
        self.words = Literals(lambda: (*(word for word in self._rows if GAP not in word), *self._gaps))

    def entry(self, word: str) -> Wording | None:
        """The entry of a word in simplified characters, with its gap if it has one."""
        entry = self._entries.get(word)
        if entry is None and word in self._rows:
            entry = self._entries[word] = _read(self._rows[word])
        return entry

    def heads(self, tail: str) -> tuple[str, ...]:
        """What stands before the gaps that end in `tail`."""
        return self._gaps.get(tail, ())

    @cached_property
    def _rows(self) -> dict[str, str]:
        return {row.partition("\t")[0]: row for row in table_rows(self.table)}

    @cached_property
    def _gaps(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for word in self._rows:
            head, gap, tail = word.partition(GAP)
            if gap:
                found[tail] = (*found.get(tail, ()), head)
        return found


def table_rows(table: str) -> list[str]:
    """The rows of a table of `rules/wording`, without its comments."""
    text = (rules_root() / "wording" / f"{table}.tsv").read_text(encoding="utf-8")
    return [row for row in text.split("\n") if row and not row.startswith("#")]


def _read(row: str) -> Wording:
    word, rights, where, note, bad, good = (*row.split("\t"), "", "", "", "")[:6]
    return Wording(word, tuple(rights.split("|")), read_where(where), note, bad, good)


COLLOCATIONS = Wordings("collocations")
MEASURES = Wordings("measures")
OFFICES = Wordings("offices")
REDUNDANT = Wordings("redundant")
VARIANTS = Wordings("variants")
