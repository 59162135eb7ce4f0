"""Whether a string of two or three characters may be the end of one word and the beginning of the next."""

from __future__ import annotations

from speechlint.lexicon.vocabulary import LONGEST, UNKNOWN, size

# From this size on (a count of eight) a word is common enough to explain the string by itself.
COMMON = 4


def may_be_cut(folded: str, start: int, end: int) -> bool:
    """Whether words of the vocabulary that begin before `start` or go on behind `end` explain `folded[start:end]`.

    They do if two of them meet inside it (经典 and 形象 in 经典形象), if one of them holds all of it, or if a common
    one leaves a single character (防 beside 犯罪).
    """
    if _behind(folded, start, end) > 0 or _before(folded, end, start) > 0:
        return True
    for border in range(start + 1, end):
        left = _before(folded, border, start)
        right = _behind(folded, border, end)
        if left > UNKNOWN and right > UNKNOWN:
            return True
        if (left >= COMMON and end - border == 1) or (right >= COMMON and border - start == 1):
            return True
    return False


def _behind(folded: str, border: int, end: int) -> int:
    """The size of the most common word that begins at `border` and goes on behind `end`; -1 if there is none."""
    stop = min(len(folded), border + LONGEST, end + 3)
    return max((size(folded[border:at]) for at in range(end + 1, stop + 1)), default=UNKNOWN)


def _before(folded: str, border: int, start: int) -> int:
    """The size of the most common word that ends at `border` and begins before `start`; -1 if there is none."""
    first = max(0, border - LONGEST, start - 3)
    return max((size(folded[at:border]) for at in range(first, start)), default=UNKNOWN)
