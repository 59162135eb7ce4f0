"""numbering/heading-end-mark"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Marker, Where
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.charsets import BLANKS
from speechlint.text.span import Span

_STYLES = ("一、", "（一）")
_MARKS = "。；，;,"
LONGEST = 40
WRAPPED = 18


class HeadingEndMark(Rule):
    """A heading in a line of its own ends in no full stop, semicolon or comma; a question or an exclamation mark may
    stand. It is told from a list of sentences by its siblings, most of which end bare, and by the text below it; under
    the preset strict the siblings need not be bare.
    """

    id = "numbering/heading-end-mark"
    title = Bilingual("小标题末尾有点号", "Mark at the end of a heading")
    why = Bilingual(
        "独占一行的标题末尾一般不用点号，同级标题也要一致。",
        "A heading in a line of its own ends in no mark, and headings of one level end alike.",
    )
    severity = Severity.HINT
    fixes = Applicability.SAFE
    because = Bilingual("只删去标题末尾的点号。", "Only the mark at the heading's end goes.")
    norm = "GB/T 15834-2011, B.4"
    triggers = MARKER_SIGNS
    VALID = (
        Valid("一、修好干渠\n渠通了。\n二、修好支渠\n水来了。"),
        Valid("一、修好干渠。\n二、修好支渠。\n三、装好水表。"),
        Valid("一、水从哪里来？\n从山上来。\n二、修好支渠\n水来了。\n三、修好闸门！\n人齐了。"),
        Valid("（一）修好干渠。各村都要出工。\n（二）修好支渠。各户都要出力。"),
        Valid("会议议程\n一、听取汇报\n二、审议方案\n三、作出决定。"),
        Valid("一、修好干渠。\n渠通了。\n二、修好支渠。\n水来了。"),
    )
    INVALID = (
        Invalid(
            "一、修好干渠⟦。⟧\n渠通了。\n二、修好支渠\n水来了。\n三、装好水表\n账清了。",
            fixed="一、修好干渠\n渠通了。\n二、修好支渠\n水来了。\n三、装好水表\n账清了。",
        ),
        Invalid(
            "一、修渠\n（一）修好干渠\n渠通了。\n（二）修好支渠⟦；⟧\n水来了。\n（三）装好水表\n账清了。",
            fixed="一、修渠\n（一）修好干渠\n渠通了。\n（二）修好支渠\n水来了。\n（三）装好水表\n账清了。",
        ),
        Invalid(
            "一、修渠\n（一）干渠\n渠通了。\n二、引水⟦。⟧\n（一）水源\n水来了。\n三、收费\n账清了。",
            fixed="一、修渠\n（一）干渠\n渠通了。\n二、引水\n（一）水源\n水来了。\n三、收费\n账清了。",
        ),
        Invalid(
            "一、修好幹渠\n渠通了。\n\n二、修好支渠⟦。⟧ \n\n水來了。\n三、裝好水表\n帳清了。",
            fixed="一、修好幹渠\n渠通了。\n\n二、修好支渠 \n\n水來了。\n三、裝好水表\n帳清了。",
        ),
        Invalid(
            "一、修好干渠⟦。⟧\n渠通了。\n二、修好支渠⟦。⟧\n水来了。",
            fixed="一、修好干渠\n渠通了。\n二、修好支渠\n水来了。",
            preset="strict",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        markers = ctx.document.markers
        levels = {marker.line: marker.level for marker in markers if marker.where is Where.LINE}
        for siblings in _siblings(markers):
            headings = [
                (marker, end)
                for marker in siblings
                if (end := _end_of_heading(ctx, marker)) is not None and _has_text(ctx, marker, levels)
            ]
            marked = [(marker, end) for marker, end in headings if ctx.text[end - 1] in _MARKS]
            if 2 * len(marked) < len(headings) or ctx.preset == "strict":
                yield from (self._report(ctx, marker, end) for marker, end in marked)

    def _report(self, ctx: Context, marker: Marker, end: int) -> Diagnostic:
        mark, heading = ctx.text[end - 1], ctx.text[marker.span.start : end]
        return ctx.found(
            Span(end - 1, end),
            Bilingual(
                f"标题“{heading}”独占一行，末尾的“{mark}”应删去",
                f"“{heading}” is a heading in a line of its own; the “{mark}” at its end should go",
            ),
            fix=ctx.fix(
                Bilingual(f"删去“{mark}”", f"Delete “{mark}”"), [Edit(Span(end - 1, end), "")], Applicability.SAFE
            ),
        )


def _siblings(markers: Sequence[Marker]) -> Iterator[list[Marker]]:
    """The line starts of one level that count on under one parent: those of （一） end where a 一、 stands."""
    series: dict[str, list[Marker]] = {}
    for marker in markers:
        if marker.where is not Where.LINE or marker.style not in _STYLES:
            continue
        if marker.style == "一、" and "（一）" in series:
            yield series.pop("（一）")
        before = series.setdefault(marker.style, [])
        if before and (marker.ordinal or 0) <= (before[-1].ordinal or 0):
            yield before
            before = series[marker.style] = []
        before.append(marker)
    yield from series.values()


def _end_of_heading(ctx: Context, marker: Marker) -> int | None:
    """Where the heading ends that fills its line; None where the line is a paragraph."""
    text, end = ctx.text, ctx.document.lines.ends[marker.line]
    start = marker.span.end
    if not start < end <= start + LONGEST:
        return None
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    inner = text[start : end - 1]
    return None if end == start or any(mark in inner for mark in "。；！？;!?") else end


def _has_text(ctx: Context, marker: Marker, levels: Mapping[int, int]) -> bool:
    """Whether the next line that is not blank belongs to the heading: its text, or a lower heading.

    Behind a long line a shorter one may be the rest of an item that was wrapped.
    """
    lines = ctx.document.lines
    for below in range(marker.line + 1, min(marker.line + 4, len(lines))):
        if lines[below].of(ctx.text).strip():
            if below in levels:
                return levels[below] > marker.level
            length = lines.ends[marker.line] - lines.starts[marker.line]
            return length < WRAPPED or lines.ends[below] - lines.starts[below] > length
    return False
