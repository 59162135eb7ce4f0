"""One finding of the text report: what and where, the draft's words with a marker below them, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic
from speechlint.reporters.cells import cells, padded, wrapped
from speechlint.reporters.excerpt import excerpt
from speechlint.reporters.findings import Remedy, Shown, remedy
from speechlint.reporters.labels import SEVERITIES, reason_label
from speechlint.reporters.registry import Run
from speechlint.reporters.style import Style
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines

LEAST = 40  # columns; a narrower terminal breaks the lines itself
MOST_SUGGESTIONS = 3


class Page:
    """The entries of one file, whose columns are aligned with one another."""

    def __init__(self, run: Run, lines: Lines, text: str, entries: list[Shown]) -> None:
        self.run = run
        self.lines = lines
        self.text = text
        self.style = Style(run.color)
        self.width = max(LEAST, run.width)
        self._places = {id(entry.diagnostic): self._place(entry.diagnostic) for entry in entries}
        self._margin = max(map(len, self._places.values()), default=0) + 4
        self.indent = " " * self._margin
        words = {SEVERITIES[entry.diagnostic.severity].into(run.language) for entry in entries}
        self._level = max(map(self._cells, words), default=0)

    def entry(self, entry: Shown) -> Iterator[str]:
        """The lines of one finding, each with its line end."""
        diagnostic, reason = entry
        yield from self._head(diagnostic, reason)
        if self.text:
            yield from self._draft(diagnostic)
        for note in diagnostic.notes:
            yield from self._paragraph(Bilingual(f"注：{note}", f"note: {note}").into(self.run.language))

    def _place(self, diagnostic: Diagnostic) -> str:
        row, column = self.lines.location(diagnostic.span.start)
        return f"{row}:{column}"

    def _head(self, diagnostic: Diagnostic, reason: str | None) -> Iterator[str]:
        style, language = self.style, self.run.language
        place = self._places[id(diagnostic)].rjust(self._margin - 2)
        level = SEVERITIES[diagnostic.severity].into(language)
        why = "" if reason is None else f"（{reason_label(reason).into(language)}）"
        code = f"[{diagnostic.rule}]"
        room = self.width - self._margin - self._level - 1
        first, *more = wrapped(visible(diagnostic.message) + why, room, self.run.ambiguous)
        before = f"{style.faint(place)}  {style.level(diagnostic.severity, padded(level, self._level))} "
        deeper = " " * (self._margin + self._level + 1)
        lines = [before + style.strong(first), *(deeper + style.strong(line) for line in more)]
        last = more[-1] if more else first
        if self._cells(last) + 2 + len(code) <= room:
            lines[-1] += "  " + style.faint(code)
        else:
            lines.append(deeper + style.faint(code))
        yield from (line + "\n" for line in lines)

    def _draft(self, diagnostic: Diagnostic) -> Iterator[str]:
        line = self.lines[self.lines.index_of(diagnostic.span.start)]
        before, marked, after = excerpt(
            self.text, diagnostic.span, line, self.width - self._margin - 2, self.run.ambiguous
        )
        if not before + marked + after:
            return
        colour = self.style.level
        yield f"{self.indent}{before}{colour(diagnostic.severity, marked)}{after}\n"
        shift = self._cells(before)
        marker = "^" * max(1, self._cells(marked))
        yield from self._marker(diagnostic, " " * shift + colour(diagnostic.severity, marker), shift + len(marker))

    def _marker(self, diagnostic: Diagnostic, marker: str, used: int) -> Iterator[str]:
        remedy = self._remedy(diagnostic)
        if remedy and used + 1 + self._cells(remedy) <= self.width - self._margin:
            yield f"{self.indent}{marker} {self.style.good(remedy)}\n"
            return
        yield f"{self.indent}{marker}\n"
        if remedy:
            yield from (self.indent + self.style.good(line) + "\n" for line in self._wrapped(remedy))

    def _remedy(self, diagnostic: Diagnostic) -> str:
        """How to mend it, in a few words; empty where the message says all there is to say."""
        language = self.run.language
        fixes = ([diagnostic.fix] if diagnostic.fix else []) + list(diagnostic.suggestions)
        if not fixes:
            return ""
        how = remedy(diagnostic, self.run)
        titles = [visible(fix.title) for fix in fixes[:MOST_SUGGESTIONS]]
        said = Bilingual("；或".join(titles), "; or ".join(titles)).into(language)
        if how is Remedy.PERSON:
            return f"→ {said}"
        return Bilingual(f"→ {said}（{how.value}）", f"→ {said} ({how.value})").into(language)

    def _paragraph(self, text: str) -> Iterator[str]:
        yield from (self.indent + self.style.faint(line) + "\n" for line in self._wrapped(visible(text)))

    def _wrapped(self, text: str) -> list[str]:
        return wrapped(text, self.width - self._margin, self.run.ambiguous)

    def _cells(self, text: str) -> int:
        return cells(text, self.run.ambiguous)
