"""What in a line speaks for a site: words, each with the kind of residue it points to and how strongly."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from speechlint.document.residue.words_access import ACCESS
from speechlint.document.residue.words_label import LABEL_WORDS
from speechlint.document.residue.words_publisher import PUBLISHER
from speechlint.document.residue.words_trade import TRADE
from speechlint.lexicon.literals import Literals
from speechlint.text.pattern import Pattern

# From here on a clue decides by itself: no sentence of a speech or a law holds it.
DECISIVE = 6
# The longest stretch that a clue may need behind its word.
LONGEST_CLUE = 60
ADDRESS_WORDS = (
    "http HTTP Http www WWW Www w.w.w ｗｗｗ ＷＷＷ .com .COM .Com .cn .CN .Cn .net .NET .Net .cc .CC 点com 点ｃｏｍ 点cn 点net 。com 。cn 。net"
).split() + ["w w w", "W W W", "ｗ ｗ ｗ", ". com", ". cn", ". net", "．ｃｏｍ", "．ｃｎ", "．ｎｅｔ", "c o m", "C O M"]
SPACED_WORDS = ("范 文", "文 秘", "文 库", "公 文", "文 网", "秘 网", "文 档", "课 件", "材 料 网")


class Clue(NamedTuple):
    """One row of the tables: points of `weight` for `kind` where the pattern matches at the word (no pattern: always)."""

    kind: str
    weight: int
    pattern: Pattern | None
    name: str


class Hit(NamedTuple):
    """A clue that stands in the text."""

    start: int
    end: int
    clue: Clue


@cache
def clues_by_word() -> dict[str, tuple[Clue, ...]]:
    """The clues to try at each word."""
    found: dict[str, list[Clue]] = {}
    for kind, weight, words, source in (*ACCESS, *PUBLISHER, *TRADE):
        pattern = Pattern(source) if source else None
        for word in words.split("|"):
            found.setdefault(word, []).append(Clue(kind, weight, pattern, words.split("|")[0]))
    return {word: tuple(clues) for word, clues in found.items()}


LABELS = frozenset(LABEL_WORDS)
ADDRESSES = frozenset(ADDRESS_WORDS)
SPACED = frozenset(SPACED_WORDS)
TRIGGERS = Literals(
    (
        *dict.fromkeys(word for _, _, words, _ in (*ACCESS, *PUBLISHER, *TRADE) for word in words.split("|")),
        *LABEL_WORDS,
        *ADDRESS_WORDS,
        *SPACED_WORDS,
    )
)
