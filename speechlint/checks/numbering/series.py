"""How the rules about the order of a list report it: evidence, and a fix that numbers the whole list at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from speechlint.document.marker_signs import MARKER_SIGNS
from speechlint.document.markers import Marker
from speechlint.document.number_ties import Holds, Tie
from speechlint.document.outline import Series
from speechlint.document.outline_faults import Fault, Kind
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Rule
from speechlint.text.charsets import END_MARKS
from speechlint.text.numerals import written_like
from speechlint.text.words import first_of

RUNS = frozenset(("一是", "一要", "一来"))
LONGEST_QUOTE = 10
_ANEW = Bilingual("整组重新编号", "number the whole list anew")


class SeriesRule(Rule):
    """Base of the rules about numbers out of order. `document.numbering_faults` finds each fault once and gives it one
    kind, so that no number is reported by two of them.
    """

    severity = Severity.ERROR
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "整组一次改号，字句不动；但号错也可能是漏了一条，须人看过。",
        "All numbers of the list change at once and no word does; but an item may be missing, so somebody should look.",
    )
    norm = "GB/T 9704-2012, 7.3.3"
    triggers = MARKER_SIGNS
    kinds: ClassVar[frozenset[Kind]]
    runs: ClassVar[bool] = False  # whether the rule speaks of 一是 and 一要, or of all other lists

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for fault in ctx.document.numbering_faults:
            if fault.kind in self.kinds and (fault.series.style in RUNS) == self.runs:
                edits = () if fault.cut else renumbering(fault.series)
                ties = _ties(ctx, fault.series, edits)
                sure = Applicability.DISPLAY if ties or fault.kind is Kind.START else Applicability.UNSAFE
                yield ctx.found(
                    fault.marker.span,
                    self.message(ctx, fault),
                    severity=Severity.HINT if fault.elided else None,
                    fix=ctx.fix(_ANEW, edits, sure) if edits else None,
                    notes=(*_tied(ctx, fault, ties), *_notes(fault)),
                )

    def message(self, ctx: Context, fault: Fault) -> Bilingual:
        """What stands there, what should, and what the item before is."""
        wrong, right = fault.marker.word, written(fault.marker, fault.expected)
        if fault.kind is Kind.START:
            return Bilingual(
                f"这一组从“{wrong}”起，前面没有“{right}”",
                f"this list begins with “{wrong}”; there is no “{right}” before it",
            )
        if fault.kind is Kind.SWAP:
            return Bilingual(
                f"序号颠倒：这一条应为“{right}”，写的是“{wrong}”，“{right}”在它后面",
                f"out of order: this should be “{right}” and is “{wrong}”; “{right}” comes behind it",
            )
        if not fault.at:
            return Bilingual(f"第一条应为“{right}”，写的是“{wrong}”", f"the first should be “{right}” and is “{wrong}”")
        before = fault.series.items[fault.at - 1].marker
        quoted, there = quote(ctx, before), ctx.where(before.span.start)
        twice = fault.kind is Kind.DUPLICATE
        again = Bilingual("序号重复：", "number doubled: ") if twice else Bilingual("", "")
        return Bilingual(
            f"{again.zh}上一条是“{quoted}”（{there.zh}），这一条应为“{right}”，写的是“{wrong}”",
            f"{again.en}the item before is “{quoted}” ({there.en}); this should be “{right}” and is “{wrong}”",
        )


def renumbering(series: Series) -> tuple[Edit, ...]:
    """What counts all items of the list through; nothing where a number cannot be written in the item's way."""
    edits = []
    number = (series.items[0].marker.ordinal or 1) if series.continued else 1
    for item in series.items:
        marker = item.marker
        if marker.ordinal is None:
            continue
        if len(marker.word) != marker.number.end - marker.number.start:
            return ()  # torn by a page mark
        if marker.ordinal != number:
            try:
                edits.append(Edit(marker.number, marker.written(number)))
            except ValueError:
                return ()
        number += 1
    return tuple(edits)


def written(marker: Marker, ordinal: int) -> str:
    """The number in the marker's own way, or in figures where that way has no sign for it."""
    try:
        return marker.written(ordinal)
    except ValueError:
        return str(ordinal)


def quote(ctx: Context, marker: Marker) -> str:
    """The marker with the first words behind it."""
    text, end = ctx.text, ctx.document.lines.ends[ctx.document.lines.index_of(marker.span.end)]
    stop = first_of(f"{END_MARKS}；，：;,:", text, marker.span.end, min(end, marker.span.end + LONGEST_QUOTE))
    more = "" if stop >= 0 or end <= marker.span.end + LONGEST_QUOTE else "…"
    stop = min(end, marker.span.end + LONGEST_QUOTE) if stop < 0 else stop
    name = marker.word if "\n" in marker.span.of(text) or "\r" in marker.span.of(text) else marker.span.of(text)
    return name + text[marker.span.end : stop].strip() + more


def _ties(ctx: Context, series: Series, edits: tuple[Edit, ...]) -> tuple[Tie, ...]:
    if not edits:
        return ()
    changed = {edit.span for edit in edits}
    numbers = {item.marker.ordinal for item in series.items if item.marker.number in changed}
    return ctx.document.number_ties.of(series, frozenset(number for number in numbers if number is not None))


def _tied(ctx: Context, fault: Fault, ties: tuple[Tie, ...]) -> Iterator[Bilingual]:
    """Where the draft holds to the numbers as they are; one note of each sort."""
    told: set[Holds] = set()
    for tie in ties:
        if tie.holds in told:
            continue
        told.add(tie.holds)
        said, there = tie.span.of(ctx.text), ctx.where(tie.span.start)
        if tie.holds is Holds.COUNT:
            last, count = quote(ctx, fault.series.items[-1].marker), len(fault.series.items)
            many = "两" if count == 2 else written_like("一", count)
            yield Bilingual(
                f"前面说“{said}”（{there.zh}），序号到“{last}”，只有{many}条：多半是漏了一条，不要改号",
                f"“{said}” ({there.en}) is announced, the numbers go to “{last}”, and there are only {count} items: "
                "probably one is missing; leave the numbers",
            )
        elif tie.holds is Holds.REFERENCE:
            yield Bilingual(
                f"{there.zh}的“{said}”指到这一组的序号，改号要一并改",
                f"“{said}” ({there.en}) points to a number of this list; change both together",
            )
        else:
            yield Bilingual(
                f"目录也写“{said}”（{there.zh}），改号要一并改",
                f"the table of contents has “{said}” too ({there.en}); change both together",
            )


def _notes(fault: Fault) -> tuple[Bilingual, ...]:
    if fault.elided:
        return (
            Bilingual(
                "中间用省略号略去了几条；若非有意节录，应补齐原文",
                "dots stand for the items between; unless that is meant, get the missing part",
            ),
        )
    if fault.cut:
        return (
            Bilingual(
                "前面有删节，缺的条目多半随之丢失，应先补齐原文",
                "text was taken out in front of it; get the missing part first",
            ),
        )
    if fault.kind is Kind.GAP:
        return (
            Bilingual("如果是漏了一条，应补上，不要改号", "if an item is missing, put it in and leave the numbers"),
        )
    return ()
