"""Findings at the symbols that they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from speechlint.findings.diagnostic import Diagnostic

if TYPE_CHECKING:
    from speechlint.reporters.symbols import Symbol


def placed_findings(symbols: Sequence[Symbol], findings: Sequence[Diagnostic]) -> Iterator[Symbol]:
    """The symbols with each finding at the innermost one that it lies in; what lies before the first goes with it."""
    starts = [finding.span.start for finding in findings]
    bounds = [0, *(bisect_left(starts, symbol.span.start) for symbol in symbols[1:]), len(findings)]
    for symbol, first, last in zip(symbols, bounds, bounds[1:], strict=False):
        yield _placed(symbol, findings[first:last])


def _placed(symbol: Symbol, findings: Sequence[Diagnostic]) -> Symbol:
    if not findings:
        return symbol
    own: list[Diagnostic] = []
    starts = [finding.span.start for finding in findings]
    children, at = [], 0
    for child in symbol.children:
        first, last = bisect_left(starts, child.span.start), bisect_left(starts, child.span.end)
        own += findings[at:first]
        children.append(_placed(child, findings[max(at, first) : last]))
        at = max(at, last)
    own += findings[at:]
    return replace(symbol, findings=tuple(own), children=tuple(children))
