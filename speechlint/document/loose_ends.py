"""Items and parts that a draft begins or promises and does not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.document.markers import Marker, Where
from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import number_of
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

_MARKS = "，、；：。,;:.…"
_STYLES = frozenset(("一是", "一要", "第一，", "第一是", "首先，", "首先是", "其一，", "一、", "（一）", "1.", "（1）"))
_RUN = Pattern(r"[，；。：,;:](?P<number>[一二三四五六七八九十]{1,2})(?P<verb>是|要)$")


class Missing(NamedTuple):
    """Parts that a table of contents lists and the text behind its last one, `last`, does not have."""

    last: Marker
    entries: tuple[str, ...]


def find_dangling_items(document: Document) -> tuple[Span, ...]:
    """Markers with nothing behind them, whose siblings have words: the last of a list, or one before its next."""
    markers = document.markers
    last = _run_at_the_end(document)
    empty = [index for index, marker in enumerate(markers) if marker.style in _STYLES and _is_empty(document, marker)]
    if not empty:
        return () if last is None else (last,)
    all_of = Counter(marker.style for marker in markers)
    empty_of = Counter(markers[index].style for index in empty)
    found = [
        markers[index].span
        for index in empty
        if 3 * empty_of[markers[index].style] <= all_of[markers[index].style]
        and _has_elder(markers, index)
        and _ends_there(document, markers, index)
    ]
    return tuple(found if last is None or last in found else [*found, last])


def find_missing_parts(document: Document) -> Iterator[Missing]:
    """For each table of contents whose last parts the text does not have, in a draft that breaks off somewhere."""
    if not document.contents or not (document.cuts or document.broken_ends):
        return
    for number, table in enumerate(document.contents):
        until = (
            document.contents[number + 1].lines.start if number + 1 < len(document.contents) else len(document.lines)
        )
        entries = [entry for entry in table.entries if entry.reading is not None and entry.reading.style == "一、"]
        body = [
            marker
            for marker in document.markers
            if marker.style == "一、" and marker.where is Where.LINE and table.lines.stop <= marker.line < until
        ]
        if len(entries) < 3 or len(body) < 2:
            continue
        there = {marker.ordinal for marker in body}
        last = max((number for number, entry in enumerate(entries) if entry.reading.ordinal in there), default=-1)  # type: ignore[union-attr]
        rest = entries[last + 1 :]
        text = document.text
        words = {_bare(marker.words.of(text)) for marker in body}
        if last < 0 or not rest or any(entry.words(text) in words for entry in rest):
            continue
        same = sum(entry.words(text) in words for entry in entries[: last + 1])
        if 2 * same >= len(body):
            yield Missing(body[-1], tuple(entry.span.of(text) for entry in rest))


def _run_at_the_end(document: Document) -> Span | None:
    """二是 at the very end of the text, no marker for want of words, behind the 一是 that it counts on from."""
    text = document.text
    end = len(text)
    while end and text[end - 1] in BLANKS + "\r\n":
        end -= 1
    match = _RUN.search(text, max(0, end - 5), end)
    if match is None or not document.markers:
        return None
    elder = document.markers[-1]
    if elder.style != f"一{match['verb']}" or elder.ordinal != (number_of(match["number"]) or 0) - 1:
        return None
    return Span(match.start("number"), end)


def _bare(words: str) -> str:
    return "".join(character for character in words if character not in BLANKS)


def _is_empty(document: Document, marker: Marker) -> bool:
    """Whether nothing but marks stands between the marker and the end of its line."""
    end = document.lines.ends[marker.line]
    return end - marker.span.end <= 8 and not document.text[marker.span.end : end].strip(BLANKS + _MARKS)


def _has_elder(markers: Sequence[Marker], index: int) -> bool:
    """Whether the marker counts on from one of its own style near before it."""
    marker = markers[index]
    if marker.ordinal is None:
        return False
    for before in range(index - 1, max(-1, index - 40), -1):
        other = markers[before]
        if other.style == marker.style:
            return other.ordinal == marker.ordinal - 1
        if other.level < marker.level:
            return False
    return False


def _ends_there(document: Document, markers: Sequence[Marker], index: int) -> bool:
    """Whether the text ends behind the marker, or the next line begins with the marker that follows it."""
    marker = markers[index]
    text = document.text
    end = document.lines.ends[marker.line]
    rest = end
    while rest < len(text) and text[rest] in BLANKS + "\r\n":
        rest += 1
    if rest == len(text):
        return True
    if marker.where is not Where.LINE:
        return text[marker.span.end : end].strip(BLANKS)[-1:] in ("。", "；", ";") and text[rest - 1] in "\r\n" + BLANKS
    following = markers[index + 1] if index + 1 < len(markers) else None
    return (
        following is not None
        and following.span.start == rest
        and following.style == marker.style
        and following.ordinal == (marker.ordinal or 0) + 1
    )
