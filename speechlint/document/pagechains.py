"""Which numbers at line starts count pages, and what their distances and the text around them say about that."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import fsum, sqrt

from speechlint.text.charsets import END_MARKS, SENTENCE_ENDS, ends_sentence, is_han
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.span import Span

# Pages are nearly of one length: the spread allowed for a whole chain, as a share of the mean, and for one page of it.
STEADY = 0.05
STRAY = 0.1
SHORTEST = 40
# A chain is looked for from the first few candidates only, and may miss so many numbers in a row.
SEEDS = 6
GAP = 3
WINDOW = 200
# Words on both sides of a cut are looked up for so many cuts, in so much of the text before and behind.
SAMPLE = 40
VICINITY = 100_000
_STOPS = SENTENCE_ENDS + ":：;；"
# What cannot begin a line of its own: before one of these the line was cut.
NEVER_FIRST = frozenset("，。、；：！？”’』」）》】〕,;:!?)%％")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("「", "」"), ("『", "』"), ("(", ")"))


class Candidate(NamedTuple):
    """A number at the start of a line; `alone` says that nothing else stands in the line."""

    number: int
    span: Span
    alone: bool


class Breaks(NamedTuple):
    """How many of the marks have text on both sides (`total`) and cut a sentence (`open`); of these, how many cut it
    where no line ends (`torn`), or behind a comma or inside words that the text has elsewhere (`likely`), and how many
    end a page that has end marks inside (`broken_off`).

    A list may end its items in commas here and there: alone they prove nothing.
    """

    total: int
    open: int
    torn: int
    likely: int
    broken_off: int


def steady_chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The longest chain of rising numbers, three at least, that stand where pages of one length would put them.

    Numbers of lists inside the pages are passed over, and so are marks that were already taken out.
    """
    by_number: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_number.setdefault(candidate.number, []).append(candidate)
    best: tuple[Candidate, ...] = ()
    for first in range(min(SEEDS, len(candidates) - 2)):
        for second in range(first + 1, min(first + 1 + SEEDS, len(candidates))):
            chain = _grown(candidates[first], candidates[second], by_number)
            if len(chain) > max(2, len(best)) and is_steady(page_lengths(chain)):
                best = chain
            if len(best) >= len(by_number) - 1:  # all but a first page with the title
                return best
    return best


