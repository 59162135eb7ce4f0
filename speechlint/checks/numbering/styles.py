"""Lists whose items are written in several ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from speechlint.document.markers import Marker
from speechlint.document.outline import Series
from speechlint.findings.rule import Context

WORDS = frozenset(("首先", "其次", "再次"))
SIDES = frozenset(("一方面", "另一方面"))
LAST = frozenset(("最后", "最後"))


def mixed_series(ctx: Context) -> Iterator[Series]:
    """The lists with items of more than one style; 最后 may close any."""
    for series in ctx.document.outline.series:
        style = series.style
        if series.mixed and any(item.marker.style != style and item.marker.word not in LAST for item in series.items):
            yield series


def is_worded(marker: Marker) -> bool:
    """Whether the marker counts in words, and not in numbers: 首先, 一方面."""
    return marker.word in WORDS or marker.word in SIDES


def prevailing(markers: list[Marker]) -> Marker:
    """The marker whose style the others should have: the first, unless it stands alone against a commoner one."""
    counted = Counter(marker.style for marker in markers)
    first = markers[0]
    style, most = counted.most_common(1)[0]
    if counted[first.style] > 1 or most == 1:
        return first
    return next(marker for marker in markers if marker.style == style)


def in_style_of(ctx: Context, model: Marker, ordinal: int) -> str:
    """A marker for `ordinal`, written as the model is; ValueError where its way has no sign for it."""
    text = ctx.text
    before = text[model.span.start : model.number.start]
    behind = text[model.number.end : model.span.end]
    # A page mark may tear the model apart.
    return before + model.written(ordinal) + (behind if "\n" not in behind else behind[-1:])
