"""What reading the blocks gives: their markup, and the prose that is still to be read for markup inside lines."""

from __future__ import annotations

from speechlint.formats.markdown.inlines import Prose, is_address, normal_label
from speechlint.formats.markdown.tables import read_row
from speechlint.formats.source import Quiet
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_REFERENCE = Pattern(
    r"\[(?!\^)((?:[^\[\]\\]|\\.){1,999}+)\]:[ \t]*+(<[^<>]*+>|[^\s<]\S*+)"
    r"""(?:[ \t]++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?[ \t]*+$"""
)
_NOTE = Pattern(r"\[\^[^\]\s\[]{1,99}+\]:[ \t]*+")


class Marks:
    """Collects, in no order. `labels` are the names that references go by. All offsets are code points of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quiet: list[Quiet] = []
        self.prose: list[Prose] = []
        self.labels: set[str] = set()

    def add_markup(self, start: int, end: int) -> None:
        if start < end:
            self.quiet.append(Quiet(Span(start, end), "markup"))

    def add_code(self, start: int, end: int) -> None:
        self.quiet.append(Quiet(Span(start, end), "code"))

    def add_prose(self, start: int, end: int, *, html: bool = False) -> None:
        if start < end:
            self.prose.append(Prose(start, end, html))

    def add_heading(self, start: int, begin: int, end: int) -> None:
        """A heading whose words begin at `begin`; the hashes that close it are markup too."""
        self.add_markup(start, begin)
        words = self.text[begin:end].rstrip(" \t")
        bare = words.rstrip("#")
        if len(bare) < len(words) and (not bare or bare[-1] in " \t"):
            words = bare.rstrip(" \t")
        self.add_markup(begin + len(words), end)
        self.add_prose(begin, begin + len(words))

    def add_row(self, start: int, end: int) -> None:
        row = read_row(self.text, start, end)
        for pipe in row.pipes:
            self.add_markup(*pipe)
        for cell in row.cells:
            self.add_prose(*cell)

    def add_reference(self, start: int, end: int) -> bool:
        """Whether the line says where a reference leads. Of a note the number alone is markup, its text is prose."""
        if self.text[start] != "[":
            return False
        note = _NOTE.match(self.text, start, end)
        if note is not None:
            self.add_markup(start, note.end())
            return False
        reference = _REFERENCE.match(self.text, start, end)
        if reference is None or not is_address(reference[2]):
            return False
        self.labels.add(normal_label(reference[1]))
        self.quiet.append(Quiet(Span(start, end), "address"))
        return True

    def add_hard_break(self, start: int, end: int) -> None:
        """The blanks or the backslash at the end of a line that goes on in the next."""
        if self.text.endswith("  ", start, end):
            self.add_markup(start + len(self.text[start:end].rstrip(" ")), end)
        elif self.text.endswith("\\", start, end):
            self.add_markup(end - 1, end)
