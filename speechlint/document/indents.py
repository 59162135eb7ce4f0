"""The white space before paragraphs: what it is made of, and which indent is the draft's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from speechlint.document.blanks import WHITE
from speechlint.text.charsets import HAN, ends_sentence
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep

if TYPE_CHECKING:
    from speechlint.document.model import Document

STANDARD = "\u3000\u3000"
UNEVEN = ("\u3000", "\u3000" * 3)
_INDENT, _LEADING = Sweep(rf"[\r\n]([{WHITE}]+)"), Sweep(rf"[{WHITE}]+")
# A deeper indent centres a line or moves it to the right; a line this long, or with an end mark, is no label.
DEEPEST, TAB, SHORTEST_BODY = 8, 4, 20
# So many lines, and so large a share of those that are indented, make an indent the draft's own.
FEWEST, SHARE = 3, 0.6
_BODY = Pattern(f"[{HAN}“‘「『《（(【〔0-9A-Za-z①-⑳]")
_NUMBERED = Pattern("[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳])(?:[)）][、.．]?|[、.．])|第.{1,3}[，、]")


class Indent(NamedTuple):
    """The white space before a paragraph. `sentence` says that a whole sentence stands behind it."""

    span: Span
    words: str
    line: int  # 0-based
    sentence: bool

    @property
    def mixed(self) -> bool:
        """Whether it is made of different blanks."""
        return len(set(self.words)) > 1


def has_one_way(text: str) -> bool:
    """Whether all lines that are indented are so with one kind of blank, and none of them by one or three."""
    ways = set(_INDENT.findall(text))
    leading = _LEADING.match(text)
    if leading is not None:
        ways.add(leading[0])
    return len(set().union(*ways)) < 2 and ways.isdisjoint(UNEVEN)


def find_indents(document: Document) -> Iterator[Indent]:
    """The indents of running text and numbered headings; what is set far in is left out."""
    text, lines = document.text, document.lines
    markdown = document.source.format == "markdown"
    for line, (start, end) in enumerate(zip(lines.starts, lines.ends, strict=True)):
        if start == end or not text[start].isspace():
            continue
        near = text[start : min(end, start + 200)]
        rest = near.lstrip()
        words = near[: len(near) - len(rest)]
        # In Markdown blanks and tabs from the keyboard are syntax.
        if not rest or _width(words) > DEEPEST or (markdown and not {" ", "\t"}.isdisjoint(words)):
            continue
        if _BODY.match(rest) is None or "\t" in rest:
            continue
        sentence = len(rest) >= SHORTEST_BODY and ends_sentence(text[max(start, end - 80) : end])
        if len(rest) >= SHORTEST_BODY or ends_sentence(rest) or _NUMBERED.match(rest) is not None:
            yield Indent(Span(start, start + len(words)), words, line, sentence)


def usual_indent(indents: list[Indent]) -> str | None:
    """The indent of most paragraphs, where it is of one kind of blank; None where no kind prevails."""
    pure = Counter(indent.words for indent in indents if not indent.mixed)
    if not pure:
        return None
    words, count = pure.most_common(1)[0]
    same = sum(number for other, number in pure.items() if other[0] == words[0])
    return words if count >= FEWEST and same >= SHARE * sum(pure.values()) else None


def _width(words: str) -> int:
    """In columns."""
    return sum(2 if character in "\u3000\u2003" else TAB if character == "\t" else 1 for character in words)
