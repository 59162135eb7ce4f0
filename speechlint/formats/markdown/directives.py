"""Suppression comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from speechlint.formats.source import Directive
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span

# Without a colon it is taken for a directive only where it goes on like one; then it counts as misspelt.
_HEAD = Pattern(r"(?i)<!--\s*(?:speechlint\s*[:：]\s*|(?=speechlint[\s_-]*(?:dis|en)able))")
_WORDS = Pattern(r"[^\s,，、]+")
_LONGEST = 1000  # code points of a comment that are read


def read_directives(text: str, comments: Iterable[Span]) -> Iterator[Directive]:
    """The comments that speak to speechlint, in their order; misspelt ones too, with the word written as their kind."""
    for span in comments:
        end = min(span.end - len("-->"), span.start + _LONGEST)
        head = _HEAD.match(text, span.start, end)
        if head is None:
            continue
        words = tuple(match[0] for match in _WORDS.finditer(text, head.end(), end))
        yield Directive(span, words[0] if words else "", words[1:])
