"""A Word document as one text, with the way back from each character to its bytes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from speechlint.formats.docx import pieces as why
from speechlint.formats.docx.numbering import Numbering
from speechlint.formats.docx.package import Package
from speechlint.formats.docx.pieces import Holder, Kind, Paragraph, Piece, Run, Story
from speechlint.formats.docx.reading import Reader
from speechlint.formats.docx.xml import Part, elements, is_on
from speechlint.formats.errors import DecodeError
from speechlint.formats.source import Block
from speechlint.text.named_tuple import NamedTuple

# What is read besides the body, in this order; comments are not part of a draft.
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_MARGINS = ("header", "footer")


class Shown(NamedTuple):
    """A paragraph as it stands in the whole text: where it begins (with its number) and where it ends."""

    start: int
    end: int
    paragraph: Paragraph
    number: int
    place: str


class Layout(NamedTuple):
    """The text of a document. Every paragraph is a line and is closed by `\\n`; line breaks in it are `\\n` too.

    The body comes first, then from `aside` on headers, footers, notes and text boxes. `pieces` are sorted and cover the
    text without a gap; `shown` are the paragraphs in the order of the text.
    """

    text: str
    aside: int
    shown: tuple[Shown, ...]
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    holders: tuple[Holder, ...]
    runs: tuple[Run, ...]
    starts: tuple[int, ...]  # of the pieces
    blocks: tuple[Block, ...]
    protection: str  # what of editing is restricted: readOnly, comments, forms or trackedChanges; empty for nothing

    def paragraph_at(self, offset: int) -> int:
        """The number in `shown` of the paragraph that holds the offset."""
        return bisect_right(self.shown, offset, key=lambda shown: shown.start) - 1

    def touched(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that share a character with the stretch."""
        return self.pieces[max(0, bisect_right(self.starts, start) - 1) : bisect_left(self.starts, end)]

    def byte_at(self, piece: Piece, offset: int) -> int:
        """The byte of the piece at which the character stands."""
        if offset == piece.end:
            return piece.last
        return piece.first + len(self.text[piece.start : offset].encode(self.parts[piece.part].codec))


def lay_out(package: Package) -> Layout:
    """The text of the package. Raises DecodeError for what is damaged or takes in other files."""
    parts: list[Part] = []
    holders: list[Holder] = []
    runs: list[Run] = []

    def read(part: Part, place: str) -> Reader:
        parts.append(part)
        return Reader(part, len(parts) - 1, place, holders, runs)

    body = read(package.read(package.main), "body")
    readers = [body]
    for kind in _MARGINS:
        names = [
            relation.target
            for id in dict.fromkeys(body.sections)
            if (relation := package.relations.get(id)) is not None and relation.kind == kind
        ]
        readers += (read(package.read(name), kind) for name in dict.fromkeys(names))
    for kind, place in _NOTES:
        if (part := package.part(kind)) is not None:
            readers.append(read(part, place))
    if sum(reader.foreign for reader in readers):
        raise DecodeError(
            "文中嵌有别的文件（altChunk 或子文档），那部分读不到；请在 Word 里打开，另存一次后再检查",
            "it takes in other files (altChunk or subdocuments), which cannot be read; save it once in Word first",
        )
    stories = [story for reader in readers for story in reader.stories]
    numbering = Numbering(package.part("numbering"), package.part("styles"))
    built = _Builder(numbering)
    built.add(story for story in stories if story.place == "body")
    aside = built.length
    for place in (*_MARGINS, "footnote", "endnote", "textbox"):
        built.add(story for story in stories if story.place == place)
    return Layout(
        "".join(built.text),
        aside,
        tuple(built.shown),
        tuple(built.pieces),
        tuple(parts),
        tuple(holders),
        tuple(runs),
        tuple(piece.start for piece in built.pieces),
        tuple(built.blocks),
        _protection(package),
    )


class _Builder:
    """Puts paragraphs one behind the other."""

    def __init__(self, numbering: Numbering) -> None:
        self.text: list[str] = []
        self.length = 0
        self.shown: list[Shown] = []
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self._numbering = numbering

    def add(self, stories: Iterable[Story]) -> None:
        """Paragraphs are counted from 1 in each kind of story; those whose ends are deleted are one with the next."""
        number = 0
        for story in stories:
            chain: list[Paragraph] = []
            for paragraph in story.paragraphs:
                if story.place in _MARGINS and paragraph.page_number:
                    continue  # it holds the number of the page, which is at home there
                chain.append(paragraph)
                if not paragraph.joined:
                    number += 1
                    self._add(chain, number, story.place)
                    chain = []
            if chain:
                number += 1
                self._add(chain, number, story.place)

    def _add(self, chain: list[Paragraph], number: int, place: str) -> None:
        """One paragraph as it is read; the last of the chain says what it looks like."""
        self.blocks.append(Block(self.length, number, place))
        start = self.length
        label = self._numbering.label(chain[-1])
        if label:
            self._put(label, Piece(0, len(label), Kind.FIXED, why=why.NUMBER))
        for paragraph in chain:
            base = self.length
            for piece in paragraph.pieces:
                self.pieces.append(piece._replace(start=base + piece.start, end=base + piece.end))
            self.text.append(paragraph.text)
            self.length += len(paragraph.text)
            self.shown.append(Shown(start, self.length, paragraph, number, place))
            start = self.length
        self._put("\n", Piece(0, 1, Kind.END, why=why.REVISED if chain[-1].joined else None))

    def _put(self, words: str, piece: Piece) -> None:
        self.pieces.append(piece._replace(start=self.length, end=self.length + len(words)))
        self.text.append(words)
        self.length += len(words)


def _protection(package: Package) -> str:
    """How somebody has restricted editing."""
    settings = package.part("settings")
    found = (element for element in (elements(settings) if settings else ()) if element.name == "documentProtection")
    return next(
        (each.attributes.get("edit", "readOnly") for each in found if is_on(each.attributes.get("enforcement", "0"))),
        "",
    )
