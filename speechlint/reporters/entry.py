"""One finding of the text report: what and where, the draft's words with a marker below them, how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic
from speechlint.formats.source import Source
from speechlint.reporters.cells import cells, padded, wrapped
from speechlint.reporters.excerpt import excerpt
from speechlint.reporters.findings import Remedy, Shown, remedy
from speechlint.reporters.labels import SEVERITIES, block_label, reason_label
from speechlint.reporters.registry import Run
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines
from speechlint.text.named_tuple import NamedTuple

LEAST = 40  # columns; a narrower terminal breaks the lines itself
MOST_SUGGESTIONS = 3
Paint = Callable[[str], str]


class Line(NamedTuple):
    """A line of the report without its end, as it reads and as it is printed."""

    plain: str
    printed: str

    def then(self, text: str, paint: Paint = str) -> Line:
        """The line with more text behind it."""
        return Line(self.plain + text, self.printed + paint(text))


class Page:
    """The entries of one file, whose columns are aligned with one another."""

    def __init__(self, run: Run, lines: Lines, source: Source, entries: list[Shown]) -> None:
        self.run = run
        self.lines = lines
        self.text = source.text
        self.style = Style(run.color)
        self.width = max(LEAST, run.width)
        self._source = source
        self._places = {id(entry.diagnostic): self._place(entry.diagnostic) for entry in entries}
        self._margin = max(map(self._cells, self._places.values()), default=0) + 4
        self.indent = " " * self._margin
        words = {SEVERITIES[entry.diagnostic.severity].into(run.language) for entry in entries}
        self._level = max(map(self._cells, words), default=0)

    def entry(self, entry: Shown) -> Iterator[str]:
        """The lines of one finding, each with its line end."""
        diagnostic = entry.diagnostic
        head = list(self._head(entry))
        draft = list(self._draft(diagnostic)) if self.text else []
        code = f"[{diagnostic.rule}]"
        # The rule's name goes where there is room: behind the message, else behind the marker, else below.
        for lines in (head, draft):
            if lines and self._cells(lines[-1].plain) + 2 + len(code) <= self.width:
                lines[-1] = lines[-1].then("  ").then(code, self.style.faint)
                break
        else:
            draft.append(Line(self.indent, self.indent).then(code, self.style.faint))
        yield from (line.printed + "\n" for line in head + draft)
        for note in diagnostic.notes:
            said = Bilingual(f"注：{visible(note)}", f"note: {visible(note)}").into(self.run.language)
            yield from (line.printed + "\n" for line in self._paragraph(said, self.style.faint))

    def _place(self, diagnostic: Diagnostic) -> str:
        block = self._source.block_at(diagnostic.span.start)
        if block is not None:
            return block_label(block).into(self.run.language)
        row, column = self.lines.location(diagnostic.span.start)
        return f"{row}:{column}"

    def _head(self, entry: Shown) -> Iterator[Line]:
        style, language, (diagnostic, reason) = self.style, self.run.language, entry
        place = self._places[id(diagnostic)]
        place = " " * (self._margin - 2 - self._cells(place)) + place
        level = padded(SEVERITIES[diagnostic.severity].into(language), self._level)
        why = "" if reason is None else f"（{reason_label(reason).into(language)}）"
        said = wrapped(visible(diagnostic.message) + why, self.width - self._margin - self._level - 1)
        first = Line("", "").then(place, style.faint).then("  ")
        yield (
            first.then(level, lambda word: style.level(diagnostic.severity, word)).then(" ").then(said[0], style.strong)
        )
        deeper = " " * (self._margin + self._level + 1)
        yield from (Line(deeper, deeper).then(line, style.strong) for line in said[1:])

    def _draft(self, diagnostic: Diagnostic) -> Iterator[Line]:
        """The draft's own words, the marker below them, and behind it how to mend them."""
        line = self.lines[self.lines.index_of(diagnostic.span.start)]
        room = self.width - self._margin - 2
        before, marked, after = excerpt(self.text, diagnostic.span, line, room, self.run.ambiguous)
        if not before + marked + after:
            return

        def paint(text: str) -> str:
            return self.style.level(diagnostic.severity, text)

        start = Line(self.indent, self.indent)
        yield start.then(before).then(marked, paint).then(after)
        marker = start.then(" " * self._cells(before)).then("^" * max(1, self._cells(marked)), paint)
        how = self._remedy(diagnostic)
        if not how:
            yield marker
        elif self._cells(marker.plain) + 1 + self._cells(how) <= self.width:
            yield marker.then(" ").then(how, self.style.good)
        else:
            yield marker
            yield from self._paragraph(how, self.style.good)

    def _remedy(self, diagnostic: Diagnostic) -> str:
        """How to mend it, in a few words; empty where the message says all there is to say."""
        fixes = ([diagnostic.fix] if diagnostic.fix else []) + list(diagnostic.suggestions)
        if not fixes:
            return ""
        language = self.run.language
        titles = [visible(fix.title) for fix in fixes[:MOST_SUGGESTIONS]]
        said = Bilingual("；或".join(titles), "; or ".join(titles)).into(language)
        how = remedy(diagnostic, self.run)
        if how is Remedy.PERSON:
            return f"→ {said}"
        return Bilingual(f"→ {said}（{how.value}）", f"→ {said} ({how.value})").into(language)

    def _paragraph(self, text: str, paint: Paint) -> Iterator[Line]:
        for line in wrapped(text, self.width - self._margin, self.run.ambiguous):
            yield Line(self.indent, self.indent).then(line, paint)

    def _cells(self, text: str) -> int:
        return cells(text, self.run.ambiguous)
