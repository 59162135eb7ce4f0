"""Characters that the script of their part of the draft does not write, and what should stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from speechlint.document.script import ScriptName, deciding_characters
from speechlint.lexicon.conversion import Choice, choose, judge, word_table
from speechlint.lexicon.merged import merge
from speechlint.lexicon.one_to_many import members
from speechlint.lexicon.reading import REACH
from speechlint.lexicon.scripts import characters, fold
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document


class Slip(NamedTuple):
    """`right` should stand at `span`, one character a character. `words` show it; `sure` where no other form exists."""

    span: Span
    right: str
    words: tuple[Choice, ...] = ()
    sure: bool = True


class ScriptSlips(NamedTuple):
    """What a draft holds of each kind, in order of offset."""

    simplified: tuple[Slip, ...] = ()  # runs of simplified characters in traditional text
    traditional: tuple[Slip, ...] = ()  # runs of traditional characters in simplified text
    members: tuple[Slip, ...] = ()  # the wrong one of the characters that simplified writing has merged


def find_slips(document: Document) -> ScriptSlips:
    """The slips of a draft. A text in simplified characters alone costs one pass for its set of characters."""
    simplified_only, traditional_only = deciding_characters()
    present = document.characters
    simplified, traditional = present & simplified_only, present & traditional_only
    if not traditional:
        return ScriptSlips()
    whole = document.script_sides.whole
    return ScriptSlips(
        _foreign(document, simplified, ScriptName.HANT) if simplified and whole is not ScriptName.HANS else (),
        _foreign(document, traditional, ScriptName.HANS) if simplified and whole is not ScriptName.HANT else (),
        _wrong_members(document, present) if whole is not ScriptName.HANS else (),
    )


def _foreign(document: Document, which: frozenset[str], side: ScriptName) -> tuple[Slip, ...]:
    """Runs of these characters in parts that are to be written in the script `side`."""
    text, sides = document.text, document.script_sides
    slips: list[Slip] = []
    for match in re.finditer(f"[{''.join(sorted(which))}]+", text):
        start, end = match.span()
        if sides.at(start) is not side:
            continue
        if side is ScriptName.HANS:
            slips.append(Slip(Span(start, end), fold(match.group())))
        else:
            slips.append(_traditional(document, Span(start, end)))
    return tuple(slips)


def _traditional(document: Document, span: Span) -> Slip:
    """Simplified characters into traditional ones, by the words round them where there is a choice."""
    right, words, sure = "", [], True
    low = max(0, span.start - REACH)
    near = merge(document.folded[low : span.end + REACH])
    for offset in range(*span):
        character = document.text[offset]
        form = characters("STCharacters")[character][0]
        if members(character):
            sure = False
            choice = choose(near, offset - low, word_table())
            if choice is not None:
                form = choice.right
                words.append(choice)
        right += as_written(form, document)
    return Slip(span, right, tuple(dict.fromkeys(words)), sure)


def _wrong_members(document: Document, present: frozenset[str]) -> tuple[Slip, ...]:
    """Characters of traditional parts in whose place the words around ask for another of the same simplified form."""
    doubts = word_table().doubts
    candidates = (present & doubts.keys()) - deciding_characters()[0]
    if not candidates:
        return ()
    text, folded, sides = document.text, merge(document.folded), document.script_sides
    table, slips = word_table(), []
    for match in re.finditer(f"[{''.join(sorted(candidates))}]", text):
        offset = match.start()
        if not doubts[match.group()].arises(folded, offset):
            continue
        choice = judge(match.group(), folded, offset, table)
        if choice is not None and sides.at(offset) is ScriptName.HANT:
            slips.append(Slip(Span(offset, offset + 1), as_written(choice.right, document), (choice,), False))
    return tuple(slips)


def as_written(character: str, document: Document) -> str:
    """The form of a traditional character that the draft writes: Taiwan's, unless it writes the table's own alone."""
    form = characters("TWVariants").get(character, (character,))[0]
    return character if form != character and character in document.text and form not in document.text else form
