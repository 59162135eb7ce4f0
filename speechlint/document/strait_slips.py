"""Words that a converter put into a mainland text for the other side of the strait."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.script import ScriptName
from speechlint.document.strait_side import StraitSide
from speechlint.lexicon.literals import Places
from speechlint.lexicon.reading import read_words
from speechlint.lexicon.scripts import fold
from speechlint.lexicon.strait import BORDER_WORDS, SENSE_WORDS, borders, is_meeting_held, senses
from speechlint.lexicon.vocabulary import size
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

# So common must the word across the border be, and so much cheaper the reading with it.
COMMON, CHEAPER = 5, 12.0
NEAR = 6  # code points on either side that are read


class StraitSlip(NamedTuple):
    """`right` stood at `span` before a conversion.

    `border` says that the phrase came about across the border of two words; `house` that the word is wrong only
    because the text is the mainland's; `habit` that both sides use both.
    """

    span: Span
    right: str
    border: bool = False
    house: bool = False
    habit: bool = False


def find_strait_slips(document: Document) -> tuple[StraitSlip, ...]:
    """What a converter did to a text of the mainland's offices, in order; none in texts of other sides."""
    sense_places, border_places = document.places(SENSE_WORDS), document.places(BORDER_WORDS)
    if not (sense_places or border_places) or not document.script_runs.has_traditional:
        return ()
    if document.script_sides.whole is not ScriptName.HANT:
        return ()
    if document.strait_side is not StraitSide.MAINLAND:
        return ()
    slips = list(_wrong_senses(document, sense_places))
    taken = {slip.span.start for slip in slips}
    slips += (slip for slip in _border_phrases(document, border_places) if slip.span.start not in taken)
    slips = [slip for slip in slips if document.script_sides.at(slip.span.start) is ScriptName.HANT]
    return _without_overlaps(sorted(slips, key=lambda slip: (slip.span.start, -slip.span.end)))


def _wrong_senses(document: Document, places: Places) -> Iterator[StraitSlip]:
    text, folded = document.text, document.folded
    kept: dict[str, bool] = {}
    for start, end in places:
        word = text[start:end]
        if word == "開會":
            if is_meeting_held(folded, end):
                yield StraitSlip(Span(start, end), "召開")
            continue
        sense = senses()[word]
        if not sense.holds(folded, start, end):
            continue
        # A converter leaves none of the mainland's words: where the text writes both, it is the writer's choice.
        house = not sense.stands_in(folded, start, end)
        if house and word not in kept:
            kept[word] = sense.mainland in text or text.count(word) < sense.house
        if not (house and kept[word]):
            yield StraitSlip(Span(start, end), sense.mainland, house=house, habit=sense.habit)


def _border_phrases(document: Document, places: Places) -> Iterator[StraitSlip]:
    text, folded = document.text, document.folded
    for start, end in places:
        before, after = folded[max(0, start - NEAR) : start], folded[end : end + NEAR]
        now = 0.0
        for source in borders()[text[start:end]]:
            original = fold(source)
            if not _joins(before, original, after):
                continue
            now = now or read_words(before + folded[start:end] + after)[0]
            cost, words = read_words(before + original + after)
            low, high = len(before), len(before) + len(original)
            crossed = any(first < low < last or first < high < last for first, last in words)
            if crossed and cost + CHEAPER <= now:
                yield StraitSlip(Span(start, end), source, border=True)
                break


def _joins(before: str, original: str, after: str) -> bool:
    """Whether the first or last character of what may have stood there makes a common word with its neighbour."""
    return any(size(before[-n:] + original[0]) >= COMMON for n in (1, 2) if len(before) >= n) or any(
        size(original[-1] + after[:n]) >= COMMON for n in (1, 2) if len(after) >= n
    )


def _without_overlaps(slips: list[StraitSlip]) -> tuple[StraitSlip, ...]:
    found: list[StraitSlip] = []
    for slip in slips:
        if not found or slip.span.start >= found[-1].span.end:
            found.append(slip)
    return tuple(found)
