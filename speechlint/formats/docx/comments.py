"""Comments beside the text, under our own name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from speechlint.formats.docx.layout import Layout, Shown
from speechlint.formats.docx.package import CONTENT_TYPES, Package, relations_part
from speechlint.formats.docx.pieces import Kind, Piece
from speechlint.formats.docx.revisions import AUTHOR, Reviser
from speechlint.formats.docx.splice import Splice, escaped, prefix_of
from speechlint.formats.docx.xml import Part, damaged, local, parse, part_of
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

if TYPE_CHECKING:
    from pyexpat import XMLParserType

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NAME = "comments.xml"
_EMPTY_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


class Note(NamedTuple):
    """What to say about a stretch of the layout's text."""

    span: Span
    words: str


class Commented(NamedTuple):
    """Splices that anchor the comments in the document, and the parts that change or come with them, by name."""

    splices: list[Splice]
    changed: dict[str, bytes]
    added: dict[str, bytes]


def commented(package: Package, layout: Layout, notes: Iterable[Note], reviser: Reviser, date: str) -> Commented:
    """The notes as comments; one that we made in an earlier run is not made again, and only the body takes any."""
    own = package.part("comments")
    known = Counter(_words_of(own)) if own is not None else Counter[str]()
    splices: list[Splice] = []
    entries: list[str] = []
    for note in notes:
        if note.span.start >= layout.aside:
            continue
        if known[note.words]:
            known[note.words] -= 1
            continue
        id = reviser.next_id()
        anchors = _anchors(layout, note.span, id, reviser)
        if anchors:
            splices += anchors
            entries.append(_comment(id, note.words, date))
    if not entries:
        return Commented([], {}, {})
    return Commented(splices, *_parts(package, own, "".join(entries)))


def _anchors(layout: Layout, span: Span, id: int, reviser: Reviser) -> list[Splice]:
    """Round the words where their runs may be cut, else round their paragraph; nothing where that is empty."""
    shown = layout.shown[layout.paragraph_at(span.start)]
    end = min(span.end, shown.end)
    first = _piece_at(layout, span.start, shown, after=True)
    last = _piece_at(layout, max(end, span.start), shown, after=False) if end > span.start else first
    if first is not None and last is not None and first.start <= last.start:
        low = layout.byte_at(first, max(first.start, span.start))
        high = layout.byte_at(last, min(last.end, max(end, span.start)))
        runs = layout.runs[first.run], layout.runs[last.run]
        if all(run.simple for run in runs) and low <= high:
            tags = [prefix_of(layout, run.part, run.start) for run in runs]
            opening = f'<{tags[0]}commentRangeStart {tags[0]}id="{id}"/>'
            return [
                Splice(first.part, low, low, reviser.cut(runs[0], opening)),
                Splice(last.part, high, high, reviser.cut(runs[1], _closing(tags[1], id))),
            ]
    if shown.paragraph.closing < 0:
        return []
    part, content, closing = shown.paragraph.part, shown.paragraph.content, shown.paragraph.closing
    tag = prefix_of(layout, part, shown.paragraph.start)
    return [
        Splice(part, content, content, f'<{tag}commentRangeStart {tag}id="{id}"/>'),
        Splice(part, closing, closing, _closing(tag, id)),
    ]


def _closing(tag: str, id: int) -> str:
    return f'<{tag}commentRangeEnd {tag}id="{id}"/><{tag}r><{tag}commentReference {tag}id="{id}"/></{tag}r>'


def _piece_at(layout: Layout, offset: int, shown: Shown, *, after: bool) -> Piece | None:
    """The text of the paragraph that begins or goes on at the offset, or with `after` False ends or goes on there."""
    for piece in layout.touched(max(shown.start, offset - 1), offset + 1):
        inside = piece.start <= offset < piece.end if after else piece.start < offset <= piece.end
        if inside and piece.kind is Kind.TEXT and piece.why is None:
            return piece
    return None


def _comment(id: int, words: str, date: str) -> str:
    return (
        f'<@comment @id="{id}" @author="{AUTHOR}" @date="{date}" @initials="sl"><@p><@r>'
        f'<@t xml:space="preserve">{escaped(words).replace("@", "&#64;")}</@t></@r></@p></@comment>'
    )


def _parts(package: Package, own: Part | None, entries: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The part of the comments with the new ones; where it is made anew, also what makes it known."""
    if own is not None:
        text = own.data.decode(own.codec)
        match = re.search(r"</((?:[^\s<>:]+:)?)comments\s*>\s*$", text)
        if match is not None:
            filled = text[: match.start()] + entries.replace("@", match[1]) + text[match.start() :]
            return {own.name: filled.encode(own.codec)}, {}
        match = re.search(r"<((?:[^\s<>:]+:)?)comments\b([^>]*)/>\s*$", text)
        if match is None or not match[1]:
            raise damaged(own.name)
        filled = f"{text[: match.start()]}<{match[1]}comments{match[2]}>{entries}</{match[1]}comments>"
        return {own.name: filled.replace("@", match[1]).encode(own.codec)}, {}
    space = _namespace(package)
    whole = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:comments xmlns:w="{space}">{entries.replace("@", "w:")}</w:comments>'
    )
    name = package.main.rpartition("/")[0] + f"/{_NAME}"
    relation = _STRICT_RELATION if "purl.oclc.org" in space else _RELATION
    reference = f'<Relationship Id="{_fresh_id(package)}" Type="{relation}" Target="{_NAME}"/>'
    override = f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'
    changed = {CONTENT_TYPES: _with(package.read(CONTENT_TYPES), "Types", override)}
    added = {name: whole.encode()}
    relations = package.archive.named(relations_part(package.main))
    if relations is None:
        added[relations_part(package.main)] = _with(part_of("", _EMPTY_RELATIONS.encode()), "Relationships", reference)
    else:
        changed[relations] = _with(package.read(relations), "Relationships", reference)
    return changed, added


def _with(part: Part, root: str, entry: str) -> bytes:
    """The part with one more entry at the end of its root."""
    text = part.data.decode(part.codec)
    match = re.search(rf"</((?:[^\s<>:]+:)?){root}\s*>\s*$", text)
    if match is None:
        raise damaged(part.name)
    return (text[: match.start()] + entry.replace("<", f"<{match[1]}", 1) + text[match.start() :]).encode(part.codec)


def _fresh_id(package: Package) -> str:
    number = len(package.relations) + 1
    while f"rId{number}" in package.relations:
        number += 1
    return f"rId{number}"


def _namespace(package: Package) -> str:
    """The namespace that the document uses for its words."""
    main = package.read(package.main)
    found: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        if not found:
            found.append(name.rpartition(" ")[0])

    def prepare(parser: XMLParserType) -> None:
        parser.StartElementHandler = start

    parse(main, prepare)
    return found[0]


def _words_of(part: Part) -> Sequence[str]:
    """The words of each comment that we made."""
    found: list[str] = []
    state = {"ours": False, "text": False}

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "comment":
            state["ours"] = AUTHOR in (value for key, value in attributes.items() if local(key) == "author")
            if state["ours"]:
                found.append("")
        state["text"] = local(name) == "t"

    def characters(text: str) -> None:
        if state["ours"] and state["text"]:
            found[-1] += text

    def prepare(parser: XMLParserType) -> None:
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda _name: state.update(text=False)
        parser.CharacterDataHandler = characters

    parse(part, prepare)
    return found
