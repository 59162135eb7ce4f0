"""Lines that follow the rules of another notation: references to literature, and the heads of letters."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.sweep import Sweep
from speechlint.text.words import first_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

# [J]. and [R/OL]. behind a title, GB/T 7714: the sort of what is referred to.
_SORT = Sweep(r"[\[［](?:[MCJDRPSNGAZ]|DB|CP|EB|DS|CM)(?:[/／](?:OL|CD|MT|DK))?[\]］] ?[.．,(（]")
_NUMBERED = Pattern(r"[ \t\u3000]*[\[［][0-9０-９]{1,3}[\]］]")
_HEAD = Pattern(
    r"(?i:[ \t]*(?:发件人|收件人|寄件者|寄件人|收件者|發件人|抄送|密送|副本|主题|主旨|主題|日期|发送时间|時間|附件|时间"
    r"|from|to|cc|bcc|subject|date|sent|reply-to)[ \t]*:[^\r\n]*)"
)
_SENDER = Pattern(r"(?im:^[ \t]*(?:发件人|收件人|寄件者|寄件人|收件者|發件人|from|to)[ \t]*:)")
_SIGNATURE = "\n-- \n"
MOST_HEADS, MOST_SIGNED = 12, 8


class Notation:
    """`spans` are those lines, without their ends, sorted and disjoint; code points."""

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def holds(self, offset: int) -> bool:
        """Whether the character at `offset` stands in such a line."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self.spans[index].end


def find_notation(document: Document) -> Notation:
    """The references, the head of a letter at the draft's beginning, and a signature behind a line `-- `."""
    text, lines = document.text, document.lines
    found: set[int] = set()
    if "]" in text or "］" in text:  # most drafts hold neither
        reached = 0
        for match in _SORT.finditer(text):
            if match.start() < reached:
                continue
            line = lines.index_of(match.start())
            start, reached = lines.starts[line], lines.ends[line]
            # A number stands before the reference, or an author and a point before the title.
            if _NUMBERED.match(text, start) is not None or first_of(".．", text, start, match.start()) >= 0:
                found.add(line)
    found.update(_letter(document))
    return Notation(tuple(lines[line] for line in sorted(found)))


def _letter(document: Document) -> list[int]:
    text, lines = document.text, document.lines
    heads: list[int] = []
    for line in range(min(len(lines), MOST_HEADS)):
        span = lines[line]
        if _HEAD.fullmatch(text, span.start, span.end) is None:
            if heads or span.of(text).strip():
                break
            continue
        heads.append(line)
    if len(heads) < 2 or _SENDER.search(text, lines[heads[0]].start, lines[heads[-1]].end) is None:
        heads = []
    signature = text.rfind(_SIGNATURE)
    if signature >= 0:
        first = lines.index_of(signature + len(_SIGNATURE))
        heads += range(first, min(len(lines), first + MOST_SIGNED))
    return heads
