"""White space inside lines and behind them, sorted by what stands on either side."""

from __future__ import annotations

import enum
from functools import cached_property

from speechlint.text.charsets import CLOSERS, HAN, OPENERS, is_han
from speechlint.text.lines import Lines
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

# No zero-width characters: those are no blanks but invisible characters.
ODD = "\xa0\u1680\u2000-\u200a\u202f\u205f"
WHITE = f" \t{ODD}\u3000"
STOPS = "，。、；：？！…"
MARKS = frozenset(STOPS + OPENERS + CLOSERS + "】〕』【〔『")
HALF_STOPS = frozenset(",;:!?")
# How far a line is looked at on either side of a blank, and in what pieces it is judged, in code points: a line may
# be a megabyte long.
NEAR, BLOCK = 120, 1000
# For `re` and not `regex`: its search for the first character of a class passes over a megabyte in a millisecond. What
# stands before is looked at only where a blank stands; blanks between two words in Latin letters are none of ours.
_BLANK = Sweep(
    rf"[{WHITE}](?:(?<=[^\x00-\x7f\s].)|(?<=[^\x00-\x7f\s][,;:!?].)|(?<=[!-~].)(?=[{WHITE}]*+(?:[^!-~\s]|[\r\n]|\Z)))"
    rf"[{WHITE}]*"
)
_ODD = Sweep(f"[{ODD}]")
_SENTENCE_MARK = Sweep(f"[，。；？！,;!?](?:(?<=[，。；？！])|(?<=[{HAN}”’）」』》].))")
_HAN_RUN, _LETTERS = Pattern(f"[{HAN}]+"), Pattern("[A-Za-z]+")
# Columns: a rule, or two wide gaps; what is wide behind a stop or before one is no gap.
_EDGE = f"[^\\s{STOPS},;:!?]"
_ROW = Sweep(
    f"[|｜│┃ \xa0\t\u3000](?:(?<=[|｜│┃])|(?<={_EDGE}.)(?:(?<=[ \xa0])[ \xa0]+|(?<=[\t\u3000])[{WHITE}]*)"
    f"{_EDGE}.*{_EDGE}(?:[{WHITE}]{{2,}}|\t){_EDGE})"
)
_MARKER = Pattern(
    f"[{WHITE}]*(?:[（(\\[〔【]?[{WHITE}]*(?:第[{WHITE}]*)?"
    f"(?:[零〇○一二三四五六七八九十百千0-9０-９.][零〇○一二三四五六七八九十百千0-9０-９.{WHITE}]*(?:[章节節条條款项項编編篇部回讲讲講课課届屆次]分?)?"
    f"(?:之[一二三四五六七八九十])?)?[{WHITE}]*[)）\\]〕】]?[、.．]?"
    f"|附[件表图圖录錄][0-9一二三四五六七八九十]*[：:.．]?|[①-⑳⑴-⒛㈠-㈩㊀-㊉❶-❿•·●○■□◆◇★☆※▲△▶►→√✓*+>#-]+)[{WHITE}]*"
)
LONGEST_MARKER = 16


class Beside(enum.Enum):
    """What stands on the two sides of a blank."""

    END = "end"  # nothing behind it but the line's end
    HAN = "han"  # a Han character on either side
    MARK = "mark"  # a Chinese mark on one side at least, or a half-width one that closes Chinese words
    LATIN = "latin"  # a Han character on one side, an ASCII letter or digit on the other
    OTHER = "other"


class Line(NamedTuple):
    """A line that a blank stands in, or the thousand characters of it about the blank."""

    length: int  # of the whole line, in code points
    prose: bool  # it holds a sentence's marks and has no columns
    row: bool  # it has columns
    near: Span  # what of it was looked at


