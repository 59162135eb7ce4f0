"""Numbers in Arabic digits, half-width or full-width, read once for all rules about them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

if TYPE_CHECKING:
    from speechlint.document.model import Document

DIGITS = "0-9０-９"
# Behind the number what multiplies it, then a unit and the dash or 至 before another number.
_BEHIND = r"((?:[十百万亿]|千(?![米克瓦伏卡帕赫焦兆]))+)?([年%％‰]?(?:—{{1,2}}|[–\-－―~～至到])(?=[{digits}]))?"
# A comma is a separator only before three digits that end there: 1,200 and 12,345,678, never 1,2,3 or 3,4000.
_NUMBER = Pattern(r"[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?" + _BEHIND.format(digits="0-9"))
_WIDE_NUMBER = Pattern(
    rf"[{DIGITS}]+(?:,[{DIGITS}]{{3}}(?![{DIGITS}]))*(?:[.．][{DIGITS}]+)?" + _BEHIND.format(digits=DIGITS)
)
_SCALE, _JOINED = 1, 2
_WIDE_DIGIT = Pattern("[０-９]")
_ZEROS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_WIDE = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．", "0123456789.", strict=True)} | {
    ord(","): ""
}
_NUMBER_SIGNS = frozenset("0123456789.,:/-~%\xa0 ")
# Standing directly beside digits, these make them part of a name, a code or a formula.
_CODE_SIGNS = frozenset("_#@&=+*/\\^.-")


class Number(NamedTuple):
    """Digits at `[start, end)`, and behind them, up to `stop`, what multiplies them: 1.2 and 万. Code points."""

    start: int
    end: int
    stop: int

    @property
    def span(self) -> Span:
        """The digits and what multiplies them."""
        return Span(self.start, self.stop)


class Range(NamedTuple):
    """Two numbers with nothing but a dash or 至 between them, or a unit before that: 5—6万, 2021年至2025年."""

    first: Number
    last: Number

    @property
    def span(self) -> Span:
        return Span(self.first.start, self.last.stop)


class Numbers(NamedTuple):
    """The numbers of a draft in reading order; `ranges` and `scaled` (those with 万, 千 …) are some of them.

    `starts`, `ends` and `stops` are those of all of them, as in `Number`: a report has thousands.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    stops: Sequence[int]
    scaled: tuple[Number, ...]
    ranges: tuple[Range, ...]

    @property
    def every(self) -> Iterator[tuple[int, int, int]]:
        """Start, end and stop of each number."""
        return zip(self.starts, self.ends, self.stops, strict=True)


def find_numbers(document: Document) -> Numbers:
    """The numbers of a draft; those inside words, codes and addresses too: ask `in_code` about the few that matter."""
    text = document.folded
    starts, ends, stops = array("i"), array("i"), array("i")
    scaled: list[Number] = []
    ranges: list[Range] = []
    joined, last = -1, Number(0, 0, 0)
    pattern = _NUMBER if _WIDE_DIGIT.search(text) is None else _WIDE_NUMBER
    for match in pattern.finditer(text):
        start, end = match.span()
        starts.append(start)
        if match.lastindex is None and start != joined:  # most of them
            ends.append(end)
            stops.append(end)
            continue
        number = _number(match)
        ends.append(number.end)
        stops.append(number.stop)
        if number.end < number.stop:
            scaled.append(number)
        if start == joined:
            ranges.append(Range(last, number))
        if match.lastindex == _JOINED:
            joined, last = end, number
    return Numbers(starts, ends, stops, tuple(scaled), tuple(ranges))


def value_of(words: str) -> Decimal:
    """The exact value of digits with or without separators and a scale (simplified): 1,200, ３．５, 2.5亿."""
    digits = words.rstrip("十百千万亿")
    zeros = sum(_ZEROS[power] for power in words[len(digits) :])
    # Made from a string: arithmetic would round to the digits of the context.
    return Decimal(f"{digits.translate(_WIDE)}E{zeros}")


def plain(value: Decimal) -> str:
    """The value without exponent and without zeros behind the point: 3000, 0.5."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def in_code(document: Document, start: int, end: int) -> bool:
    """Whether the digits belong to an address, a code, a formula or a foreign word: v2.30, B-12, 3.2.1."""
    text = document.text
    for beside in (text[start - 1 : start], text[end : end + 1]):
        if beside and beside.isascii() and (beside.isalpha() or beside in _CODE_SIGNS):
            return True
    foreign = document.foreign.at(start)
    return foreign is not None and not _NUMBER_SIGNS.issuperset(foreign.of(text))


def _number(match: Any) -> Number:
    start, end = match.span()
    stop = end if match[_JOINED] is None else match.start(_JOINED)
    return Number(start, stop if match[_SCALE] is None else match.start(_SCALE), stop)
