"""Edits of the text into edits of the bytes: characters change inside their w:t, and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from speechlint.formats.docx import pieces as why
from speechlint.formats.docx.edits import Change, least
from speechlint.formats.docx.layout import Layout, Shown
from speechlint.formats.docx.pieces import Kind, Piece, Why
from speechlint.text.named_tuple import NamedTuple

ILLEGAL = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DEFAULT_SPACE = re.compile(r"""xml:space\s*=\s*("default"|'default')""")
_BLANKS = " \t\r\n"


class CannotEditError(Exception):
    """Something stands in the way of an edit; `why` says what."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason.zh)
        self.why = reason


class Splice(NamedTuple):
    """Bytes of a part and what comes in their place, as text of the part's encoding."""

    part: int
    start: int
    end: int
    markup: str


def splices_for(layout: Layout, changes: Iterable[Change]) -> list[Splice]:
    """The splices that carry the changes out. Raises CannotEditError for the first that cannot be."""
    found: list[Splice] = []
    for span, content in least(layout.text, changes):
        found += _splices(layout, span.start, span.end, content)
    return found


def spliced(layout: Layout, splices: Sequence[Splice]) -> dict[str, bytes]:
    """The new bytes of the parts that change, by name. Raises CannotEditError where splices overlap."""
    by_part: dict[int, list[Splice]] = {}
    for splice in (*splices, *_blanks_kept(layout, splices)):
        by_part.setdefault(splice.part, []).append(splice)
    found: dict[str, bytes] = {}
    for number, own in by_part.items():
        part, at = layout.parts[number], 0
        pieces: list[bytes] = []
        for splice in sorted(own, key=lambda splice: splice[:3]):
            if splice.start < at:
                raise CannotEditError(why.MARKUP)
            pieces += part.data[at : splice.start], splice.markup.encode(part.codec)
            at = splice.end
        found[part.name] = b"".join((*pieces, part.data[at:]))
    return found


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def prefix_of(layout: Layout, part: int, start: int) -> str:
    """The namespace prefix of the tag that begins there, with its colon; empty for the default namespace."""
    codec = layout.parts[part].codec
    tag = layout.parts[part].data[start : start + 64].decode(codec, "ignore")
    match = re.match(r"<([^\s/>:]+:)?", tag)
    return (match[1] or "") if match else ""


def _splices(layout: Layout, start: int, end: int, content: str) -> list[Splice]:
    if ILLEGAL.search(content):
        raise CannotEditError(why.ILLEGAL)
    touched = layout.touched(start, end) if start < end else ()
    for piece in touched:
        if piece.why is not None:
            raise CannotEditError(piece.why)
    if not any(piece.kind is Kind.END for piece in touched):
        return _within(layout, touched, start, end, content)
    first, last = layout.paragraph_at(start), layout.paragraph_at(end - 1)
    at_end = touched[-1].kind is Kind.END
    if at_end and last + 1 < len(layout.shown) and layout.shown[last + 1].paragraph.follows:
        last, at_end = last + 1, False
    chain = layout.shown[first : last + 1]
    check_chain(chain)
    if at_end:
        return [_tail(chain, start, content)]
    inner = [piece for piece in touched if piece.kind is not Kind.END]
    if not content and start == chain[0].start:
        _check_plain(chain[:-1])
        gone = Splice(chain[0].paragraph.part, chain[0].paragraph.start, chain[-1].paragraph.start, "")
        rest = [piece for piece in inner if piece.start >= chain[-1].start]
        return [gone, *_within(layout, rest, chain[-1].start, end, "")]
    if not content and end == chain[-1].end:
        _check_plain(chain[1:])
        gone = Splice(chain[0].paragraph.part, chain[0].paragraph.end, chain[-1].paragraph.end, "")
        rest = [piece for piece in inner if piece.start < chain[0].end]
        return [*_within(layout, rest, start, chain[0].end, ""), gone]
    return _joined(layout, chain, inner, start, end, content)


def _tail(chain: Sequence[Shown], start: int, content: str) -> Splice:
    """The last paragraphs of the body, of a cell or of a note go, if one is left there."""
    if content or start != chain[0].start or not chain[0].paragraph.follows:
        raise CannotEditError(why.END)
    _check_plain(chain)
    return Splice(chain[0].paragraph.part, chain[0].paragraph.start, chain[-1].paragraph.end, "")


def _joined(
    layout: Layout, chain: Sequence[Shown], inner: Sequence[Piece], start: int, end: int, content: str
) -> list[Splice]:
    """The first paragraph takes in what is left of the last; those between go."""
    _check_plain(chain[1:-1])
    above, below = chain[0], chain[-1]
    if above.paragraph.closing < 0 or below.paragraph.closing < 0:
        raise CannotEditError(why.NOWHERE)
    if any(piece.why is why.NUMBER for piece in layout.touched(below.start, below.start + 1)):
        raise CannotEditError(why.NUMBER)
    seam = Splice(above.paragraph.part, above.paragraph.closing, below.paragraph.content, "")
    head = [piece for piece in inner if piece.start < above.end]
    tail = [piece for piece in inner if piece.start >= below.start]
    if head or not content or above.start < start:
        before = _within(layout, head, start, above.end, content)
        return [*before, seam, *_within(layout, tail, below.start, end, "")]
    return [seam, *_within(layout, tail, below.start, end, content)]


