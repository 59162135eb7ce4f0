"""The stretch of a line that stands or falls with a clue: the notice in brackets, the sentence, or the whole line."""

from __future__ import annotations

from typing import NamedTuple

from speechlint.text.charsets import BLANKS
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# How far to look to each side of a clue; a line may be megabytes long.
REACH = 200
_LAST_BRACKET = Pattern(r"(?r)[（(【\[〔）)】\]〕]")
_INSIDE = Pattern(r"(?:[^（(【\[〔）)】\]〕\n\r]|[（(【\[〔][^（(【\[〔）)】\]〕\n\r]{0,60}[）)】\]〕])*")
_LAST_END = Pattern(r"(?r)[。！？!?；;…~～]+[”’』」）)]*|[（(]完[)）]")
_NEXT_END = Pattern(r"[。！？!?；;]+[”’』」）)]*|…+")
_DOTS_BEFORE = Pattern(r"(?r)(?:…|\.{3}|。{3}|·{3}|—{2})(?:…|[.。·—])*[ \t\u3000]*")
_DOTS_AFTER = Pattern(r"[ \t\u3000]*(?:…|\.{3}|。{3}|·{3}|—{2})(?:…|[.。·—])*")
_ONE_END = Pattern(r"[^。！？!?]*[。！？!?]?\s*")


class Unit(NamedTuple):
    """`span` is what goes with the notice, its brackets and the dots around it included; `inner` is what it says."""

    span: Span
    inner: Span
    bracketed: bool


def unit_around(text: str, start: int, end: int, line: Span) -> Unit | None:
    """The unit of the clue at `start..end` in `line`; None where it would be longer than the reach."""
    low, high = max(line.start, start - REACH), min(line.end, end + REACH)
    return _bracket(text, start, end, low, high, line) or _sentence(text, start, end, low, high, line)


def _bracket(text: str, start: int, end: int, low: int, high: int, line: Span) -> Unit | None:
    opener = _LAST_BRACKET.search(text, low, start)
    if opener is None or opener.group() in "）)】]〕":
        return None
    inside = _INSIDE.match(text, end, high)
    close = inside.end() if inside else end
    if close < high and text[close] in "）)】]〕":
        right = close + 1
    elif close == line.end and _ONE_END.fullmatch(text, opener.end(), close):
        right = close
    else:
        return None
    span = with_dots(text, Span(opener.start(), right), line)
    return Unit(span, Span(opener.end(), close), True)


def with_dots(text: str, span: Span, line: Span) -> Span:
    """The span with the ellipses on either side of it, and the blanks between."""
    before = _DOTS_BEFORE.search(text, max(line.start, span.start - 40), span.start)
    start = before.start() if before is not None and before.end() == span.start else span.start
    after = _DOTS_AFTER.match(text, span.end, min(line.end, span.end + 40))
    return Span(start, after.end() if after else span.end)


def _sentence(text: str, start: int, end: int, low: int, high: int, line: Span) -> Unit | None:
    before = _LAST_END.search(text, low, start)
    if before is None and low > line.start:
        return None
    left = before.end() if before else line.start
    after = _NEXT_END.search(text, end, high)
    if after is None and high < line.end:
        return None
    right = after.end() if after and "…" not in after.group() else after.start() if after else line.end
    while left < start and text[left] in BLANKS:
        left += 1
    while right > end and text[right - 1] in BLANKS:
        right -= 1
    span = Span(left, right)
    return Unit(with_dots(text, span, line), span, False)
