"""The blocks of a Markdown text, line by line."""

from __future__ import annotations

from speechlint.formats.markdown.containers import Container, Cursor, enter_item, enter_quote, skip_blanks, stay_inside
from speechlint.formats.markdown.html import begin_html
from speechlint.formats.markdown.marks import Marks
from speechlint.formats.markdown.tables import heads_table
from speechlint.text.lines import Lines
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_FENCE = Pattern(r"(`{3,}+)[^`]*+$|(~{3,}+)")
_HEADING = Pattern(r"#{1,6}(?:[ \t]++|$)")
_BREAK = Pattern(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_UNDERLINE = Pattern(r"(?:=++|-++)[ \t]*+$")
_STARTS = frozenset(">-+*_=#`~<|:0123456789")  # what a block, a container or the line under a header begins with
_CODE_LINE = Pattern(r"(?: {4}|\t)[ \t]*+[A-Za-z_$./~<>{}()\[\]@%&|\"'=-][^，。；！？、]*+$")
_LONGEST_CODE = 20_000
_INDENT = 4  # columns from which on a line begins no block
_DEEPEST = 20  # containers within each other; what would lie deeper is read as prose


class _Open(NamedTuple):
    """Code or HTML that goes on, begun at `start` within `depth` containers.

    A run like `fence` ends code; `end` ends HTML, or a blank line where that is None. `read` says whether there is
    anything in it to read.
    """

    start: int
    depth: int
    fence: str = ""
    end: Pattern | None = None
    read: bool = False


class BlockReader:
    """Reads the lines from `first` on, once; what it finds is in `marks`."""

    def __init__(self, text: str, lines: Lines, first: int = 0) -> None:
        self.text = text
        self.lines = lines
        self.first = first
        self.marks = Marks(text)
        self._containers: list[Container] = []
        self._open: _Open | None = None
        self._paragraph: int | None = None  # where the open paragraph begins
        self._last = Span(0, 0)  # the last line of what is open
        self._table = False

    def read(self) -> Marks:
        text = self.text
        for line in range(self.first, len(self.lines)):
            start, end = self.lines.starts[line], self.lines.ends[line]
            if self._containers or self._open is not None or self._table:
                self._read_line(start, end)
            elif start == end:
                self._close()
            elif text[start] > "\x7f":  # most lines of a draft: no block begins so
                self._add_text(start, end)
            else:
                self._read_line(start, end)
        self._close()
        return self.marks

    def _read_line(self, start: int, end: int) -> None:
        cursor, depth = self._walk(start, end)
        if self._open is not None:
            if depth >= self._open.depth and self._goes_on(self._open, cursor, end):
                return
            self._close()
        if cursor.offset == end:
            self._close(depth)
            return
        if self.text[cursor.offset] in _STARTS and cursor.indent < _INDENT:
            if depth == len(self._containers) and self._extends_paragraph(cursor, end):
                return
            cursor, depth = self._enter(start, cursor, end, depth)
            if cursor.offset == end or (cursor.indent < _INDENT and self._begins_block(cursor, end, depth)):
                return
        if self._table and depth == len(self._containers):
            self.marks.add_row(cursor.offset, end)
            return
        if self._paragraph is None:
            self._close(depth)
            if cursor.indent >= _INDENT and not depth and self._is_code(start):
                self._open, self._last = _Open(start, depth), Span(start, end)
                return
        self._add_text(cursor.offset, end)

    def _add_text(self, start: int, end: int) -> None:
        """A line of a paragraph, from `start` on."""
        if self._paragraph is not None:
            self.marks.add_hard_break(*self._last)
        elif not self.marks.add_reference(start, end):
            self._paragraph = start
        self._last = Span(start, end)

    def _close(self, depth: int | None = None) -> None:
        """Ends what is open: paragraph, table, code, HTML; with `depth`, the containers beyond it too."""
        if self._paragraph is not None:
            self.marks.add_prose(self._paragraph, self._last.end)
        if self._open is not None and self._open.read:
            self.marks.add_prose(self._open.start, self._last.end, html=True)
        elif self._open is not None:
            self.marks.add_code(self._open.start, self._last.end)
        self._paragraph, self._open, self._table = None, None, False
        if depth is not None:
            del self._containers[depth:]

    # --- containers -------------------------------------------------------------------------------------------------

    def _walk(self, start: int, end: int) -> tuple[Cursor, int]:
        """Through the prefixes of the open containers: the place behind them, and how many of them go on."""
        cursor, depth = skip_blanks(self.text, start, end, 0, 0), 0
        for container in self._containers:
            inside = stay_inside(self.text, container, cursor, end)
            if inside is None:
                break
            cursor, depth = inside, depth + 1
        if depth:
            self.marks.add_markup(start, cursor.offset)
        return cursor, depth

    def _enter(self, start: int, cursor: Cursor, end: int, depth: int) -> tuple[Cursor, int]:
        """Into the containers that begin on this line: the place behind their markers, and how many are open."""
        at = cursor.offset if depth else start
        while depth < _DEEPEST:
            inside, container = enter_quote(self.text, cursor, end), Container(None)
            if inside is None:
                item = None if self._is_break(cursor, end) else enter_item(self.text, cursor, end)
                direct = self._paragraph is not None and depth == len(self._containers)
                if item is None or (direct and not item.interrupts):
                    break
                inside, container = item.cursor, item.container
                at = at if item.number_end is None else item.number_end
            self.marks.add_markup(at, inside.offset)
            self._close(depth)
            self._containers.append(container)
            at, cursor, depth = inside.offset, inside, depth + 1
        return cursor, depth

    # --- other blocks -----------------------------------------------------------------------------------------------

    def _extends_paragraph(self, cursor: Cursor, end: int) -> bool:
        """Whether the line makes the open paragraph a heading, or its last line the header of a table."""
        if self._paragraph is None:
            return False
        if _UNDERLINE.match(self.text, cursor.offset, end) is not None:
            self.marks.add_markup(cursor.offset, end)
            self._close()
            return True
        header = self._last
        if not heads_table(self.text, header, cursor.offset, end):
            return False
        self.marks.add_prose(self._paragraph, header.start)
        self.marks.add_row(*header)
        self.marks.add_markup(cursor.offset, end)
        self._paragraph, self._table = None, True
        return True

    def _begins_block(self, cursor: Cursor, end: int, depth: int) -> bool:
        """Whether the line begins, or is, a block other than a paragraph."""
        at = cursor.offset
        if self._is_break(cursor, end):
            self._close(depth)
            self.marks.add_markup(at, end)
            return True
        heading = _HEADING.match(self.text, at, end)
        if heading is not None:
            self._close(depth)
            self.marks.add_heading(at, heading.end(), end)
            return True
        opened = self._opened_by(at, end, depth)
        if opened is None:
            return False
        self._close(depth)
        self._open, self._last = opened, Span(at, end)
        if opened.end is not None and opened.end.search(self.text, at, end) is not None:
            self._close()
        return True

    def _opened_by(self, at: int, end: int, depth: int) -> _Open | None:
        fence = _FENCE.match(self.text, at, end)
        if fence is not None:
            return _Open(at, depth, fence[1] or fence[2])
        html = begin_html(self.text, at, end, interrupts=self._paragraph is not None)
        return _Open(at, depth, end=html.end, read=not html.raw) if html is not None else None

    def _is_code(self, start: int) -> bool:
        """Whether the indented lines from `start` to the next blank line are code.

        Chinese drafts indent the first line of a paragraph: a block is code only where each of its lines is
        indented and begins like a program's, none has a Chinese stop, and three fifths of it are ASCII.
        """
        wide = length = 0
        for line in range(self.lines.index_of(start), len(self.lines)):
            words = self.text[self.lines.starts[line] : self.lines.ends[line]]
            if not words.strip():
                break
            if _CODE_LINE.match(words) is None or length > _LONGEST_CODE:
                return False
            bare = words.strip()
            length += len(bare)
            wide += len(bare) - len(bare.encode("ascii", "ignore"))
        return 5 * wide < 2 * length

    def _goes_on(self, block: _Open, cursor: Cursor, end: int) -> bool:
        """Whether the line is one of the open block's; its last line closes it."""
        at = cursor.offset
        if not block.fence and block.end is None and at == end:
            return False
        self._last = Span(at, end)
        if block.fence:
            run = self.text[at:end].rstrip(" \t") if cursor.indent < _INDENT else ""
            ends = len(run) >= len(block.fence) and not run.strip(block.fence[0])
        else:
            ends = block.end is not None and block.end.search(self.text, at, end) is not None
        if ends:
            self._close()
        return True

    def _is_break(self, cursor: Cursor, end: int) -> bool:
        at = cursor.offset
        if cursor.indent >= _INDENT or at >= end or self.text[at] not in "*-_":
            return False
        return _BREAK.match(self.text, at, end) is not None
