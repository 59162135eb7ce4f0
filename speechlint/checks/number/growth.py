"""What a figure grew by, in multiples: 由2亿元增长到6亿元 is growth by twice, not three times, as much."""

from __future__ import annotations

from decimal import Decimal

from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_AMOUNT = r"[0-9]+(?:\.[0-9]+)?"
_GREW = Pattern(
    rf"[由从](?:\p{{Han}}{{0,5}}?(?:的|年))?(?<first>{_AMOUNT})(?<scale>[万亿]?)(?<unit>\p{{Han}}{{1,2}}?)"
    r"(?:增长|增加|提高|扩大|上升|提升|发展|增|升)?(?:为|到|至)"
    rf"(?<last>{_AMOUNT})(?<other>[万亿]?)(?P=unit)[，,](?<growth>净?(?:增长|增加|提高|扩大|上升|提升)了?)(?<times>{_AMOUNT})倍$"
)
LONGEST = 60  # code points from 由 to 倍
# By so much of itself a multiple may be rounded.
_ROUNDED = Decimal("0.05")


class Growth(NamedTuple):
    """A multiple that counts in what was there before: the span of 增长3倍 and the figure that is right."""

    span: Span
    times: Span
    right: str


def wrong_growth(folded: str, end: int) -> Growth | None:
    """The multiple that ends at `end` with 倍, where the two figures before it show that it is of the whole."""
    match = _GREW.search(folded, max(0, end - LONGEST), end)
    if match is None:
        return None
    first = Decimal(match["first"]) * _SCALES[match["scale"]]
    last = Decimal(match["last"]) * _SCALES[match["other"]]
    times = Decimal(match["times"])
    if not 0 < first < last or abs(last / first - times) > times * _ROUNDED:
        return None
    right = (last / first - 1).quantize(Decimal("0.1") if "." in match["times"] else Decimal(1))
    if right <= 0 or right == times:
        return None
    return Growth(Span(match.start("growth"), end), Span(*match.span("times")), f"{right.normalize():f}")
