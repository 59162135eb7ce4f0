"""Whether a draft begins, or goes on behind a cut, in the middle of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.document.quotes import CLOSING
from speechlint.document.torn import HEADS
from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import BLANKS, CHINESE_DIGITS, is_han
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

SHORTEST_DRAFT = 40
REACH = 40
SHORTEST_REST = 15
# What nothing begins with.
_NEVER_FIRST = frozenset("，、；：。！？”’）》」』】〕,;)")
_SUFFIXES = frozenset("的了们着等性化")
_QUOTES = {closer: opener for opener, closer in CLOSING.items()}
_SPACE = BLANKS + "\r\n"


def find_broken_starts(document: Document) -> tuple[Span, ...]:
    """The words at each place where the text begins inside a sentence, up to the character that shows it."""
    found = []
    first = _first(document)
    if first is not None and len(document.text) - first >= SHORTEST_DRAFT:
        found.append(_broken(document, first))
    open_ends = {end.span.end for end in document.broken_ends}
    for cut in document.cuts:
        if cut.right is not None and cut.right != first:
            found.append(
                _broken(document, cut.right) or (_torn(document, cut.right) if cut.left in open_ends else None)
            )
    return tuple(span for span in found if span is not None)


def _first(document: Document) -> int | None:
    """Where the draft's first line begins that the site did not put there."""
    text, at = document.text, 0
    residue = None
    while at < len(text):
        if text[at] in _SPACE:
            at += 1
            continue
        if residue is None:
            residue = {span.start: span.end for span, *_ in document.residue}
            residue.update((mark.span.start, mark.span.end) for mark in document.page_marks[:1])
        if at not in residue:
            return at
        at = residue[at]
    return None


def _broken(document: Document, at: int) -> Span | None:
    text = document.text
    end = document.lines.ends[document.lines.index_of(at)]
    if text[at] in _NEVER_FIRST:
        return Span(at, at + 1)
    if text[at] in _SUFFIXES and is_han(text[at + 1 : at + 2]) and end - at > REACH:
        folded = document.folded
        if not any(knows(folded[at : at + length]) for length in (2, 3, 4)):
            return Span(at, at + 1)
    for offset in range(at, min(end, at + REACH)):
        if text[offset] in CLOSING:
            return None
        if text[offset] in _QUOTES:
            return Span(at, offset)  # the mark itself is the unbalanced one's
    return None


def _torn(document: Document, at: int) -> Span | None:
    """The second half of a word that the text goes on with, behind a cut that left a sentence open."""
    folded = document.folded
    end = document.lines.ends[document.lines.index_of(at)]
    if end - at < SHORTEST_REST or folded[at] in CHINESE_DIGITS or not (is_han(folded[at]) and is_han(folded[at + 1])):
        return None
    whole = folded[at] in HEADS or any(knows(folded[at : at + length]) for length in (2, 3, 4))
    return None if whole else Span(at, at + 2)
