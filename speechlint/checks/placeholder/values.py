"""The writer's own words for masks: `[placeholders.values]` of the configuration, as fixes."""

from __future__ import annotations

from bisect import bisect_left

from speechlint.document.mask_signs import ALL
from speechlint.findings.bilingual import Bilingual
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.rule import Context
from speechlint.text.span import Span

BECAUSE = Bilingual(
    "填入的是作者自己在 placeholders.values 里写明的内容。",
    "What is put in is what the writer's own configuration says.",
)
_SIGNS = frozenset(ALL)


def value_fix(ctx: Context, span: Span) -> Fix | None:
    """The fix that puts the writer's words in place of the key that covers `span`; None where no key does.

    The longest key wins. Where one key covers several masks, its fix belongs to the first of them.
    """
    text = ctx.text
    for key in sorted(ctx.values, key=lambda key: (-len(key), key)):
        value = ctx.values[key]
        place = None if key in value else _place(text, key, span)
        if place is None:
            continue
        if not _is_first(ctx, place, span):
            return None
        words = place.of(text)
        title = Bilingual(f"把“{words}”换成“{value}”", f"Put “{value}” for “{words}”")
        return ctx.fix(title, [Edit(place, value)], Applicability.SAFE)
    return None


def _place(text: str, key: str, span: Span) -> Span | None:
    """Where the key stands so that it covers the span and cuts no run of signs in two."""
    words = span.of(text)
    offset = key.find(words)
    while offset >= 0:
        start = span.start - offset
        place = Span(start, start + len(key))
        if start >= 0 and text.startswith(key, start) and not _cuts(text, place):
            return place
        offset = key.find(words, offset + 1)
    return None


def _cuts(text: str, place: Span) -> bool:
    start, end = place
    left = start > 0 and text[start] in _SIGNS and text[start - 1] == text[start]
    right = end < len(text) and text[end - 1] in _SIGNS and text[end] == text[end - 1]
    return left or right


def _is_first(ctx: Context, place: Span, span: Span) -> bool:
    masks = ctx.document.masks
    first = bisect_left(masks, place.start, key=lambda mask: mask.span.start)
    return first == len(masks) or masks[first].span.start >= span.start