def _within(layout: Layout, touched: Sequence[Piece], start: int, end: int, content: str) -> list[Splice]:
    """Take the characters out of their pieces, and put the new ones where the first of them stood."""
    if start == end or not touched:
        return [_inserted(layout, start, content)] if content else []
    found: list[Splice] = []
    target = next((piece for piece in touched if piece.kind is Kind.TEXT), touched[0])
    for piece in touched:
        words = content if piece is target else ""
        if piece.kind is Kind.SIGN:
            tag = prefix_of(layout, piece.part, piece.first)
            if "\n" in words:
                raise CannotEditError(why.ILLEGAL)
            new = f'<{tag}t xml:space="preserve">{escaped(words)}</{tag}t>' if words else ""
            found.append(Splice(piece.part, piece.first, piece.last, new))
        else:
            first = layout.byte_at(piece, max(start, piece.start))
            last = layout.byte_at(piece, min(end, piece.end))
            found.append(Splice(piece.part, first, last, _markup(layout, piece, words)))
    return found


def _inserted(layout: Layout, offset: int, content: str) -> Splice:
    """New words go with the text before them in their paragraph, at its beginning with the text behind."""
    near = layout.touched(max(0, offset - 1), offset + 1)
    for piece in (piece for piece in near if piece.end == offset or piece.start < offset < piece.end):
        if piece.kind is Kind.TEXT and piece.why is None:
            at = layout.byte_at(piece, offset)
            return Splice(piece.part, at, at, _markup(layout, piece, content))
    for piece in (piece for piece in near if piece.start == offset):
        if piece.kind is Kind.TEXT and piece.why is None:
            return Splice(piece.part, piece.first, piece.first, _markup(layout, piece, content))
    raise CannotEditError(next((piece.why for piece in near if piece.why is not None), why.NOWHERE))


def _markup(layout: Layout, piece: Piece, content: str) -> str:
    """The words as they stand in a w:t; a line end in them begins another paragraph like this one."""
    if "\n" not in content:
        return escaped(content)
    run, shown = layout.runs[piece.run], layout.shown[layout.paragraph_at(piece.start)]
    numbered = layout.touched(shown.start, shown.start + 1)[0].why is why.NUMBER
    if not run.direct or shown.paragraph.section or shown.paragraph.joined or numbered:
        raise CannotEditError(why.ILLEGAL)
    data, codec = layout.parts[piece.part].data, layout.parts[piece.part].codec
    tag = prefix_of(layout, piece.part, run.start)
    own, format = (data[slice(*place)].decode(codec) for place in (shown.paragraph.properties, run.properties))
    seam = f'</{tag}t></{tag}r></{tag}p><{tag}p>{own}<{tag}r>{format}<{tag}t xml:space="preserve">'
    return seam.join(escaped(line) for line in content.split("\n"))


def check_chain(chain: Sequence[Shown]) -> None:
    """Raises CannotEditError unless the paragraphs stand directly one behind the other, in one section."""
    for above, below in pairwise(chain):
        if not below.paragraph.follows or above.paragraph.joined:
            raise CannotEditError(why.MARKUP)
        if above.paragraph.section or below.paragraph.section:
            raise CannotEditError(why.MARKUP)


def _check_plain(paragraphs: Iterable[Shown]) -> None:
    """Raises CannotEditError where a paragraph that would go holds more than text."""
    for shown in paragraphs:
        if not shown.paragraph.plain:
            raise CannotEditError(why.MARKUP)


def _blanks_kept(layout: Layout, splices: Sequence[Splice]) -> list[Splice]:
    """`xml:space="preserve"` where a w:t now begins or ends with a blank, which Word would drop."""
    found: list[Splice] = []
    touched: dict[int, list[Splice]] = {}
    starts = {}
    for number, holder in enumerate(layout.holders):
        starts[holder.part, holder.content] = number
    ordered = sorted(starts)
    for splice in splices:
        i = bisect_right(ordered, (splice.part, splice.start)) - 1
        if i < 0 or ordered[i][0] != splice.part:
            continue
        holder = layout.holders[starts[ordered[i]]]
        if splice.start <= holder.end and splice.end <= holder.end:
            touched.setdefault(starts[ordered[i]], []).append(splice)
    for number, own in touched.items():
        holder = layout.holders[number]
        if holder.keeps_blanks:
            continue
        part = layout.parts[holder.part]
        content, at = "", holder.content + holder.leading
        for splice in sorted(own, key=lambda splice: splice[:3]):
            content += part.data[at : splice.start].decode(part.codec) + splice.markup
            at = splice.end
        content += part.data[at : holder.end - holder.trailing].decode(part.codec)
        if content.strip(_BLANKS) == content and not any("<" in splice.markup for splice in own):
            continue
        found += _preserving(layout, number)
    return found


def _preserving(layout: Layout, number: int) -> list[Splice]:
    """The attribute into the tag; blanks that Word did not show before go, for they would be shown now."""
    holder = layout.holders[number]
    part = layout.parts[holder.part]
    tag = part.data[holder.start : holder.content].decode(part.codec)
    name = re.match(r"<[^\s/>]+", tag)
    assert name is not None
    other = _DEFAULT_SPACE.search(tag)
    low, high = other.span() if other else (name.end(), name.end())
    words = 'xml:space="preserve"' if other else ' xml:space="preserve"'
    found = [
        Splice(
            holder.part,
            holder.start + len(tag[:low].encode(part.codec)),
            holder.start + len(tag[:high].encode(part.codec)),
            words,
        )
    ]
    if holder.leading:
        found.append(Splice(holder.part, holder.content, holder.content + holder.leading, ""))
    if holder.trailing:
        found.append(Splice(holder.part, holder.end - holder.trailing, holder.end, ""))
    return found
