"""Text in simplified characters: what each character and phrase of a traditional one becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from speechlint.lexicon.glyphs import NAME_CHARACTERS
from speechlint.lexicon.radicals import unified
from speechlint.lexicon.scripts import REGIONS, characters, fold
from speechlint.lexicon.transcription import LONGEST, Change, Doubt, is_word
from speechlint.lexicon.vocabulary import UNKNOWN, size
from speechlint.text.span import Span

REACH = 3  # code points on either side of a character whose words decide
COMMON = 3  # how common the word has to be that shows a character of names to be another word's
_ZHU = ("着", "著")
# Traditional characters of which both simplified forms are common enough to be asked about.
_SPOKEN = frozenset("乾瞭徵藉夥劃覆")


def into_simplified(text: str, folded: str, span: Span, *, traditional: bool) -> Iterator[Change | Doubt]:
    """What becomes of the characters in `span`, a line, in order; `traditional` says that 著 may stand for 着.

    `folded` is `text` in simplified characters, one by one.
    """
    table, phrases, standard = characters("TSCharacters"), _simplified_phrases(), _standard()
    at = span.start
    while at < span.end:
        character = unified(text[at]) or text[at]
        phrase = _phrase_at(text, at, span.end, phrases)
        if phrase and is_word(folded, at, at + len(phrase)):
            right = phrases[character][phrase]
            yield from _each(text, at, right)
            at += len(phrase)
            continue
        forms = table.get(character) or table.get(standard.get(character, ""), (character,))
        if character == "著" and traditional:
            forms = _ZHU
        if text[at] in NAME_CHARACTERS and _names_somebody(text, at, forms[0]):
            yield Doubt(Span(at, at + 1), text[at], forms[:1])
            at += 1
            continue
        form, sure = _simplified(text, at, forms) if len(forms) > 1 else (forms[0], True)
        if form != text[at]:
            yield Change(Span(at, at + 1), form)
        if not sure:
            yield Doubt(Span(at, at + 1), form, tuple(other for other in forms if other != form))
        at += 1


def _names_somebody(text: str, at: int, form: str) -> bool:
    """Whether no common word holds the simplified form there: 畢昇, 陳甦; but 提昇, 濛濛."""
    if text[at] in (text[at - 1 : at], text[at + 1 : at + 2]):
        return False
    before, after = fold(text[max(0, at - REACH) : at]), fold(text[at + 1 : at + REACH + 1])
    return form != text[at] and _commonest(before + form + after, len(before)) < COMMON


def _simplified(text: str, at: int, forms: tuple[str, ...]) -> tuple[str, bool]:
    """The form that makes the commoner word with its neighbours, else the first; and whether a word says so."""
    low, high = max(0, at - REACH), min(len(text), at + REACH + 1)
    before, after = fold(text[low:at]), fold(text[at + 1 : high])
    sizes = [_commonest(before + form + after, len(before)) for form in forms]
    best = max(sizes)
    if best == UNKNOWN:
        return forms[0], forms == _ZHU or text[at] not in _SPOKEN
    return forms[sizes.index(best)], True


def _commonest(words: str, at: int) -> int:
    """The size of the commonest word of up to four characters that holds the one at `at`."""
    return (
        max(
            size(words[start:end])
            for start in range(max(0, at - REACH), at + 1)
            for end in range(max(at + 1, start + 2), min(len(words), start + REACH + 1) + 1)
        )
        if len(words) > 1
        else UNKNOWN
    )


def _each(text: str, at: int, right: str) -> Iterator[Change]:
    for place, character in enumerate(right, at):
        if text[place] != character:
            yield Change(Span(place, place + 1), character)


def _phrase_at(text: str, at: int, end: int, phrases: Mapping[str, Mapping[str, str]]) -> str:
    found = phrases.get(text[at])
    if found is None:
        return ""
    return next((text[at:stop] for stop in range(min(end, at + LONGEST), at + 1, -1) if text[at:stop] in found), "")


@cache
def _simplified_phrases() -> Mapping[str, Mapping[str, str]]:
    """The package's phrases by their first character; those that change nothing but length are left out."""
    found: dict[str, dict[str, str]] = {}
    for phrase, forms in characters("TSPhrases").items():
        if len(forms[0]) == len(phrase):
            found.setdefault(phrase[0], {})[phrase] = forms[0]
    return found


@cache
def _standard() -> Mapping[str, str]:
    """The package's own standard for the forms of the regions, which its main table lacks."""
    return {
        other: form
        for table in REGIONS
        for form, others in characters(table).items()
        for other in others
        if other != form
    }
