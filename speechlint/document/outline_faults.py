"""Where the numbers of a list do not run from one without a gap."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from speechlint.document.cuts import LOSSES
from speechlint.document.marker_grammar import ENCLOSED, ORDINAL, RUN, SIGN
from speechlint.document.markers import FARTHEST, Marker, Where, stands_between
from speechlint.document.outline import Outline, Series
from speechlint.lexicon.scripts import fold
from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.numerals import written_like
from speechlint.text.pattern import Pattern
from speechlint.text.sweep import Sweep
from speechlint.text.words import holds_any

if TYPE_CHECKING:
    from speechlint.document.model import Document

_DOTS = Sweep(r"[\r\n][ \u3000]*[（(]?(?:[.。·]{3,12}|…{1,6})[）)]?[ \u3000]*(?=[\r\n]|$)")
# A draft that gives parts of a text says so at its top.
_EXCERPT = Pattern("节选|摘录|摘编|选登|选答|选载|选段|[（(](?:接|上接|续)|接上期")
_FROM_ELSEWHERE = Pattern("[（(【]?(?:上?接|续)")
TOP = 300  # characters
# A list that begins later than this was taken from somewhere else.
LATEST_START = 4
NEAR = 800
OPENING = 20  # lines, blank ones too, in which a text opens
# What may be the first of a list that goes on with 二是 or 第二，: the writer counts, in other words.
_FIRST = Pattern(
    "第一|首先|一是|一要|一[来則则]|其一|一方面|[头頭]一|一[个個条條种種点點类類项項句大件位、]|（一）|之一|[1１①先]"
)
# 《办法》规定：（三）… quotes what it needs; an article of the draft's own does not.
_QUOTING = ("规定", "規定", "》", "原文", "节选", "節選", "摘录", "摘錄", "载明", "載明")


class Kind(enum.Enum):
    """A number is left out, written twice, has changed places with another, or the list begins late."""

    GAP = "gap"
    DUPLICATE = "duplicate"
    SWAP = "swap"
    START = "start"


class Fault(NamedTuple):
    """The item `at` of `series` should count `expected`. `cut` says that text was taken out in front of it, by a site's
    notice or by a line of dots; `elided` that a line of dots alone says so, which may be the writer's own.
    """

    kind: Kind
    series: Series
    at: int
    expected: int
    cut: bool
    elided: bool = False

    @property
    def marker(self) -> Marker:
        return self.series.items[self.at].marker


def find_faults(document: Document) -> tuple[Fault, ...]:
    """The faults of all lists, in reading order; one for each number that was left out, doubled or displaced."""
    outline = document.outline
    found: dict[tuple[int, int], Fault] = {}
    cuts: list[int] | None = None
    notices: list[int] = []
    excerpt = False
    for series in outline.series:
        if not series.continued and _runs(series):
            continue
        for kind, index, expected in read_ordinals(series.ordinals, series.continued):
            if cuts is None:
                notices = _notices(document)
                cuts = sorted([*notices, *_dots(document)])
                excerpt = _is_excerpt(document)
            if excerpt and kind in (Kind.GAP, Kind.START):
                continue
            marker = series.items[index].marker
            front = series.items[index - 1].marker.span.start if index else _front(outline, series)
            cut = bisect_left(cuts, front) < bisect_left(cuts, marker.span.start)
            elided = cut and bisect_left(notices, front) == bisect_left(notices, marker.span.start)
            fault = Fault(kind, series, index, expected, cut, elided)
            if _counts(document, outline, fault):
                found.setdefault((id(series), index), fault)
                if cut and kind is Kind.GAP:
                    for lost in _lost_starts(series, index, cuts):
                        found[id(lost.series), lost.at] = lost
    return tuple(sorted(found.values(), key=lambda fault: fault.marker.span))


def read_ordinals(ordinals: Sequence[int | None], continued: bool = False) -> list[tuple[Kind, int, int]]:
    """The faults of a list as kind, index and the number that should stand there; none where it is no list at all.

    Read so that one slip gives one fault: 一三二四 is a swap, 一二九四 a wrong number, 一二二三 and 一二二四 doublets.
    """
    at = [index for index, ordinal in enumerate(ordinals) if ordinal is not None]
    values = [ordinal for ordinal in ordinals if ordinal is not None]
    found: list[tuple[Kind, int, int]] = []
    swapped: set[int] = set()
    want = values[0] if continued and values else 1
    for place, value in enumerate(values):
        after = values[place + 1] if place + 1 < len(values) else None
        if value == want or place in swapped:
            want += 1
        elif value > want:
            partner = place + value - want
            if partner < len(values) and values[partner] == want:
                swapped.add(partner)
                found.append((Kind.SWAP, at[place], want))
                want += 1
            elif after == want + 1:
                found.append((Kind.GAP if place else Kind.START, at[place], want))
                want += 1
            else:
                found.append((Kind.GAP if place else Kind.START, at[place], want))
                want = value + 1
        elif value == values[place - 1] or after == want + 1:
            found.append((Kind.DUPLICATE, at[place], want))
            want += after == want + 1
    return found if len(found) < 2 or 3 * len(found) <= len(values) else []


def _runs(series: Series) -> bool:
    """Whether the items are numbered 1, 2, 3 …"""
    for number, item in enumerate(series.items, 1):  # noqa: SIM110 (a generator would take twice the time)
        if item.marker.ordinal != number:
            return False
    return True


def _counts(document: Document, outline: Outline, fault: Fault) -> bool:
    """Whether the fault is one of the draft, and not of a way to number that is quite right."""
    series, marker = fault.series, fault.marker
    # Articles are quoted and amended one by one; in Markdown the numbers of a list are made when it is shown; a number
    # without words stands in a form or a table.
    if series.style in ("第一条", "一方面") or not marker.word or marker.word[0] in "首其再最另":
        return False
    if marker.words.empty and not marker.lead:
        return False
    if document.source.format == "markdown" and marker.where is Where.LINE and series.style in ("1.", "1）", "a."):
        return False
    if fault.kind is Kind.DUPLICATE and _is_tie(document, fault):
        return False
    if fault.kind is Kind.START:
        return _starts_late(document, outline, fault)
    before = series.items[fault.at - 1].marker if fault.at else marker
    if fault.kind is Kind.GAP and stands_between(document.prose_text, marker, fault.expected, before.span.end):
        return False
    if marker.word in ENCLOSED and marker.where is Where.INLINE:
        # Behind a full stop ① is the mark of a note.
        return before.line == marker.line and document.text[marker.span.start - 1] in "；，、;,："
    return series.level <= SIGN or fault.cut or marker.span.start - before.span.end <= FARTHEST


def _is_tie(document: Document, fault: Fault) -> bool:
    """Whether two share a place of a ranking: 2. with so many points, 2. with as many, 4."""
    following = fault.series.items[fault.at + 1].marker if fault.at + 1 < len(fault.series.items) else None
    ordinal = fault.marker.ordinal or 0
    if following is not None and following.ordinal != ordinal + 2:
        return False
    last = document.line_text(fault.marker.line)[-20:].rstrip()[-1:]
    return last.isdecimal() or (bool(last) and last in "分票名")


def _starts_late(document: Document, outline: Outline, fault: Fault) -> bool:
    series, marker, text = fault.series, fault.marker, document.text
    if (marker.ordinal or 0) > LATEST_START:
        return False
    parent = outline.parent_of(series)
    behind = 0 if parent is None else parent.marker.span.end
    if fault.cut:
        return behind > 0
    if stands_between(text, marker, 1, behind):
        return False
    if len(series.items) < 2 and series.level > 1:
        return False
    if series.level in (ORDINAL, RUN) or marker.where is Where.INLINE:
        near = text[max(behind, marker.span.start - NEAR) : marker.span.start]
        return marker.ordinal == 2 and _FIRST.search(near) is None
    above = _line_above(document, marker.line)
    if marker.ordinal == 2 and parent is None and _is_first_bare(document, series):
        return False
    if not above or not above.strip("….。·") or _goes_on(fold(above), marker) or _counts_down(text, marker):
        return False
    if parent is not None and parent.marker.style == "第一条":
        return True
    return not (above.endswith(("：", ":")) and holds_any(above, _QUOTING))


def _is_first_bare(document: Document, series: Series) -> bool:
    """Whether the paragraphs of a text are numbered through, under headings without numbers, and the one that opens it
    is not: so the budgets and policy addresses of Hong Kong are printed.
    """
    if series.style != "1." or not document.is_written_elsewhere:
        return False
    first, last = series.items[0].marker, series.items[-1].marker
    above = range(max(0, first.line - OPENING), first.line)
    if not any(document.line_text(line).rstrip().endswith("。") for line in above):
        return False
    numbered = {item.marker.line for item in series.items}
    if not all(document.line_text(line).rstrip().endswith(("。", "：", "」", "；")) for line in numbered):
        return False
    between = (document.line_text(line).strip(BLANKS) for line in range(first.line - 2, last.line))
    return any(line and line[-1] not in "。：；！？" for line in between)


def _goes_on(above: str, marker: Marker) -> bool:
    """Whether the line above says that the first items stand elsewhere: 我讲第三个问题, 讲了前两个, （上接第一版）."""
    ordinal = marker.ordinal or 0
    here, before = written_like("一", ordinal), written_like("一", max(1, ordinal - 1))
    said = (f"第{here}", f"第{ordinal}", f"前{before}", f"{before}个问题", f"前{ordinal - 1}")
    return _FROM_ELSEWHERE.match(above) is not None or holds_any(above.replace("两", "二"), said)


def _counts_down(text: str, marker: Marker) -> bool:
    """三、二、一，开始！"""
    behind = text[marker.span.end : marker.span.end + 3]
    return any(behind.startswith(written_like(marker.word, (marker.ordinal or 2) - 1) + mark) for mark in "、，")


def _front(outline: Outline, series: Series) -> int:
    """Where the item begins that the list stands in; 0 for a list at the top."""
    parent = outline.parent_of(series)
    return 0 if parent is None else parent.marker.span.start


def _line_above(document: Document, line: int) -> str:
    """The words of the nearest line above that is not blank, no more than its last hundred."""
    lines = document.lines
    for above in range(line - 1, -1, -1):
        words = document.text[max(lines.starts[above], lines.ends[above] - 100) : lines.ends[above]].strip(BLANKS)
        if words:
            return words
    return ""


def _is_excerpt(document: Document) -> bool:
    """Whether the draft says that it gives parts of a text only."""
    return _EXCERPT.search(document.folded[:TOP]) is not None or "从略" in document.folded


def _notices(document: Document) -> list[int]:
    """Offsets where a site says that it took text out."""
    return [residue.span.start for residue in document.residue if residue.kind in LOSSES]


def _dots(document: Document) -> list[int]:
    """Offsets of lines of nothing but dots."""
    if "…" not in document.text and "..." not in document.text and "。。。" not in document.text:
        return []
    table = {line for contents in document.contents for line in contents.lines}
    starts = (match.start() for match in _DOTS.finditer("\n" + document.text))
    return [start for start in starts if document.lines.index_of(start) not in table]


def _lost_starts(series: Series, index: int, cuts: Sequence[int]) -> Iterator[Fault]:
    """Lists that seem to run on over a cut in which a heading was lost: what follows the cut was the lost heading's."""
    item, after = series.items[index - 1], series.items[index].marker.span.start
    for nested in item.lists:
        for place, below in enumerate(nested.items[1:], start=1):
            before, here = nested.items[place - 1].marker.span.start, below.marker.span.start
            if here < after and bisect_left(cuts, before) < bisect_left(cuts, here):
                yield Fault(Kind.START, nested, place, 1, True)
