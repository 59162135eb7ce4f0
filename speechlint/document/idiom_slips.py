"""Idioms with one wrong character: 杯水车新 for 杯水车薪."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from speechlint.document.phrase_slips import LONGEST_KIND, TITLE_MARKS, in_japanese, is_enclosed, is_named, is_spoken_of
from speechlint.document.prose import text_as_read
from speechlint.document.script import as_written
from speechlint.lexicon.confusions import CONFUSABLE, ZUO_ZUO
from speechlint.lexicon.idiom_list import LENGTH, NearIdiom, idiom_size, is_right, is_set_phrase, near_in_text
from speechlint.lexicon.likeness import FUZZY, SAME, likeness
from speechlint.lexicon.scripts import traditional_forms
from speechlint.lexicon.vocabulary import LONGEST, knows, size
from speechlint.text.charsets import is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

LOOKS_LIKE = 170  # of 255
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两半双几数")
PARTICLES = frozenset("的地得了着过和与及或而且在于是为以由从向对把被将让给所其该各等也都又再就还不有无可能会要这那")
SHORT = 14  # code points, with the marks
SHORT_DRAFT = 10_000  # code points; in a longer one it is quicker to look for slips than to ask whether there are any
REACH = 8  # code points on either side: no entry of the tables of wrong words is longer


class IdiomSlip(NamedTuple):
    """The wrong character, the four that are an idiom but for it, what should stand in its place, and the idiom, both
    in the script of the text; `quoted` says that they stand in a title, in somebody's own words or in a short
    expression in marks."""

    span: Span
    whole: Span
    character: str
    right: str
    quoted: bool


def find_idiom_slips(document: Document) -> tuple[IdiomSlip, ...]:
    """The idioms of the text that have one wrong character, in order."""
    if not (document.is_gathered or may_have_slips(document)):
        return ()
    offsets = document.symbols.offsets
    slips: list[IdiomSlip] = []
    last = reach = 0  # the end of the last slip, and of the furthest quotation that begins before the next
    quoted: list[Span] | None = None
    for start, found in groupby(document.evidence.idioms, key=attrgetter("start")):
        whole = Span(int(offsets[start]), int(offsets[start + LENGTH - 1]) + 1)
        if whole.start < last or whole.end - whole.start > LENGTH:  # something stands between its characters
            continue
        best = _most_likely(document, found, whole)
        if best is None or not _is_wrong(document.folded, whole, best):
            continue
        last = whole.end
        quoted = quoted if quoted is not None else _quotations(document)
        while quoted and quoted[-1].start < whole.start:
            reach = max(reach, quoted.pop().end)
        at = Span(whole.start + best.at, whole.start + best.at + 1)
        right = as_written(document.text, whole, [best.idiom])[0]
        slips.append(IdiomSlip(at, whole, right[best.at], right, quoted=reach > whole.end))
    return tuple(slips)


def may_have_slips(document: Document) -> bool:
    """Whether a slip is possible at all. Most short drafts have none, and numpy and the tables are spared for them."""
    if len(document.text) > SHORT_DRAFT:
        return True
    for near in near_in_text(text_as_read(document)):
        whole = Span(near.start, near.start + LENGTH)
        word = whole.of(document.folded)
        is_other = idiom_size(word) > 0 or is_right(word) or knows(word)
        if not is_other and _most_likely(document, [near], whole) is not None:
            return True
    return False


def _quotations(document: Document) -> list[Span]:
    """Titles, somebody's own words, and short expressions in marks, where a pun may stand; the last one first."""
    return [
        quote.span
        for quote in reversed(document.quotes)
        if quote.direct or quote.opener in TITLE_MARKS or quote.span.end - quote.span.start <= SHORT
    ]


def _most_likely(document: Document, found: Iterable[NearIdiom], whole: Span) -> NearIdiom | None:
    """Of the idioms that a slip may have been, the one that sounds nearest, then the most common."""
    ranked = []
    for near in found:
        place, right = whole.start + near.at, near.idiom[near.at]
        written = document.folded[place]
        if {written, right} & NUMERALS or written in PARTICLES:
            continue
        alike = likeness(written, right)
        if alike.sound not in (SAME, FUZZY) and alike.shape < LOOKS_LIKE:
            continue
        if document.text[place] not in traditional_forms(right):  # asked last: it has to read the tables of scripts
            ranked.append((alike.sound != SAME, alike.sound != FUZZY, -idiom_size(near.idiom), near))
    return min(ranked)[-1] if ranked else None


def _is_wrong(folded: str, whole: Span, near: NearIdiom) -> bool:
    """Whether nothing else explains the four characters."""
    from speechlint.lexicon.ngram_table import level

    word = whole.of(folded)
    return not (
        idiom_size(word) > 0  # the symbols hold what the mainland writes for a house word
        or is_right(word)
        or knows(word)
        or level(word) > 0
        or _is_other_words(folded, whole, word, near.at)
        or (is_enclosed(folded, whole) and not _is_slogan(folded, whole, near.idiom))
        or is_named(folded, whole)
        or _has_entry(folded, whole)
        or is_spoken_of(folded, whole)
        or in_japanese(folded, whole)
    )


def _is_slogan(folded: str, whole: Span, idiom: str) -> bool:
    """Whether it is a set phrase of official prose, which offices put in marks, and no name made in its likeness."""
    return is_set_phrase(idiom) and not is_named(folded, Span(whole.start - 1, whole.end + 1), LONGEST_KIND)


def _is_other_words(folded: str, whole: Span, word: str, at: int) -> bool:
    """Whether the character belongs to a word that is no half of the idiom, or both halves are words."""
    if knows(word[:2]) and knows(word[2:]):
        return True
    before, after = folded[max(0, whole.start - LONGEST) : whole.start], folded[whole.end : whole.end + LONGEST]
    text, place = before + word + after, len(before) + at
    halves = (len(before), len(before) + 2)
    for length in range(2, 5):
        for start in range(max(0, place - length + 1), min(place, len(text) - length) + 1):
            if not (length == 2 and start in halves) and size(text[start : start + length]) > 0:
                return True
    return False


def _has_entry(folded: str, whole: Span) -> bool:
    """Whether a table of wrong words has what stands here: whatever it says of it is said by another rule."""
    start, end = max(0, whole.start - REACH), min(len(folded), whole.end + REACH)
    while start < whole.start and not is_han(folded[start]):
        start += 1
    around = folded[start:end]
    first, last = whole.start - start, whole.end - start
    return any(
        table.entry(around[left:right]) is not None
        for left in range(last - 1)
        for right in range(max(left + 2, first + 1), len(around) + 1)
        for table in (CONFUSABLE, ZUO_ZUO)
    )
