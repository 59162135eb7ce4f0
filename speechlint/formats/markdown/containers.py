"""Block quotes and list items: the prefixes that blocks stand behind."""

from __future__ import annotations

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

_BLANKS = Pattern(r"[ \t]*+")
_BULLET = Pattern(r"[-+*](?=[ \t]|$)")
_NUMBER = Pattern(r"([0-9]{1,9})[.)](?=[ \t]|$)")
_TASK = Pattern(r"\[[ xX]\](?=[ \t])")
_TAB = 4


class Container(NamedTuple):
    """`width` is how far the content of a list item is indented in its parent; None for a block quote."""

    width: int | None


class Cursor(NamedTuple):
    """A place in a line: `offset` is its next character that is not blank, `column` where that stands.

    `base` is the column where the content of the innermost container begins, so `indent` is the indentation in it.
    Columns count from 0 within the line, with tab stops every four.
    """

    offset: int
    column: int
    base: int

    @property
    def indent(self) -> int:
        return self.column - self.base


class Item(NamedTuple):
    """A list item. A number is prose up to `number_end`, which is None for a bullet.

    `interrupts` says whether the item may cut a paragraph.
    """

    container: Container
    cursor: Cursor
    number_end: int | None
    interrupts: bool


def skip_blanks(text: str, offset: int, end: int, column: int, base: int) -> Cursor:
    stop: int = _BLANKS.match(text, offset, end).end()
    blanks = text[offset:stop]
    if "\t" not in blanks:
        return Cursor(stop, column + len(blanks), base)
    for blank in blanks:
        column += 1 if blank == " " else _TAB - column % _TAB
    return Cursor(stop, column, base)


def enter_quote(text: str, cursor: Cursor, end: int) -> Cursor | None:
    """The place behind a `>`, None where there is none. One blank behind it belongs to it."""
    offset, column = cursor.offset, cursor.column
    if cursor.indent >= _TAB or offset >= end or text[offset] != ">":
        return None
    base = column + 1
    inside = skip_blanks(text, offset + 1, end, base, base)
    return inside._replace(base=base + 1) if inside.column > base else inside


def enter_item(text: str, cursor: Cursor, end: int) -> Item | None:
    """The list item that begins at the cursor, None where none does."""
    if cursor.indent >= _TAB:
        return None
    number = _NUMBER.match(text, cursor.offset, end)
    marker = number or _BULLET.match(text, cursor.offset, end)
    if marker is None:
        return None
    column = cursor.column + marker.end() - marker.start()
    inside = skip_blanks(text, marker.end(), end, column, column)
    empty = inside.offset == end
    # Five blanks and more are one blank and an indented line.
    base = column + 1 if empty or inside.column - column > _TAB else inside.column
    interrupts = not empty and (number is None or int(number[1]) == 1)
    task = _TASK.match(text, inside.offset, end) if number is None else None
    if task is not None:
        inside = skip_blanks(text, task.end(), end, inside.column + 3, base)
    return Item(
        Container(base - cursor.base), inside._replace(base=base), None if number is None else number.end(), interrupts
    )


def stay_inside(text: str, container: Container, cursor: Cursor, end: int) -> Cursor | None:
    """The place in the line behind the container's prefix, None where the line does not go on with it."""
    if container.width is None:
        return enter_quote(text, cursor, end)
    if cursor.offset < end and cursor.indent < container.width:
        return None
    return cursor._replace(base=cursor.base + container.width)
