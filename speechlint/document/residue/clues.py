"""What in a line speaks for a site: words, each with the kind of residue it points to and how strongly."""

from __future__ import annotations

from functools import cache

from speechlint.document.residue.words import (
    ad_block,
    button_label,
    disclaimer,
    editor_boilerplate,
    forum_noise,
    omitted_chars,
    paywall,
    site_name_line,
    unfinished_notice,
    upload_metadata,
    use_prohibition,
)
from speechlint.document.residue.words.addresses import ADDRESS_WORDS, SPACED_WORDS
from speechlint.document.residue.words.labels import LABEL_WORDS, TAIL_WORDS
from speechlint.document.residue.words.parts import Row
from speechlint.lexicon.literals import Literals
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

# From here on a clue decides by itself: no sentence of a speech or a law holds it.
DECISIVE = 6
# The longest stretch that a clue may need behind its word.
LONGEST_CLUE = 60
# The longest stretch that it may need in front of it.
LONGEST_FRONT = 24
# In the order in which kinds of one weight are preferred.
ROWS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    ("omitted-chars", omitted_chars.ROWS),
    ("unfinished-notice", unfinished_notice.ROWS),
    ("paywall", paywall.ROWS),
    ("editor-boilerplate", editor_boilerplate.ROWS),
    ("disclaimer", disclaimer.ROWS),
    ("use-prohibition", use_prohibition.ROWS),
    ("forum-noise", forum_noise.ROWS),
    ("upload-metadata", upload_metadata.ROWS),
    ("button-label", button_label.ROWS),
    ("ad-block", ad_block.ROWS),
    ("site-name-line", site_name_line.ROWS),
)


class Clue(NamedTuple):
    """One row of the tables: `weight` points for `kind` where the pattern matches at the word (no pattern: always).

    `near` are words one of which stands near wherever the pattern matches; where there are none, none is asked for.
    """

    kind: str
    weight: int
    pattern: Pattern | None
    name: str
    near: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A clue that stands in the text."""

    start: int
    end: int
    clue: Clue


@cache
def clues_by_word() -> dict[str, tuple[Clue, ...]]:
    """The clues to try at each word."""
    found: dict[str, list[Clue]] = {}
    for kind, rows in ROWS:
        for weight, bars, source, *near in rows:
            words = bars.split("|")
            asked = tuple(near[0].split("|")) if near else ()
            clue = Clue(kind, weight, Pattern(source) if source else None, words[0], asked)
            for word in words:
                found.setdefault(word, []).append(clue)
    return {word: tuple(clues) for word, clues in found.items()}


LABELS = frozenset(LABEL_WORDS)
TAILS = frozenset(TAIL_WORDS)
ADDRESSES = frozenset(ADDRESS_WORDS)
SPACED = frozenset(SPACED_WORDS)
TRIGGERS = Literals(
    (
        *(word for _, rows in ROWS for row in rows for word in row[1].split("|")),
        *LABEL_WORDS,
        *ADDRESS_WORDS,
        *SPACED_WORDS,
    )
)
