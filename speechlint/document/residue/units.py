"""The stretch of a line that stands or falls with a clue: the notice in brackets, the sentence, or the whole line."""

from __future__ import annotations

from speechlint.text.charsets import BLANKS
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import first_of, last_of

# How far to look to each side of a clue; a line may be megabytes long.
REACH = 200
_OPENERS, _CLOSERS = "（(【[〔", "）)】]〕"
_INSIDE = Pattern(r"(?:[^（(【\[〔）)】\]〕\n\r]|[（(【\[〔][^（(【\[〔）)】\]〕\n\r]{0,60}[）)】\]〕])*")
_ONE_END = Pattern(r"[^。！？!?]*[。！？!?]?\s*")
_ENDS_BEFORE, _ENDS_BEHIND = "。！？!?；;…~～", "。！？!?；;…"
_BEHIND_ENDS = "”’』」）)"
_DOTS = ("…", "...", "。。。", "···", "——")
_DOT_MARKS = frozenset("….。·—")
_SPACES = " \t\u3000"
# How far the dots around a notice may reach.
_DOTS_REACH = 40


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
    opener = last_of(_OPENERS + _CLOSERS, text, low, start)
    if opener < 0 or text[opener] in _CLOSERS:
        return None
    inside = _INSIDE.match(text, end, high)
    close = inside.end() if inside else end
    if close < high and text[close] in _CLOSERS:
        right = close + 1
    elif close == line.end and _ONE_END.fullmatch(text, opener + 1, close):
        right = close
    else:
        return None
    span = with_dots(text, Span(opener, right), line)
    return Unit(span, Span(opener + 1, close), True)


def with_dots(text: str, span: Span, line: Span) -> Span:
    """The span with the ellipses on either side of it, and the blanks between."""
    start, end = span
    low, high = max(line.start, start - _DOTS_REACH), min(line.end, end + _DOTS_REACH)
    here = start
    while here > low and text[here - 1] in _SPACES:
        here -= 1
    stop = here
    while here > low and text[here - 1] in _DOT_MARKS:
        here -= 1
    while here < stop and not text.startswith(_DOTS, here, stop):
        here += 1
    if here < stop:
        start = here
    here = end
    while here < high and text[here] in _SPACES:
        here += 1
    if text.startswith(_DOTS, here, high):
        while here < high and text[here] in _DOT_MARKS:
            here += 1
        end = here
    return Span(start, end)


def _sentence(text: str, start: int, end: int, low: int, high: int, line: Span) -> Unit | None:
    left = _end_before(text, low, start)
    if left < 0:
        if low > line.start:
            return None
        left = line.start
    right = first_of(_ENDS_BEHIND, text, end, high)
    if right < 0:
        if high < line.end:
            return None
        right = line.end
    elif text[right] != "…":
        while right < high and text[right] in _ENDS_BEHIND[:-1]:
            right += 1
        while right < high and text[right] in _BEHIND_ENDS:
            right += 1
    while left < start and text[left] in BLANKS:
        left += 1
    while right > end and text[right - 1] in BLANKS:
        right -= 1
    span = Span(left, right)
    return Unit(with_dots(text, span, line), span, False)


def _end_before(text: str, low: int, start: int) -> int:
    """Where the last sentence that ends before `start` ends, its closing marks included; -1 where none does."""
    end = last_of(_ENDS_BEFORE, text, low, start) + 1
    if end:
        while end < start and text[end] in _BEHIND_ENDS:
            end += 1
    # （完） ends a text.
    finished = text.rfind("完", low + 1, start - 1)
    while finished >= end and not (text[finished - 1] in "（(" and text[finished + 1] in "）)"):
        finished = text.rfind("完", low + 1, finished)
    return finished + 2 if finished >= end else end or -1
