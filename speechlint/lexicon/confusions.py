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

FEW = 32  # questions for which the files are looked through; to divide them into rows takes as long as fifty of these


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
        self._asked = 0

    def entry(self, wrong: str) -> Confusion | None:
        """The entry of a wrong word in simplified characters."""
        row = self._row(wrong)
        return None if row is None else _read(row)

    def _row(self, wrong: str) -> str | None:
        if self._asked >= FEW:
            return self._rows.get(wrong)
        self._asked += 1
        if "\t" in wrong or "\n" in wrong or wrong.startswith("#"):
            return None
        start = self._files.rfind(f"\n{wrong}\t".encode("utf-8", "surrogatepass")) + 1
        return self._files[start : self._files.find(b"\n", start)].decode() if start else None

    @cached_property
    def _rows(self) -> dict[str, str]:
        rows = (row for row in self._files.decode().split("\n") if row and not row.startswith("#"))
        return {row.partition("\t")[0]: row for row in rows}

    @cached_property
    def _files(self) -> bytes:
        """One behind the other, with a line end in front of each row and behind the last one."""
        read = [(rules_root() / "typo" / f"{name}.tsv").read_bytes() for name in self.tables]
        return b"\n".join([b"", *read, b""]).replace(b"\r\n", b"\n")


def _read(row: str) -> Confusion:
    wrong, right, where, marks, bad, good = (*row.split("\t"), "", "", "", "")[:6]
    contexts = read_where(where)
    return Confusion(wrong, right, contexts.needed, contexts.barred, frozenset(marks.split()), bad, good)


CONFUSABLE = Confusions("idioms", "senses", "words")
ZUO_ZUO = Confusions("zuo-zuo")
