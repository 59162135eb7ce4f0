"""The words that several views look for, found in one pass where no rule has them found already."""

from __future__ import annotations

from functools import cache

from speechlint.lexicon.literals import Literals, Scan


@cache
def view_scan() -> Scan:
    """Of small sets that are asked for together: markers of lists, and what stands at line starts and is none."""
    from speechlint.document.annexes import ANNEX_SIGNS
    from speechlint.document.form_grammar import FORM_SIGNS
    from speechlint.document.pagemarks import PAGE_NUMBERS

    return Scan([FORM_SIGNS, PAGE_NUMBERS, ANNEX_SIGNS])


@cache
def view_sets() -> frozenset[Literals]:
    return frozenset(view_scan().sets)
