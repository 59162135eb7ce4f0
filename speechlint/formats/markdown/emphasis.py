"""Which `*`, `_` and `~~` are markup: those with a partner in their paragraph. The others stay prose: `**县`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from speechlint.text.charsets import OPENERS, is_han
from speechlint.text.span import Span

# Nobody begins a stretch of emphasis with one of these, nor ends one with an opening mark.
_CLOSING = frozenset("，。、；：？！”’」』）》〉】〕…,.;:?!)]}%")
_OPENING = frozenset(OPENERS + "([{")


class Run(Struct):
    """A run of one character, `length` long; `[start, start + left)` of it is still without a partner."""

    character: str
    start: int
    length: int
    left: int
    opens: bool
    closes: bool


def read_run(text: str, start: int, end: int, first: int, last: int) -> Run:
    """The run `[start, end)` in a paragraph `[first, last)`."""
    before = text[start - 1] if start > first else " "
    after = text[end] if end < last else " "
    opens = not after.isspace() and (not _is_mark(after) or _is_edge(before, after in _CLOSING))
    closes = not before.isspace() and (not _is_mark(before) or _is_edge(after, before in _OPENING))
    character = text[start]
    if character == "_":
        opens, closes = opens and (not closes or _is_mark(before)), closes and (not opens or _is_mark(after))
    return Run(character, start, end - start, end - start, opens, closes)


def pair_runs(runs: Iterable[Run]) -> Iterator[Span]:
    """The stretches of the runs that are markup, by CommonMark's algorithm: each looks back for its nearest partner.

    `seen` remembers how deep a search of one kind was in vain, so that the work grows with the number of runs only.
    """
    stack: list[Run] = []
    seen: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        key = (run.character, run.opens, run.length % 3)
        while run.closes and run.left:
            depth = _partner_depth(stack, run, seen.get(key, 0))
            if depth is None:
                seen[key] = len(stack)
                break
            opener = stack[depth]
            used = 2 if opener.left >= 2 and run.left >= 2 else 1
            yield Span(opener.start + opener.left - used, opener.start + opener.left)
            yield Span(run.start, run.start + used)
            opener.left -= used
            run.start += used
            run.left -= used
            del stack[depth + 1 if opener.left else depth :]
            for other, bottom in seen.items():
                seen[other] = min(bottom, len(stack))
        if run.opens and run.left:
            stack.append(run)


def _partner_depth(stack: list[Run], closer: Run, bottom: int) -> int | None:
    for depth in range(len(stack) - 1, bottom - 1, -1):
        opener = stack[depth]
        if opener.character != closer.character:
            continue
        if opener.character == "~" and opener.length != closer.length:
            continue
        if (opener.closes or closer.opens) and _clash(opener.length, closer.length):
            continue
        return depth
    return None


def _clash(opener: int, closer: int) -> bool:
    """CommonMark's rule of three, against `*甲**乙*`; converters write `**甲****乙**`, so even lengths never clash."""
    return (opener + closer) % 3 == 0 and opener % 3 != 0 and (opener % 2 != 0 or closer % 2 != 0)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(outside: str, unfit: bool) -> bool:
    """Whether a run between a mark and `outside` may open or close there.

    CommonMark wants a blank or a mark outside; Chinese has no blanks, so a Han character does where the mark is fit.
    """
    return outside.isspace() or _is_mark(outside) or (not unfit and is_han(outside))
