"""Whether a file was wrapped at a column, and which of its lines go on in the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.document.seams import tears_word, torn_word_at
from speechlint.text.charsets import BLANKS, CLOSERS, SENTENCE_ENDS, ends_sentence
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.words import last_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

# A file is wrapped where so many lines cut a sentence, a share of all, most of them at one width; where they are few, a
# word has to be torn too, or paragraphs to be indented and the lines that go on not.
FEWEST_WRAPS, MANY_WRAPS = 2, 12
CLOSED_SHARE = 0.1
SAMPLE = 60
WRAPPED_SHARE = 0.3
UNIFORM_SHARE = 0.85
NARROWEST, WIDEST = 25, 85  # characters
RAGGED = 4
INDENT = 2  # characters; a paragraph's first line is so much shorter where its indent was lost
SET_OFF_SHARE = 0.8
TORN_SHARE = 0.12


class Column(NamedTuple):
    """Where a file is wrapped: `width` characters, or columns where `wide` ones count twice."""

    width: int
    wide: bool

    def of(self, line: str) -> int:
        return len(line) + (sum(ord(character) > 0x2000 for character in line) if self.wide else 0)


def find_column(document: Document, soft: Sequence[int]) -> Column | None:
    """The width at which the file is wrapped; None where it is not."""
    if len(soft) < FEWEST_WRAPS:
        return None
    text, lines = document.text, document.lines
    filled = sum(1 for start, end in zip(lines.starts, lines.ends, strict=True) if end > start)
    if len(soft) < WRAPPED_SHARE * filled:
        return None
    left = [text[lines.starts[line] : lines.ends[line]].rstrip() for line in soft]
    for wide, narrowest, widest in ((False, NARROWEST, WIDEST), (True, 2 * NARROWEST, 2 * WIDEST)):
        widths = sorted(map(Column(0, wide).of, left))
        width = widths[-max(1, len(widths) // 20)]  # a few may stick out
        if narrowest <= width <= widest and _is_uniform(widths, width):
            sure = _tears_words(document, soft) or (len(soft) > FEWEST_WRAPS and _is_indented(document, soft))
            return Column(width, wide) if sure or _is_long_prose(document, soft) else None
    return None


def _tears_words(document: Document, soft: Sequence[int]) -> bool:
    """Whether enough of the line ends tear a word. One is enough where a sentence ends in the middle of a line, as it
    does in no poem and no list; without that the halves of two lines may make a word by chance.
    """
    asked = soft[:SAMPLE]
    if len(soft) > FEWEST_WRAPS and any(torn_word_at(document, line) for line in asked):
        return True
    torn = sum(tears_word(document, line) for line in asked)
    if torn >= 2 and torn >= TORN_SHARE * len(asked):
        return True
    return torn > 0 and any(_ends_inside(document, line) for line in asked)


def _ends_inside(document: Document, line: int) -> bool:
    """Whether a sentence ends in the line, and another one begins behind it."""
    text, (start, end) = document.text, document.lines[line]
    mark = last_of(SENTENCE_ENDS, text, max(start, end - 2 * WIDEST), end)
    return mark >= 0 and bool(text[mark + 1 : end].strip(CLOSERS + BLANKS))


def _is_indented(document: Document, soft: Sequence[int]) -> bool:
    """Whether nearly all lines are indented but those that go on."""
    text, lines = document.text, document.lines
    going_on = {line + 1 for line in soft}
    begun = [
        text[start] in BLANKS
        for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True))
        if start < end and line not in going_on
    ]
    return len(begun) > 1 and sum(begun) >= SET_OFF_SHARE * len(begun)


def _is_long_prose(document: Document, soft: Sequence[int]) -> bool:
    """Whether the cuts are many, and enough of the lines between them end a sentence: a list does not."""
    if len(soft) < MANY_WRAPS:
        return False
    text, ends = document.text, document.lines.ends
    closed = sum(ends_sentence(text[max(0, end - 20) : end]) for end in ends)
    return closed >= CLOSED_SHARE * len(soft)


def _is_uniform(widths: Sequence[int], width: int) -> bool:
    return sum(abs(width - other) <= RAGGED for other in widths) >= UNIFORM_SHARE * len(widths)


def wrapped_lines(document: Document, column: Column) -> Iterator[int]:
    """The lines that are full and go on in the next one.

    Where paragraphs are set off by an indent or a blank line, a full line goes on even behind an end mark. A line that
    cuts a sentence is full without its indent, too, where it begins a paragraph.
    """
    text, (starts, ends) = document.text, (document.lines.starts, document.lines.ends)
    full = [
        start < end <= start + 2 * column.width
        and column.width - RAGGED <= column.of(text[start:end].rstrip()) <= column.width + RAGGED
        for start, end in zip(starts, ends, strict=True)
    ]
    begun = [line + 1 for line in range(len(full) - 1) if not full[line] and starts[line] < ends[line]]
    set_off = sum(starts[line] == ends[line] or text[starts[line]] in BLANKS for line in begun)
    least = column.width - RAGGED - (2 * INDENT if column.wide else INDENT)
    for line in range(len(full) - 1):
        start, end = starts[line + 1], ends[line + 1]
        if start == end or text[start] in BLANKS:
            continue
        if not full[line]:
            begins = (line == 0 or not full[line - 1]) and full[line + 1] and line in document.soft_breaks
            if begins and least <= column.of(text[starts[line] : ends[line]].rstrip()) < column.width:
                yield line
        elif set_off >= SET_OFF_SHARE * len(begun) or line in document.soft_breaks:
            yield line
