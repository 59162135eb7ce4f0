"""The prose of a draft as symbols: what the tables of official prose are asked about.

The text is read in simplified characters, and what traditional texts alone write is read as the mainland writes it.
Line ends inside a sentence and the markup of Markdown are nothing; a mask is letters; code, what a site left and page
marks part what stands on either side of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from speechlint.lexicon.house_words import as_mainland
from speechlint.lexicon.vocabulary import knows

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.lexicon.symbols import Sequence, Symbols

# Traditional texts write it for 着, but in words such as 著名, which fold to themselves.
_ZHU, _ZHE = "著", "着"


def read_prose(document: Document) -> Sequence:
    """The symbols of the prose, with the offset of the code point that each begins at. Needs numpy."""
    from speechlint.lexicon.symbols import BLOCK, Sequence, squeeze, squeeze_long

    classes = classes_of(document)
    return squeeze_long(classes) if len(classes) > BLOCK else Sequence(*squeeze(classes))


def classes_of(document: Document) -> Symbols:
    """The class of each code point, those blanked out that are no prose. Needs numpy."""
    from speechlint.lexicon.symbols import LETTERS, MARK, NOTHING, read_classes

    classes = read_classes(text_as_read(document))
    lines = document.lines
    for line in document.soft_breaks:
        classes[lines.ends[line] : lines.starts[line + 1]] = NOTHING
    for mask in document.masks:
        classes[mask.span.start : mask.span.end] = LETTERS
    for mark in document.page_marks:
        classes[mark.seam.start : mark.seam.end] = NOTHING
    for stretch in document.source.quiet:
        classes[stretch.span.start : stretch.span.end] = NOTHING if stretch.reason == "markup" else MARK
    for found in document.residue:
        classes[found.span.start : found.span.end] = MARK
    return classes


def text_as_read(document: Document) -> str:
    """The text in simplified characters, as the mainland writes it; of the same length."""
    text = document.folded
    if document.script.is_traditional:
        text = as_mainland(text)
    return _settle(text) if _ZHU in text else text


def is_read_as_written(document: Document) -> bool:
    """Whether the symbols of all Han characters are those characters in simplified form."""
    return not document.script.is_traditional and text_as_read(document) == document.folded


def _settle(text: str) -> str:
    """The text with 着 for each 著 that makes no word with a neighbour."""
    parts, last = [], 0
    at = text.find(_ZHU)
    while at >= 0:
        if not (knows(text[max(0, at - 1) : at + 1]) or knows(text[at : at + 2])):
            parts += [text[last:at], _ZHE]
            last = at + 1
        at = text.find(_ZHU, at + 1)
    return "".join([*parts, text[last:]])