class Blanks:
    """The runs of white space of a draft that stand behind something in their line; indents are no part of it."""

    def __init__(self, text: str, lines: Lines | None = None) -> None:
        self.text = text
        self._given = lines
        self._judged: dict[int, Line] = {}
        self._chinese: dict[Span, bool] = {}
        self._block = (0, 0)  # the piece that was asked about last
        self._found: dict[Beside, list[Span]] = {}
        for match in _BLANK.finditer(text):
            start, end = match.span()
            self._found.setdefault(_beside(text, start, end), []).append(Span(start, end))

    def beside(self, kind: Beside) -> list[Span]:
        """The blanks of one kind, in order."""
        return self._found.get(kind, [])

    @cached_property
    def _lines(self) -> Lines:
        return self._given or Lines(self.text)

    @cached_property
    def has_odd(self) -> bool:
        """Whether a white-space character stands anywhere that no keyboard makes for Chinese text."""
        return _ODD.search(self.text) is not None

    def is_odd(self, span: Span) -> bool:
        """Whether the blank holds such a character."""
        return self.has_odd and _ODD.search(span.of(self.text)) is not None

    def before(self, span: Span) -> str:
        """What stands before the blank in its line; the last 120 characters of it."""
        near = self.text[max(0, span.start - NEAR) : span.start]
        return near[max(near.rfind("\n"), near.rfind("\r")) + 1 :]

    def after(self, span: Span) -> str:
        """What stands behind the blank in its line; the first 120 characters of it."""
        near = self.text[span.end : span.end + NEAR]
        return near.partition("\n")[0].partition("\r")[0]

    def line_about(self, span: Span) -> Line:
        """What the blank's line is, judged once for every thousand characters of it."""
        if self._block[0] <= span.start < self._block[1]:
            return self._judged[self._block[0]]
        line = self._lines.index_of(span.start)
        start, end = self._lines.starts[line], self._lines.ends[line]
        first = start + (span.start - start) // BLOCK * BLOCK
        known = self._judged.get(first)
        if known is None:
            near = Span(max(start, first - NEAR), min(end, first + BLOCK + NEAR))
            text = near.of(self.text)
            row = _ROW.search(text) is not None
            prose = not row and _SENTENCE_MARK.search(text) is not None
            known = self._judged[first] = Line(end - start, prose, row, near)
        self._block = (first, min(end, first + BLOCK))
        return known

    def in_prose(self, span: Span) -> bool:
        """Whether the blank stands in running text: its line holds a sentence's marks and has no columns."""
        return self.line_about(span).prose

    def is_chinese(self, span: Span) -> bool:
        """Whether most of what the blank's line says is Chinese."""
        near = self.line_about(span).near
        if near not in self._chinese:
            words = near.of(self.text)
            self._chinese[near] = len("".join(_HAN_RUN.findall(words))) >= len("".join(_LETTERS.findall(words)))
        return self._chinese[near]

    def ends_marker(self, span: Span) -> bool:
        """Whether nothing but a number, or the beginning of one, stands before the blank in its line."""
        start = self.text[max(0, span.start - LONGEST_MARKER - 1) : span.start]
        line = max(start.rfind("\n"), start.rfind("\r"))
        if line < 0 and span.start > LONGEST_MARKER:
            return False
        return _MARKER.fullmatch(start, line + 1) is not None


def _beside(text: str, start: int, end: int) -> Beside:
    before, after = text[start - 1], text[end : end + 1]
    if not after or after in "\r\n":
        return Beside.END
    if before in MARKS or after in MARKS:
        return Beside.MARK
    if is_han(before):
        if is_han(after):
            return Beside.HAN
        if after in HALF_STOPS and is_han(text[end + 1 : end + 2]):
            return Beside.MARK  # 今年 ,全镇
        return Beside.LATIN if after.isascii() and after.isalnum() else Beside.OTHER
    if before in HALF_STOPS and start > 1 and (is_han(text[start - 2]) or text[start - 2] in MARKS):
        return Beside.MARK
    if is_han(after) and before.isascii() and before.isalnum():
        return Beside.LATIN
    return Beside.OTHER
