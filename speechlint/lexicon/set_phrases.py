"""Phrases that stand in quotation marks with their parts in a fixed order: `rules/wording/set-phrases.tsv`.

A row is a phrase: its `parts` divided by `|`, and the `source`, divided by a tab. Parts are simplified.
"""

from __future__ import annotations

from functools import cached_property

from speechlint.lexicon.literals import Literals
from speechlint.lexicon.wordings import table_rows
from speechlint.text.named_tuple import NamedTuple

_OPENERS = "“「‘『"


class SetPhrase(NamedTuple):
    """The parts in their order, and where they stand so."""

    parts: tuple[str, ...]
    source: str


class SetPhrases:
    """The table; the file is read at the first question. `words` are quotations that begin with another part."""

    def __init__(self) -> None:
        self.words = Literals(
            lambda: (opener + part for phrase in self.all for part in phrase.parts[1:] for opener in _OPENERS)
        )

    def phrase(self, parts: tuple[str, ...]) -> SetPhrase | None:
        """The phrase of these parts, in whatever order; None where there is none, or where they are in order."""
        found = self._by_parts.get(frozenset(parts))
        return found if found is not None and len(parts) == len(found.parts) and parts != found.parts else None

    @cached_property
    def all(self) -> tuple[SetPhrase, ...]:
        return tuple(
            SetPhrase(tuple(parts.split("|")), source)
            for parts, source in (row.split("\t") for row in table_rows("set-phrases"))
        )

    @cached_property
    def _by_parts(self) -> dict[frozenset[str], SetPhrase]:
        return {frozenset(phrase.parts): phrase for phrase in self.all}


SET_PHRASES = SetPhrases()
