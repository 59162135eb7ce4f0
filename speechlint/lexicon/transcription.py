"""What a conversion between the scripts says of a place, and what both directions need."""

from __future__ import annotations

from speechlint.lexicon.vocabulary import UNKNOWN, size
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

TARGETS = ("hans", "hant", "tw", "hk")
LONGEST = 9  # code points of a phrase


class Doubt(NamedTuple):
    """A place where nothing decided: what was written there, and what else it may be. `word` for a word left alone."""

    span: Span
    written: str
    others: tuple[str, ...]
    word: bool = False


class Change(NamedTuple):
    """What stands in place of a span now."""

    span: Span
    written: str


def is_word(folded: str, start: int, end: int) -> bool:
    """Whether no word across either edge is commoner than the word itself."""
    across = max(size(folded[max(0, start - 1) : start + 1]), size(folded[end - 1 : end + 1]))
    return across <= size(folded[start:end]) or (end - start > 2 and size(folded[start:end]) == UNKNOWN)
