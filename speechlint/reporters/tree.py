"""The structure of a draft as a tree for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speechlint.findings.bilingual import Bilingual, Language
from speechlint.findings.diagnostic import Diagnostic
from speechlint.reporters.cells import cell, cells, wrapped
from speechlint.reporters.labels import SEVERITIES
from speechlint.reporters.style import Style
from speechlint.reporters.symbols import Symbol
from speechlint.reporters.visible import visible
from speechlint.text.lines import Lines

NARROWEST = 24  # columns for words, however deep the tree


class Tree:
    """Lays out symbols: the row of each in a margin on the left, findings below the part that they are about."""

    def __init__(self, lines: Lines, language: Language, style: Style, width: int, ambiguous: int = 1) -> None:
        self._lines = lines
        self._language = language
        self._style = style
        self._width = width
        self._ambiguous = ambiguous
        self._margin = max(4, len(str(len(lines)))) + 2

    def pieces(self, symbols: Sequence[Symbol]) -> Iterator[str]:
        """The lines of the tree and the sum below it, each with its end."""
        for symbol in symbols:
            yield from self._part(symbol, "", "")
        yield "\n" + self._sum(symbols) + "\n"

    def _part(self, symbol: Symbol, branch: str, below: str) -> Iterator[str]:
        """`branch` leads to the symbol's own line, `below` to the lines under it."""
        row = str(self._lines.location(symbol.selection.start)[0])
        margin = self._style.faint(row.rjust(self._margin - 2)) + "  "
        name = self._shortened(symbol.name, self._width - self._margin - cells(branch, 1) - 8)
        name = self._style.strong(name) if symbol.kind == "speech" else name
        detail = self._detail(symbol)
        beside = self._style.faint(f"  {detail}") if detail else ""
        yield f"{margin}{self._style.faint(branch)}{name}{beside}\n"
        for finding in symbol.findings:
            yield from self._finding(finding, below + ("│  " if symbol.children else "   "), row)
        for child in symbol.children:
            last = child is symbol.children[-1]
            yield from self._part(child, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  "))

    def _detail(self, symbol: Symbol) -> str:
        """What stands beside the name: the collector's mark of a speech, and how much the others hold."""
        if symbol.kind == "speech":
            return visible(symbol.mark)
        if not symbol.items:
            return ""
        entries = Bilingual(f"{symbol.items} 条", f"{symbol.items} entries")
        items = Bilingual(f"{symbol.items} 项", f"{symbol.items} items")
        return (entries if symbol.kind == "contents" else items).into(self._language)

    def _finding(self, finding: Diagnostic, guides: str, row: str) -> Iterator[str]:
        label = SEVERITIES[finding.severity].into(self._language)
        place = self._lines.location(finding.span.start)
        where = f" [{place[0]}:{place[1]}]" if str(place[0]) != row else ""
        room = max(NARROWEST, self._width - self._margin - cells(guides, 1) - cells(label, 1) - 1)
        first, *more = wrapped(visible(finding.message) + where, room, self._ambiguous)
        start = " " * self._margin + self._style.faint(guides)
        yield f"{start}{self._style.level(finding.severity, label)} {first}\n"
        yield from (f"{start}{' ' * (cells(label, 1) + 1)}{line}\n" for line in more)

    def _shortened(self, words: str, room: int) -> str:
        words = visible(words)
        room = max(NARROWEST, room)
        if cells(words, self._ambiguous) <= room:
            return words
        used, end = 0, 0
        while used + cell(words[end], self._ambiguous) < room:
            used += cell(words[end], self._ambiguous)
            end += 1
        return words[:end] + "…"

    def _sum(self, symbols: Sequence[Symbol]) -> str:
        speeches = sum(bool(symbol.children) for symbol in symbols) or len(symbols)
        parts = sum(_count_parts(symbol) for symbol in symbols)
        findings = sum(_count_findings(symbol) for symbol in symbols)
        found = Bilingual("没有发现问题", "nothing found")
        if findings:
            found = Bilingual(f"有 {findings} 处问题", f"findings: {findings}")
        return Bilingual(
            f"{speeches} 篇，{parts} 个条目，结构上{found.zh}。",
            f"Speeches: {speeches}, numbered parts: {parts}; in the structure, {found.en}.",
        ).into(self._language)


def _count_parts(symbol: Symbol) -> int:
    return (symbol.kind in ("heading", "item")) + sum(_count_parts(child) for child in symbol.children)


def _count_findings(symbol: Symbol) -> int:
    return len(symbol.findings) + sum(_count_findings(child) for child in symbol.children)
