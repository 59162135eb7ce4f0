"""The mask over a Markdown text: front matter, then blocks, then what stands inside lines."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.formats.markdown.blocks import BlockReader
from speechlint.formats.markdown.directives import read_directives
from speechlint.formats.markdown.frontmatter import front_matter_end
from speechlint.formats.markdown.inlines import SPECIAL, InlineReader
from speechlint.formats.source import Directive, Quiet
from speechlint.text.lines import Lines
from speechlint.text.span import Span


def find_quiet(text: str) -> tuple[tuple[Quiet, ...], tuple[Directive, ...]]:
    """The stretches that are no prose, sorted and disjoint, and the suppression comments.

    CommonMark with tables, but for three things: a first-line indent alone makes no code block, emphasis closes beside
    Chinese punctuation, and what only looks like a link or a tag (`[姓名](此处)`, `<XX>`) stays prose. Linear.
    """
    lines = Lines(text)
    first = front_matter_end(text, lines)
    marks = BlockReader(text, lines, first).read()
    quiet = marks.quiet
    if first:
        quiet.append(Quiet(Span(0, lines.ends[first - 1]), "front matter"))
    comments: list[Span] = []
    for prose in marks.prose:
        if SPECIAL.search(text, prose.start, prose.end) is None:
            continue
        reader = InlineReader(text, prose, marks.labels)
        reader.read()
        quiet += reader.quiet
        comments += reader.comments
    return settle(quiet), tuple(read_directives(text, comments))


def settle(quiet: Iterable[Quiet]) -> tuple[Quiet, ...]:
    """Sorted and disjoint: stretches that overlap become one, under the reason of the first."""
    settled: list[Quiet] = []
    for span, reason in sorted(quiet):
        if not settled or span.start >= settled[-1].span.end:
            settled.append(Quiet(span, reason))
        elif span.end > settled[-1].span.end:
            before = settled[-1]
            settled[-1] = Quiet(Span(before.span.start, span.end), before.reason)
    return tuple(settled)
