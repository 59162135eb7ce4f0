"""Headings that lost the line break before them and stand in the middle of a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from speechlint.document.markers import Marker, Where
from speechlint.lexicon.vocabulary import knows
from speechlint.text.charsets import BLANKS, CLOSERS, HAN, OPENERS, SENTENCE_ENDS, ends_sentence, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import first_of

if TYPE_CHECKING:
    from speechlint.document.model import Document

STYLES = frozenset(("一、", "（一）", "1."))
LONGEST_WORDS = 30
# So much text follows a heading on an average; items of a list inside a paragraph are shorter.
SHORTEST_BODY = 80
# Where so many short headings follow each other in one line, each with a sentence of its own, less is enough.
MANY, SHORTEST_SENTENCE = 3, 30
SHORTEST_HEADING = 3
# What a paragraph begins with, and no heading goes on with.
_OPENERS = Pattern(
    "今天|今年|去年|近年来|近几年|多年来|长期以来|当前|目前|过去|刚才|一年来|这次|同志们"
    "|各位|大家|我们|为了|随着|自从|习近平|总书记|党的十|所谓|回顾过去|首先|一是|第一，"
    "|众所周知|俗话说|古人|新时代|实践证明"
)
# A heading does not end in one of these: 做好|当前, 让|大家, 在|今年.
_GOES_ON = frozenset("的和与及或、，,在对为是把于让使向给从到由被将以跟同好")
_LOWER = Pattern("[（(]一[）)]")  # the first heading of the next level, right behind a heading
# The colon that the first heading of several may follow: 现将有关事项通知如下：一、…
_PREFACE = Pattern("(?:如下|[点个条项][^，。；：、“”]{0,6})[：:][ \\t\u3000\xa0]*$")
_ITEM_MARKS = "，、；：。,;:"
# A blank is left where the heading's line ended: 一、修好干渠 各村…
_LINE_END = Pattern(f"(?<=[{HAN}”）])[ \xa0\u3000]{{1,2}}(?=[{HAN}“])")


class FlatHeading(NamedTuple):
    """A heading inside a paragraph.

    `span` covers marker and words, with the end mark where there is one; `seam` the blanks in front of it that a line
    break replaces, None where it begins its line and only its text runs on behind it. `behind` is where the paragraph's
    own text begins without a break, None where an end mark parts them or nobody can tell.
    """

    marker: Marker
    span: Span
    seam: Span | None
    behind: int | None


def find_flat_headings(document: Document) -> tuple[FlatHeading, ...]:
    """In order. A list inside a paragraph, whose items are short, is none, nor is what only numbers sentences."""
    markers = [marker for marker in document.markers if marker.style in STYLES and marker.ordinal is not None]
    found: list[FlatHeading] = []
    for style in STYLES:
        of_style = [marker for marker in markers if marker.style == style]
        if style != "1.":
            found += _with_text(document, [marker for marker in of_style if marker.where is Where.LINE])
        inside = [m for m in of_style if m.where is Where.INLINE and _may_begin(document, m)]
        if inside:
            found += _flat_of_style(document, of_style, inside)
    return tuple(sorted(found, key=lambda heading: heading.span.start))


def body_indent(document: Document) -> str:
    """What most lines of the text begin with, blank ones and short ones left out."""
    text, lines = document.text, document.lines
    indents: Counter[str] = Counter()
    for start, end in zip(lines.starts, lines.ends, strict=True):
        if end - start > LONGEST_WORDS:
            at = start
            while text[at] in BLANKS and at < end - 1:
                at += 1
            indents[text[start:at]] += 1
    return indents.most_common(1)[0][0] if indents else ""


def _with_text(document: Document, markers: Sequence[Marker]) -> Iterator[FlatHeading]:
    """Headings at line starts that their text follows without a mark, where most of their siblings stand alone."""
    for series in _series(markers, markers):
        alone = sum(_stands_alone(document, marker) for marker in series)
        for marker in series if 2 <= alone < len(series) <= 2 * alone else ():
            end = document.lines.ends[marker.line]
            if marker.lead and end - marker.span.end >= SHORTEST_BODY:
                behind = _body_start(document, marker)
                if behind is not None:
                    words = document.text[marker.span.start : behind].rstrip(BLANKS)
                    yield FlatHeading(marker, Span(marker.span.start, marker.span.start + len(words)), None, behind)


def _stands_alone(document: Document, marker: Marker) -> bool:
    """Whether the heading fills its line, and no mark ends it."""
    start, end = marker.words
    return not marker.lead and start < end and document.text[end - 1] not in _ITEM_MARKS


def _flat_of_style(document: Document, markers: Sequence[Marker], inside: Sequence[Marker]) -> Iterator[FlatHeading]:
    for series in _series(markers, inside):
        members = [marker for marker in series if marker.where is Where.INLINE]
        held = Counter(marker.line for marker in series)
        run_on = [marker for marker in series if marker.where is Where.INLINE or held[marker.line] > 1]
        if not (
            (len(series) > len(members) and _stand_apart(series, held))
            or _have_sentences(document, series)
            or (len(run_on) > 1 and _have_bodies(document, run_on))
        ):
            continue
        read = [heading for marker in members if (heading := _read(document, marker)) is not None]
        if 2 * len(read) >= len(members):
            yield from read


def _series(markers: Sequence[Marker], inside: Sequence[Marker]) -> list[list[Marker]]:
    """Runs of markers that count on, those with one of `inside` among them."""
    starts = {marker.span.start for marker in inside}
    runs: list[list[Marker]] = []
    for marker in markers:
        if marker.where is not Where.LINE and marker.span.start not in starts:
            continue
        last = runs[-1][-1].ordinal if runs else None
        if last is not None and marker.ordinal == last + 1:
            runs[-1].append(marker)
        else:
            runs.append([marker])
    return [run for run in runs if any(marker.span.start in starts for marker in run)]


def _may_begin(document: Document, marker: Marker) -> bool:
    """Whether a heading may begin there: behind a sentence, or the first of several behind 如下：."""
    if _follows_sentence(document.text, marker):
        return True
    start = max(document.lines.starts[marker.line], marker.span.start - 14)
    return marker.ordinal == 1 and _PREFACE.search(document.folded, start, marker.span.start) is not None


def _follows_sentence(text: str, marker: Marker) -> bool:
    before = marker.span.start
    while before and text[before - 1] in BLANKS:
        before -= 1
    while before and text[before - 1] in CLOSERS:
        before -= 1
    return before > 0 and text[before - 1] in SENTENCE_ENDS


def _stand_apart(series: Sequence[Marker], held: Mapping[int, int]) -> bool:
    """Whether those of the series that begin a line are headings in a line of their own, or have words as short.

    `held` says how many of them each line holds. Where most lines hold several, the writer runs his items on.
    """
    alone = sum(count == 1 for count in held.values())
    return 2 * alone >= len(held) and all(
        SHORTEST_HEADING <= marker.words.end - marker.words.start <= LONGEST_WORDS
        for marker in series
        if marker.where is Where.LINE
    )


def _have_bodies(document: Document, members: Sequence[Marker]) -> bool:
    """Whether enough text follows each marker, up to the next one or to the end of its own line.

    Items of a paragraph that begins with the first of them also need a heading with an end mark each.
    """
    if members[0].where is Where.LINE and not all(_has_heading(marker) for marker in members):
        return False
    starts = [*(marker.span.start for marker in members[1:]), len(document.text)]
    lengths = [
        min(start, document.lines.ends[marker.line]) - marker.span.end
        for marker, start in zip(members, starts, strict=True)
    ]
    # A draft may break off behind its last heading.
    return sum(lengths[:-1]) >= SHORTEST_BODY * (len(lengths) - 1) and min(lengths[:-1]) >= SHORTEST_BODY // 2


def _has_heading(marker: Marker) -> bool:
    return marker.lead and SHORTEST_HEADING <= marker.words.end - marker.words.start <= LONGEST_WORDS


def _have_sentences(document: Document, series: Sequence[Marker]) -> bool:
    """Whether several headings with an end mark of their own stand in one line, with a sentence or more behind each.

    What numbers single sentences, or the parts of one, is a list, and so is a paragraph that begins with the first.
    """
    first, last = series[0], series[-1]
    if len(series) < MANY or first.style != "一、" or first.line != last.line or first.where is Where.LINE:
        return False
    text = document.text
    ends = [*(marker.span.start for marker in series[1:]), document.lines.ends[last.line]]
    return all(
        _has_heading(marker)
        and end - marker.words.end > SHORTEST_SENTENCE
        and ends_sentence(text[marker.words.end + 1 : end].rstrip(BLANKS))
        for marker, end in zip(series, ends, strict=True)
    )


def _read(document: Document, marker: Marker) -> FlatHeading | None:
    text = document.text
    start, end = marker.span.start, marker.words.end
    seam = start
    while seam and text[seam - 1] in BLANKS:
        seam -= 1
    lower = _LOWER.search(text, marker.words.start + SHORTEST_HEADING, max(end, start + LONGEST_WORDS))
    if lower is not None and marker.style == "一、":
        return FlatHeading(marker, Span(start, lower.start()), Span(seam, start), lower.start())
    if SHORTEST_HEADING <= end - marker.words.start <= LONGEST_WORDS:
        stop = document.lines.ends[marker.line]
        while end < stop and text[end] in SENTENCE_ENDS + CLOSERS:
            end += 1
        return FlatHeading(marker, Span(start, end), Span(seam, start), None)
    behind = _body_start(document, marker)
    if behind is None and marker.style == "1.":
        return None
    stop = marker.span.end if behind is None else behind
    while text[stop - 1] in BLANKS:
        stop -= 1
    return FlatHeading(marker, Span(start, stop), Span(seam, start), behind)


def _body_start(document: Document, marker: Marker) -> int | None:
    """Where the paragraph begins that runs on behind a heading without an end mark; None where nobody can tell."""
    folded = document.folded
    start = marker.span.end
    while folded[start : start + 1] in tuple(BLANKS):
        start += 1
    stop = min(start + LONGEST_WORDS + 10, document.lines.ends[marker.line])
    gap = _LINE_END.search(folded, min(start + SHORTEST_HEADING, stop), stop)
    if gap is not None and _is_line_end(folded, start, *gap.span()):
        return int(gap.end())
    places = [match.start() for match in _OPENERS.finditer(folded, min(start + SHORTEST_HEADING, stop), stop)]
    # A paragraph often begins with what its heading began with.
    for length in range(8, 2, -1):
        again = folded.find(folded[start : start + length], start + SHORTEST_HEADING, stop)
        if again >= 0:
            places.append(again)
            break
    first = next((at for at in sorted(places) if _may_end(folded, at)), None)
    return None if first is None or first_of(SENTENCE_ENDS, folded, start, first) >= 0 else first


def _is_line_end(folded: str, start: int, gap: int, behind: int) -> bool:
    """Whether the blank ends the heading from `start` on, and parts no word."""
    return first_of(SENTENCE_ENDS + "：；", folded, start, gap) < 0 and not knows(folded[gap - 1] + folded[behind])


def _may_end(folded: str, at: int) -> bool:
    """Whether a heading may end before `at`: behind a whole word, and not inside one."""
    before, after = folded[at - 1], folded[at]
    if before in _GOES_ON or before in OPENERS or before in _ITEM_MARKS:
        return False
    if is_han(before) and is_han(after) and knows(before + after):
        return False
    return not is_han(before) or any(knows(folded[at - length : at]) for length in (2, 3, 4))
