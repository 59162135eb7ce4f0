"""What the site a draft was copied from left in it.

Found by clues and their score, so that a site nobody has named is found too: words that point to a site (`words_*.py`)
start it, the sentence, the brackets or the line around them is judged as a whole (`score.py`), and lines between found
ones join them (`blocks.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.residue.clues import TRIGGERS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

__all__ = ["TRIGGERS", "Residue", "find_residue"]


class Residue(NamedTuple):
    """A stretch that is no part of the draft.

    `lines` are the 0-based numbers of the lines that it fills, empty for a notice inside a line of the draft; `kind` is
    the name of the rule that reports it; `score` is 4 or more, 6 for certain.
    """

    span: Span
    lines: range
    kind: str
    score: int
    evidence: tuple[str, ...]


def find_residue(document: Document) -> tuple[Residue, ...]:
    """Sorted and disjoint; residue lines one by one."""
    places = document.places(TRIGGERS)
    if not places:
        return ()
    from speechlint.document.residue.reading import Reading

    reading = Reading(document.folded, document.lines)
    reading.read(places)
    found = [Residue(span, range(0), kind, score, evidence) for span, kind, score, evidence in reading.notices]
    for line, (kind, score, evidence, _) in reading.whole.items():
        words = document.lines[line]
        text = words.of(document.text)
        start = words.start + len(text) - len(text.lstrip())
        span = Span(start, start + len(text.strip()))
        found.append(Residue(span, range(line, line + 1), kind, score, evidence))
    if not found:
        return ()
    from speechlint.document.residue.host_pages import without_own_matter

    return tuple(sorted(without_own_matter(document, found)))
