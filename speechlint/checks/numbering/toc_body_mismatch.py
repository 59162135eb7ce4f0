"""numbering/toc-body-mismatch"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from speechlint.checks.numbering.series import quote
from speechlint.document.contents import CONTENTS_WORDS, Contents
from speechlint.document.contents_match import Match, heading_words, match_contents
from speechlint.document.marker_grammar import SIGN
from speechlint.document.markers import Marker
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.text.span import Span

_HEAD = "在防汛会上的讲话\n"
_TABLE = "目录\n一、修堤\n二、清淤\n三、巡查\n\n"


class TocBodyMismatch(Rule):
    """The headings of the text are not those of its table of contents or outline: one is worded otherwise, has another
    number, or is missing at the end. Blanks, page numbers and end marks do not count. A heading that is missing in the
    middle leaves a gap in the numbers of the text and is reported there.
    """

    id = "numbering/toc-body-mismatch"
    title = Bilingual("目录与正文标题不符", "Table of contents and headings differ")
    why = Bilingual(
        "目录、提纲里的标题与正文标题应当逐字一致；改了正文，目录要跟着改。",
        "An outline repeats the headings of the text word for word; whoever changes one changes the other.",
    )
    severity = Severity.WARNING
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "以正文为准改目录；也可能是正文改错了。", "The table is changed to the text; the text may be the wrong one."
    )
    triggers = CONTENTS_WORDS
    whole = True
    VALID = (
        Valid(f"{_TABLE}一、修堤\n堤要修。\n二、清淤\n渠要清。\n三、巡查\n人要到。"),
        Valid(f"{_TABLE}一、修 堤\n堤要修。\n二、清淤。渠要清。\n三、巡　查\n人要到。"),
        Valid(
            "目　录\n第一章　总则……1\n第二章　修堤……4\n第三章　附则……9\n第一章　总　则\n第二章　修　堤\n第三章　附　则"
        ),
        Valid("讲话提纲\n一、修堤\n二、清淤\n三、巡查\n谢谢。"),
        Valid(
            "【提纲】\n一、修堤\n一是备料\n二是备人\n二、清淤\n三、巡查\n一、修堤\n要办两件事。一是备料。二是备人。\n二、清淤\n三、巡查"
        ),
        Valid("学习提纲要记牢，目录要看清。"),
        Valid(f"{_TABLE}一、修堤\n堤要修。\n三、清淤\n渠要清。\n四、巡查\n人要到。"),  # sequence-gap tells it
    )
    INVALID = (
        Invalid(
            f"{_TABLE}一、修堤\n堤要修。\n二、⟦清渠⟧\n渠要清。\n三、巡查\n人要到。",
            fixed="目录\n一、修堤\n二、清渠\n三、巡查\n\n一、修堤\n堤要修。\n二、清渠\n渠要清。\n三、巡查\n人要到。",
        ),
        Invalid(f"{_TABLE}一、修堤\n堤要修。\n⟦二、⟧清淤\n渠要清。"),
        Invalid(f"{_TABLE}一、修堤\n堤要修。\n⟦二、⟧巡查\n人要到。"),
        Invalid(f"{_HEAD}{_TABLE}一、修堤\n堤要修。\n二、⟦巡查⟧\n人要到。\n三、清淤\n渠要清。"),
        Invalid(f"{_TABLE}一、修堤\n堤要修。\n二、清淤\n渠要清。\n三、巡查\n人要到。\n⟦四、⟧值守\n夜里有人。"),
        Invalid(
            "目錄\n一、修堤\n（一）備料\n（二）備人\n二、清淤\n一、修堤\n（一）備料\n石要足。\n（二）⟦派人⟧\n人要夠。\n二、清淤",
            fixed="目錄\n一、修堤\n（一）備料\n（二）派人\n二、清淤\n一、修堤\n（一）備料\n石要足。\n（二）派人\n人要夠。\n二、清淤",
        ),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        for table in ctx.document.contents:
            matches = match_contents(ctx.document, table)
            if matches:
                yield from _reworded(ctx, matches)
                yield from _passed_over(ctx, matches)
                yield from _missing(ctx, matches)
                yield from _extra(ctx, table, matches)


def _reworded(ctx: Context, matches: tuple[Match, ...]) -> Iterator[Diagnostic]:
    told: set[Span] = set()
    for match in matches:
        heading = match.heading
        if match.same or heading is None or heading.level > SIGN or heading.span in told:
            continue
        words = heading_words(ctx.document, heading)
        if not words:
            continue
        wanted, there = match.entry.span.of(ctx.text), ctx.where(match.entry.span.start)
        start = ctx.text.index(words, heading.words.start)
        span = Span(start, start + len(words))
        if match.elsewhere is not None:
            told.add(match.elsewhere.span)
            yield ctx.found(
                span,
                Bilingual(
                    f"目录这里是“{wanted}”（{there.zh}），与正文次序不同",
                    f"the table of contents has “{wanted}” here ({there.en}); the order differs",
                ),
            )
            continue
        yield ctx.found(
            span,
            Bilingual(
                f"目录写的是“{wanted}”（{there.zh}），正文标题是“{words}”",
                f"the table of contents has “{wanted}” ({there.en}), the text “{words}”",
            ),
            fix=_fix(ctx, match, words),
        )


def _passed_over(ctx: Context, matches: tuple[Match, ...]) -> Iterator[Diagnostic]:
    """Entries in the middle that the text leaves out, though its numbers have no gap."""
    top = [match for match in matches if len(match.path) == 1]
    for match, after in pairwise(top):
        heading = after.heading
        if match.heading is None and heading is not None and (heading.ordinal or 0) < after.path[0][1]:
            marker, lost = heading.span.of(ctx.text), match.entry.span.of(ctx.text)
            there = ctx.where(match.entry.span.start)
            yield ctx.found(
                heading.span,
                Bilingual(
                    f"目录在这一条前面有“{lost}”（{there.zh}），正文没有，这里已是“{marker}”",
                    f"the table has “{lost}” ({there.en}) before this and the text has not; this is “{marker}”",
                ),
            )


def _missing(ctx: Context, matches: tuple[Match, ...]) -> Iterator[Diagnostic]:
    """Entries at the end of a list to which the text never comes, reported at its last heading.

    Where the draft is cut, truncation/section-missing says so.
    """
    if ctx.document.cuts or ctx.document.broken_ends:
        return
    top = [match for match in matches if len(match.path) == 1]
    last = next((at for at in range(len(top) - 1, -1, -1) if top[at].heading is not None), None)
    if last is None or last + 1 == len(top):
        return
    heading = top[last].heading
    assert heading is not None
    lost = "、".join(f"“{match.entry.span.of(ctx.text)}”" for match in top[last + 1 :])
    marker = quote(ctx, heading)
    yield ctx.found(
        heading.span,
        Bilingual(
            f"目录列到“{top[-1].entry.span.of(ctx.text)}”，正文只到“{marker}”，缺{lost}",
            f"the text ends with “{marker}”; the table of contents goes on with {lost}",
        ),
    )


def _extra(ctx: Context, table: Contents, matches: tuple[Match, ...]) -> Iterator[Diagnostic]:
    """The first heading behind the last that the table has."""
    top = [match for match in matches if len(match.path) == 1]
    last = top[-1].heading
    if last is None or not all(match.same for match in top):
        return
    following = _after(ctx, last, table)
    if following is not None:
        words, there = quote(ctx, following), ctx.where(top[-1].entry.span.start)
        yield ctx.found(
            following.span,
            Bilingual(
                f"目录里没有“{words}”这一条，到{there.zh}为止",
                f"the table of contents ends with {there.en} and does not have “{words}”",
            ),
        )


def _after(ctx: Context, marker: Marker, table: Contents) -> Marker | None:
    for series in ctx.document.outline.series:
        if not series.span.start <= marker.span.start < series.span.end:
            continue
        markers = [item.marker for item in series.items]
        if marker in markers:
            at = markers.index(marker) + 1
            return markers[at] if at < len(markers) and markers[at].line >= table.lines.stop else None
    return None


def _fix(ctx: Context, match: Match, words: str) -> Fix | None:
    reading = match.entry.reading
    assert reading is not None
    start = reading.end
    while start < match.entry.span.end and ctx.text[start] in " \t\u3000\xa0":
        start += 1
    title = Bilingual(f"目录改为“{words}”", f"write “{words}” in the table of contents")
    return ctx.fix(title, [Edit(Span(start, match.entry.span.end), words)], Applicability.UNSAFE)