def with_ends(chain: Sequence[Candidate], candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The chain with a first page that holds the title too, and with the mark below a short last page."""
    longest = max(page_lengths(chain)) * (1 + STRAY)
    before = [
        c for c in candidates if c.number == chain[0].number - 1 and 0 < chain[0].span.start - c.span.end <= 2 * longest
    ]
    after = [
        c for c in candidates if c.number == chain[-1].number + 1 and 0 < c.span.start - chain[-1].span.end <= longest
    ]
    return (*before[-1:], *chain, *after[:1])


def plain_chain(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """All candidates where they count from 1 or 2 without a gap or a restart, three at least; else none."""
    numbers = [candidate.number for candidate in candidates]
    counts = len(numbers) >= 3 and numbers[0] in (1, 2) and all(b == a + 1 for a, b in pairwise(numbers))
    return tuple(candidates) if counts else ()


def torn_pair(text: str, candidates: Sequence[Candidate], shortest: int) -> tuple[Candidate, ...]:
    """All candidates where they are 1 and 2, a page of `shortest` or more apart, and nothing but a cut can have put the
    second where it stands: what follows it begins no line, and the sentence before it is open. Else none.
    """
    if [candidate.number for candidate in candidates] != [1, 2]:
        return ()
    first, second = candidates
    left, right = sides_of(text, second.span)
    far = second.span.start - first.span.end >= shortest
    torn = bool(left and right) and right[0] in NEVER_FIRST and is_han(left[-1])
    return tuple(candidates) if far and torn and not (first.alone or second.alone) else ()


def page_lengths(chain: Sequence[Candidate]) -> list[float]:
    """The lengths of the pages between the marks; where numbers are missing, they are shared out."""
    return [(b.span.start - a.span.end) / (b.number - a.number) for a, b in pairwise(chain)]


def is_steady(lengths: Sequence[float]) -> bool:
    middle = mean(lengths)
    return sqrt(mean([(length - middle) ** 2 for length in lengths])) < STEADY * middle


def mean(lengths: Sequence[float]) -> float:
    """The module `statistics` has it too, and takes three milliseconds to import."""
    return fsum(lengths) / len(lengths)


def count_breaks(text: str, chain: Sequence[Candidate]) -> Breaks:
    """What the text says on both sides of each mark."""
    sides = [(candidate.span.start, *sides_of(text, candidate.span)) for candidate in chain]
    sides = [(start, left, right) for start, left, right in sides if left and right]
    cut = [(start, left, right) for start, left, right in sides if not is_closed(left)]
    torn = [_is_torn(left, right) for _, left, right in cut]
    # Lines of an oath or a poem may all end in a comma; a cut falls anywhere.
    endings = {left[-1] for _, left, _ in cut}
    likely = sum(
        not sure
        and ((left[-1] in "，、," and len(endings) > 1) or (i < SAMPLE and _is_known(text, start, left, right)))
        for i, (sure, (start, left, right)) in enumerate(zip(torn, cut, strict=True))
    )
    broken_off = sum(any(mark in left for mark in END_MARKS) for _, left, _ in cut)
    return Breaks(len(sides), len(cut), sum(torn), likely, broken_off)


def sides_of(text: str, span: Span) -> tuple[str, str]:
    """The text before and behind a mark, without the blanks and line ends between; no more than a window of it."""
    return text[max(0, span.start - WINDOW) : span.start].rstrip(), text[span.end : span.end + WINDOW].lstrip()


def is_closed(left: str) -> bool:
    """Whether a line that ends so may end there."""
    return left[-1] in _STOPS or ends_sentence(left)


def _grown(first: Candidate, second: Candidate, by_number: dict[int, list[Candidate]]) -> tuple[Candidate, ...]:
    if not 0 < second.number - first.number <= GAP:
        return ()
    page = (second.span.start - first.span.end) / (second.number - first.number)
    if page < SHORTEST:
        return ()
    chain = [first, second]
    following: Candidate | None = second
    while following is not None:
        following = next(
            (found for step in range(1, GAP + 1) if (found := _nearest(chain[-1], step, page, by_number)) is not None),
            None,
        )
        if following is not None:
            chain.append(following)
    return tuple(chain)


def _nearest(last: Candidate, step: int, page: float, by_number: dict[int, list[Candidate]]) -> Candidate | None:
    places = by_number.get(last.number + step)
    if not places:
        return None
    wanted = last.span.end + page * step
    at = bisect_left(places, wanted, key=lambda candidate: candidate.span.start)
    near = min(places[max(0, at - 1) : at + 1], key=lambda candidate: abs(candidate.span.start - wanted))
    return near if abs(near.span.start - wanted) <= STRAY * page * step else None


def _is_torn(left: str, right: str) -> bool:
    """Whether the cut falls where no line ends: before a mark, inside a pair, a number or a Latin word."""
    a, b = left[-1], right[0]
    if b in NEVER_FIRST:
        return True
    if a.isascii() and b.isascii() and a.isalnum() and b.isalnum():
        return True
    return any(
        left.rfind(opener) > left.rfind(closer) and _closes_first(right, opener, closer) for opener, closer in _PAIRS
    )


def _is_known(text: str, at: int, left: str, right: str) -> bool:
    """Whether the characters on both sides of the cut stand together elsewhere: then a word or a phrase was cut."""
    start, end = max(0, at - VICINITY), at + VICINITY
    joined = (left[-2:] + right[:1], left[-1:] + right[:2])
    return any(all(map(is_han, words)) and len(words) == 3 and text.find(words, start, end) >= 0 for words in joined)


def _closes_first(right: str, opener: str, closer: str) -> bool:
    at = right.find(closer)
    return at >= 0 and opener not in right[:at]
