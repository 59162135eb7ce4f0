"""Edits as tracked changes: what goes stays in the file as deleted, what comes is marked as inserted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby, zip_longest

from speechlint.formats.docx import pieces as why
from speechlint.formats.docx.edits import Change, least
from speechlint.formats.docx.layout import Layout, Shown
from speechlint.formats.docx.pieces import Kind, Piece, Run
from speechlint.formats.docx.splice import ILLEGAL, CannotEditError, Splice, check_chain, escaped, prefix_of
from speechlint.formats.docx.xml import Part
from speechlint.text.named_tuple import NamedTuple

AUTHOR = "speechlint"
_ID = re.compile(r"""[\w.-]+:id\s*=\s*["']([0-9]{1,9})["']""", re.ASCII)


class Tracked(NamedTuple):
    """The splices, the changes that they carry out, and those that cannot be tracked."""

    splices: list[Splice]
    done: list[Change]
    left: list[Change]


class End(NamedTuple):
    """How the end of a paragraph is marked: `kind` is that of its last part's end, the splice that of its first's."""

    kind: str  # ins or del
    splice: Splice


class Reviser:
    """Writes tracked changes and numbers them, higher than all in the layout and in the `others`.

    `date` as XML writes it: 2026-03-02T10:30:00Z.
    """

    def __init__(self, layout: Layout, others: Iterable[Part], date: str) -> None:
        self.layout = layout
        self._date = date
        self._id = max((int(id) for part in (*layout.parts, *others) for id in _ids(part)), default=0)

    def tracked(self, changes: Iterable[Change]) -> Tracked:
        """The changes of the layout's text as splices."""
        found = Tracked([], [], [])
        ends: dict[int, End] = {}
        # From the last one to the first: where a paragraph is cut, it is known by then what becomes of its own end.
        for change in reversed(list(least(self.layout.text, changes))):
            try:
                splices, marked = self._splices(change, ends)
            except CannotEditError:
                found.left.append(change)
                continue
            ends |= marked
            found.splices.extend(splices)
            found.done.append(change)
        found.splices.extend(end.splice for end in ends.values())
        return Tracked(found.splices, found.done[::-1], found.left[::-1])

    def next_id(self) -> int:
        self._id += 1
        return self._id

    def cut(self, run: Run, middle: str, *, text: bool = True) -> str:
        """The end of a run, something between runs, and the run's beginning again; `text`: inside its w:t."""
        tag, format = self._format(run)
        if not text:
            return f"</{tag}r>{middle}<{tag}r>{format}"
        return f'</{tag}t></{tag}r>{middle}<{tag}r>{format}<{tag}t xml:space="preserve">'

    def _splices(self, change: Change, known: Mapping[int, End]) -> tuple[list[Splice], dict[int, End]]:
        """The splices of one change, and the ends of paragraphs (by their number in `shown`) that it marks."""
        (start, end), content = change
        layout = self.layout
        if ILLEGAL.search(content):
            raise CannotEditError(why.ILLEGAL)
        touched = list(layout.touched(start, end)) if start < end else []
        _check(touched)
        ends = [piece for piece in touched if piece.kind is Kind.END]
        if not ends:
            return self._within(touched, start, content, end, known)
        first, last = layout.paragraph_at(start), layout.paragraph_at(ends[-1].start) + 1
        chain = layout.shown[first : last + 1]
        open_end = last < len(layout.shown) and chain[-1].paragraph.follows
        if not open_end:  # the last paragraph of all goes: its end stays, and that of the one before goes instead
            if content or start != chain[0].start or not first:
                raise CannotEditError(why.END)
            first, last = first - 1, last - 1
            chain = layout.shown[first : last + 1]
        elif not content and end == chain[-1].end and start != chain[0].start:
            first, last = first + 1, last + 1  # each paragraph goes with its own end
            if last >= len(layout.shown) or not layout.shown[last].paragraph.follows:
                first, last = first - 1, last - 1
            chain = layout.shown[first : last + 1]
        check_chain(chain)
        if any(self._is_numbered(shown) for shown in chain):
            raise CannotEditError(why.NUMBER)
        gone = range(first, last)
        if not known.keys().isdisjoint(gone):
            raise CannotEditError(why.REVISED)
        marked = {number: End("del", self._end_mark(layout.shown[number], "del")) for number in gone}
        inner = [piece for piece in touched if piece.kind is not Kind.END]
        splices, cut = self._within(inner, start, content, end if inner else start, {**known, **marked})
        return splices, {**marked, **cut}

    def _within(
        self, touched: list[Piece], start: int, content: str, end: int, known: Mapping[int, End]
    ) -> tuple[list[Splice], dict[int, End]]:
        found: list[Splice] = []
        if not touched:
            return self._inserted(start, content, known) if content else ([], {})
        if "\n" in content:
            splices, marked = self._inserted(start, content, known)
            return [*splices, *self._within(touched, start, "", end, known)[0]], marked
        target = next((piece for piece in touched if piece.kind is Kind.TEXT), touched[0])
        # What one w:t holds goes at once; a reference in it (&amp;) is a piece of its own.
        for _, together in groupby(
            touched, key=lambda piece: (piece.kind, piece.holder, piece.first * (piece.holder < 0))
        ):
            own = list(together)
            run, text = self._run(own[0]), own[0].kind is Kind.TEXT
            low, high = own[0].first, own[-1].last
            if text:
                low = self.layout.byte_at(own[0], max(start, own[0].start))
                high = self.layout.byte_at(own[-1], min(end, own[-1].end))
            words, tag = self._raw(own[0].part, low, high), self._format(run)[0]
            words = f'<{tag}delText xml:space="preserve">{words}</{tag}delText>' if text else words
            middle = self._marked(run, "del", words)
            middle += self._insertion(run, content) if target in own and content else ""
            found.append(Splice(own[0].part, low, high, self.cut(run, middle, text=text)))
        return found, {}

    def _inserted(self, offset: int, content: str, known: Mapping[int, End]) -> tuple[list[Splice], dict[int, End]]:
        """New words, with the text before them in their paragraph, at its beginning with the text behind."""
        layout = self.layout
        near = [
            piece
            for piece in layout.touched(max(0, offset - 1), offset + 1)
            if piece.kind is Kind.TEXT and piece.why is None and piece.start <= offset <= piece.end
        ]
        if not near:
            raise CannotEditError(why.NOWHERE)
        piece = near[0]
        run, at = self._run(piece), layout.byte_at(piece, offset)
        if "\n" not in content:
            return [Splice(piece.part, at, at, self.cut(run, self._insertion(run, content)))], {}
        number = layout.paragraph_at(piece.start)
        shown = layout.shown[number]
        if not run.direct or shown.paragraph.section or shown.paragraph.joined or self._is_numbered(shown):
            raise CannotEditError(why.ILLEGAL)
        tag, own = self._format(run)[0], self._raw(piece.part, *shown.paragraph.properties)
        above, *lines = content.split("\n")
        middle = self._insertion(run, above) if above else ""
        kinds = ["ins"] * (len(lines) - 1) + ([known[number].kind] if number in known else [])
        for kind, line in zip_longest(kinds, lines):
            properties = own if kind is None else self._with_mark(own, tag, kind)
            middle += f"</{tag}p><{tag}p>{properties}" + (self._insertion(run, line) if line else "")
        end = End("ins", self._end_mark(shown, "ins"))
        return [Splice(piece.part, at, at, self.cut(run, middle))], {number: end}

    def _insertion(self, run: Run, words: str) -> str:
        tag = self._format(run)[0]
        return self._marked(run, "ins", f'<{tag}t xml:space="preserve">{escaped(words)}</{tag}t>')

    def _marked(self, run: Run, kind: str, content: str) -> str:
        """A run of its own inside w:ins or w:del, in the format of the old one."""
        tag, format = self._format(run)
        return f"<{tag}{kind}{self._signature(tag)}><{tag}r>{format}{content}</{tag}r></{tag}{kind}>"

    def _end_mark(self, shown: Shown, kind: str) -> Splice:
        """The end of a paragraph as inserted or deleted."""
        paragraph = shown.paragraph
        if paragraph.closing < 0:
            raise CannotEditError(why.NOWHERE)
        tag = prefix_of(self.layout, paragraph.part, paragraph.start)
        own = self._raw(paragraph.part, *paragraph.properties)
        return Splice(paragraph.part, *paragraph.properties, self._with_mark(own, tag, kind))

    def _with_mark(self, own: str, tag: str, kind: str) -> str:
        """The properties of a paragraph, with a mark on its end."""
        mark = f"<{tag}{kind}{self._signature(tag)}/>"
        whole = f"<{tag}rPr>{mark}</{tag}rPr>"
        if not own or (own.endswith("/>") and own.count("<") == 1):
            return f"<{tag}pPr>{whole}</{tag}pPr>"
        present = re.search(rf"<{tag}rPr(?:\s[^>]*?)?(/?)>", own)
        if present is not None and present[1]:
            return own[: present.start()] + whole + own[present.end() :]
        if present is not None:
            inside = own[present.end() :]
            if re.match(rf"\s*<{tag}(?:ins|del|moveFrom|moveTo)\b", inside):
                raise CannotEditError(why.REVISED)
            return own[: present.end()] + mark + inside
        behind = re.search(rf"<{tag}(?:sectPr|pPrChange)\b|</{tag}pPr\s*>$", own)
        if behind is None:
            raise CannotEditError(why.RAW)
        return own[: behind.start()] + whole + own[behind.start() :]

    def _signature(self, tag: str) -> str:
        return f' {tag}id="{self.next_id()}" {tag}author="{AUTHOR}" {tag}date="{self._date}"'

    def _run(self, piece: Piece) -> Run:
        """The piece's run, if it may be cut. Raises CannotEditError."""
        run = self.layout.runs[piece.run]
        if run.revised:
            raise CannotEditError(why.REVISED)
        if not run.simple or not self._format(run)[0]:
            raise CannotEditError(why.RAW)
        return run

    def _format(self, run: Run) -> tuple[str, str]:
        """The prefix of the run's tags, and its properties."""
        return prefix_of(self.layout, run.part, run.start), self._raw(run.part, *run.properties)

    def _raw(self, part: int, first: int, last: int) -> str:
        return self.layout.parts[part].data[first:last].decode(self.layout.parts[part].codec)

    def _is_numbered(self, shown: Shown) -> bool:
        return self.layout.touched(shown.start, shown.start + 1)[0].why is why.NUMBER


def _ids(part: Part) -> list[str]:
    return _ID.findall(part.data.decode(part.codec, "replace"))


def _check(touched: Iterable[Piece]) -> None:
    for piece in touched:
        if piece.why is not None:
            raise CannotEditError(piece.why)
