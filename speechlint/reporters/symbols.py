"""A draft's structure as a tree of symbols: what `outline` prints, and what editors show as document symbols."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from speechlint.document.kinds import LONGEST_TITLE, LineKind
from speechlint.document.markers import Where
from speechlint.document.model import Document
from speechlint.document.outline import Item, Section
from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic
from speechlint.reporters.placing import placed_findings
from speechlint.text.charsets import ends_sentence
from speechlint.text.lines import Lines
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# The rules that speak of the tree; those about how a marker is written do not belong into it.
STRUCTURAL = frozenset(
    (
        "consistency/enumeration-order",
        "numbering/announced-count",
        "numbering/flattened-heading",
        "numbering/inline-run",
        "numbering/level-density",
        "numbering/level-order",
        "numbering/mixed-siblings",
        "numbering/ordinal-word-mix",
        "numbering/sequence-duplicate",
        "numbering/sequence-gap",
        "numbering/sequence-start",
        "numbering/singleton-enumeration",
        "numbering/toc-body-mismatch",
        "truncation/section-missing",
    )
)
LONGEST_NAME = 60
_CLAUSE_END = Pattern(r"[。；;！!？?…\r\n]")
_LOOSE_ENDS = "，,、；;：: \t\u3000\xa0"


class Symbol(Struct, frozen=True):
    """A part of the draft.

    `kind` is speech, contents, salutation, heading or item. `span` is all of the part, `selection` its first words.
    `items` counts the numbered parts right inside it, or the entries of a table of contents. Of a numbered part
    `ordinal`, `style` and `level` are those of its marker; `mark` is what a collector put before a speech.
    `findings` are those that are about this part and about none inside it.
    """

    name: str
    kind: str
    span: Span
    selection: Span
    items: int = 0
    mark: str = ""
    ordinal: int | None = None
    style: str | None = None
    level: int | None = None
    findings: tuple[Diagnostic, ...] = ()
    children: tuple[Symbol, ...] = ()


def find_symbols(document: Document, findings: Sequence[Diagnostic], language: Language = "zh") -> tuple[Symbol, ...]:
    """One symbol a speech, the parts inside it; `findings` are put where they belong, those about marks left out."""
    about = sorted((finding for finding in findings if finding.rule in STRUCTURAL), key=lambda found: found.sort_key)
    reading = _Reading(document, language)
    speeches = [reading.speech(section) for section in document.outline.sections]
    full = [speech for speech in speeches if speech.children or speech.selection.start < speech.selection.end]
    return tuple(placed_findings(full or speeches, about))


def symbol_values(symbols: Sequence[Symbol], lines: Lines) -> list[dict[str, Any]]:
    """The symbols as plain values in the shape of the language server protocol, with rows and columns from 1, counted
    in code points.
    """
    return [
        {
            "name": symbol.name,
            "kind": symbol.kind,
            "items": symbol.items,
            "mark": symbol.mark,
            "ordinal": symbol.ordinal,
            "style": symbol.style,
            "level": symbol.level,
            "range": _range(symbol.span, lines),
            "selectionRange": _range(symbol.selection, lines),
            "findings": [
                {
                    "code": finding.rule,
                    "severity": finding.severity.word,
                    "message": finding.message,
                    "range": _range(finding.span, lines),
                }
                for finding in symbol.findings
            ],
            "children": symbol_values(symbol.children, lines),
        }
        for symbol in symbols
    ]


class _Reading:
    """What the symbols of one document are made from."""

    def __init__(self, document: Document, language: Language) -> None:
        self._document = document
        self._language = language
        kinds = document.kinds
        self._seams = [mark.seam.start for mark in document.page_marks]
        self._annexes = {annex.number.start for annex in document.annexes if annex.number is not None}
        self._titles = [line for line, kind in enumerate(kinds) if kind is LineKind.TITLE]
        self._salutations = [line for line, kind in enumerate(kinds) if kind is LineKind.SALUTATION]

    def speech(self, section: Section) -> Symbol:
        """A speech: its title, and what stands in it."""
        items = [self._item(item) for series in section.series for item in series.items if self._is_own(item)]
        items.sort(key=lambda symbol: symbol.span)
        opening = Span(section.span.start, items[0].span.start if items else section.span.end)
        greetings = self._greetings(Span(section.title.end, opening.end))
        children = sorted((*self._contents(opening), *greetings, *items), key=lambda symbol: symbol.span)
        title = self._title(section.title, opening)
        mark = self._words(section.title) if title != section.title else ""
        name = self._words(title) or Bilingual("（没有标题）", "(no title)").into(self._language)
        return Symbol(name, "speech", section.span, title, len(items), mark, children=tuple(children))

    def _title(self, mark: Span, opening: Span) -> Span:
        """The title of a speech: behind the collector's mark, in the line below it, or where it stands in a draft."""
        document = self._document
        if not mark.empty:
            line = document.lines.index_of(mark.start)
            rest = self._trimmed(mark.end, document.lines.ends[line])
            while rest.empty and line + 1 < len(document.lines) and document.lines.starts[line + 1] < opening.end:
                line += 1
                rest = self._line(line) if document.kinds[line] in (LineKind.BODY, LineKind.BLANK) else rest
                if document.kinds[line] is not LineKind.BLANK:
                    break
            words = rest.of(document.text)
            # A salutation ends in a colon.
            if 0 < len(words) <= LONGEST_TITLE and not ends_sentence(words) and words[-1] not in _LOOSE_ENDS:
                return rest
        return next((self._line(line) for line in self._within(self._titles, opening)), mark)

    def _contents(self, opening: Span) -> Iterator[Symbol]:
        """The table of contents, closed: its entries come again below."""
        document = self._document
        for table in document.contents:
            first = self._line(table.lines[0])
            if opening.covers(first):
                count = len(table.entries)
                span = Span(first.start, document.lines.ends[table.lines[-1]])
                yield Symbol(self._words(first), "contents", span, first, count)

    def _greetings(self, opening: Span) -> Iterator[Symbol]:
        for line in self._within(self._salutations, opening):
            span = self._line(line)
            yield Symbol(self._words(span), "salutation", span, span)

    def _item(self, item: Item) -> Symbol:
        marker = item.marker
        children = [self._item(nested) for series in item.lists for nested in series.items if self._is_own(nested)]
        children.sort(key=lambda symbol: symbol.span)
        words = self._named(item)
        bare = marker.where is not Where.INLINE and not marker.lead and marker.words.start < marker.words.end
        # A part inside a paragraph ends with it, but what is numbered below it may go on.
        span = Span(item.span.start, max([item.span.end, *(child.span.end for child in children)]))
        kind = "heading" if bare else "item"
        return Symbol(
            self._words(words),
            kind,
            span,
            words,
            len(children),
            ordinal=marker.ordinal,
            style=marker.style,
            level=marker.level,
            children=tuple(children),
        )

    def _is_own(self, item: Item) -> bool:
        """Whether the part is the speech's own, and not an entry of the list of annexes below it."""
        tail = self._document.kinds[item.marker.line] is LineKind.TAIL
        return not tail and item.marker.span.start not in self._annexes

    def _named(self, item: Item) -> Span:
        """The marker with the words behind it, no further than its sentence or the next item."""
        text, (start, behind), words = self._document.text, item.marker.span, item.marker.words
        end = min(item.span.end, words.end if words.start < words.end else behind + LONGEST_NAME)
        stop = _CLAUSE_END.search(text, behind, max(behind, end))
        end = max(behind, end if stop is None else stop.start())
        while end > behind and text[end - 1] in _LOOSE_ENDS:
            end -= 1
        return Span(start, end)

    def _line(self, line: int) -> Span:
        """The line's words, without blanks at its ends."""
        bare = self._document.bare_lines
        return self._trimmed(bare.starts[line], bare.ends[line])

    def _trimmed(self, start: int, end: int) -> Span:
        words = self._document.text[start:end]
        return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))

    def _within(self, lines: Sequence[int], span: Span) -> Sequence[int]:
        first = self._document.lines.index_of(span.start)
        last = self._document.lines.index_of(span.end)
        inside = lines[bisect_left(lines, first) : bisect_left(lines, last + 1)]
        return [line for line in inside if span.covers(self._line(line))]

    def _words(self, span: Span) -> str:
        """The words of the span on one line, without the page marks of a site."""
        text, start = self._document.text, span.start
        parts = []
        for mark in self._document.page_marks[
            bisect_left(self._seams, span.start) : bisect_left(self._seams, span.end)
        ]:
            parts.append(text[start : mark.seam.start])
            start = mark.seam.end
        words = " ".join(("".join(parts) + text[start : span.end]).split())
        if self._document.source.format == "markdown":
            words = words.replace("**", "")
        return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1] + "…"


def _range(span: Span, lines: Lines) -> dict[str, dict[str, int]]:
    (row, column), (end_row, end_column) = lines.location(span.start), lines.location(span.end)
    return {"start": {"row": row, "column": column}, "end": {"row": end_row, "column": end_column}}
