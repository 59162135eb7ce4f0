"""Words of the draft's own matter: a sentence with several of them is the writer's and no site's."""

from __future__ import annotations

from collections.abc import Set


def count_matter(text: str, table: Set[str], most: int) -> int:
    """How many different words of the table stand in the text, read from left to right; `most` at the most.

    The words have one or two characters. 职工会员 holds 职工 and no 工会.
    """
    found: set[str] = set()
    here, end = 0, len(text)
    while here < end and len(found) < most:
        word = text[here : here + 2]
        if word not in table:
            word = text[here]
            if word not in table:
                here += 1
                continue
        found.add(word)
        here += len(word)
    return len(found)
