"""The outline of a draft: symbols for the list beside the text, and ranges to fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from speechlint.reporters.symbols import Symbol, find_symbols
from speechlint.server.checks import Checked
from speechlint.text.span import Span

KINDS = {
    "speech": types.SymbolKind.File,
    "contents": types.SymbolKind.Array,
    "salutation": types.SymbolKind.String,
    "heading": types.SymbolKind.Namespace,
    "item": types.SymbolKind.Field,
}


def symbols_of(checked: Checked) -> list[types.DocumentSymbol]:
    """One symbol a speech, with the parts inside it."""
    return [_shown(checked, symbol) for symbol in _found(checked)]


def flat_symbols_of(checked: Checked) -> list[types.SymbolInformation]:
    """The same in a row, for editors that know no tree."""
    return list(_in_a_row(checked, _found(checked), None))


def folds_of(checked: Checked) -> list[types.FoldingRange]:
    """Every part of more than a line, but for the speech that is the whole draft."""
    lines, text = checked.draft.positions.lines, checked.draft.text
    found = []
    for symbol in _all(_found(checked)):
        span = _trimmed(symbol.span, text)
        first, last = lines.index_of(symbol.selection.start), lines.index_of(span.end)
        if first < last and (symbol.kind != "speech" or span.start > 0):
            found.append(types.FoldingRange(first, last, kind=types.FoldingRangeKind.Region))
    return sorted({(fold.start_line, fold.end_line): fold for fold in found}.values(), key=_by_lines)


def _by_lines(fold: types.FoldingRange) -> tuple[int, int]:
    return fold.start_line, -fold.end_line


def _found(checked: Checked) -> Sequence[Symbol]:
    if not checked.draft.text.strip():
        return ()
    return find_symbols(checked.document, checked.found, checked.linter.config.lang)


def _all(symbols: Sequence[Symbol]) -> Iterator[Symbol]:
    for symbol in symbols:
        yield symbol
        yield from _all(symbol.children)


def _shown(checked: Checked, symbol: Symbol) -> types.DocumentSymbol:
    """The symbol; the range has to hold the words of its name and all parts inside it."""
    positions = checked.draft.positions
    children = [_shown(checked, child) for child in symbol.children]
    start = min(symbol.span.start, symbol.selection.start)
    end = max(symbol.span.end, symbol.selection.end)
    return types.DocumentSymbol(
        name=symbol.name,
        detail=symbol.mark or None,
        kind=KINDS[symbol.kind],
        range=positions.range(Span(start, end)),
        selection_range=positions.range(symbol.selection),
        children=children,
    )


def _in_a_row(checked: Checked, symbols: Sequence[Symbol], parent: str | None) -> Iterator[types.SymbolInformation]:
    for symbol in symbols:
        place = types.Location(checked.draft.uri, checked.draft.positions.range(symbol.span))
        yield types.SymbolInformation(place, symbol.name, KINDS[symbol.kind], container_name=parent)
        yield from _in_a_row(checked, symbol.children, symbol.name)


def _trimmed(span: Span, text: str) -> Span:
    """Without the blanks and line ends at the end."""
    words = text[span.start : span.end]
    return Span(span.start, span.start + len(words.rstrip()))
