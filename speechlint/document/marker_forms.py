"""Markers of headings and lists that are written in another form than the standard's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from speechlint.document.form_grammar import FORM_SIGNS
from speechlint.document.form_readings import Doubt, MarkerForm, Mistake, Reading, read_forms

if TYPE_CHECKING:
    from speechlint.document.model import Document

FARTHEST_SIBLING = 4000


def find_marker_forms(document: Document) -> tuple[MarkerForm, ...]:
    """In order; none of the standard's own form, none where a site's page number stands, and none of annexes."""
    places = document.places(FORM_SIGNS)
    if not places:
        return ()
    read = list(read_forms(document, places))
    if not read:
        return ()
    others = {offset for mark in document.page_marks for offset in range(*mark.span)}
    others.update(annex.number.start for annex in document.annexes if annex.number is not None)
    known, headings = _known(read), _headed(document, read)
    return tuple(
        form for form, doubt in read if _is_marker(form, doubt, known, headings) and form.span.start not in others
    )


def _known(read: Iterable[Reading]) -> dict[tuple[Mistake, int], list[int]]:
    """Where each number of each kind stands."""
    known: dict[tuple[Mistake, int], list[int]] = {}
    for form, _ in read:
        if form.ordinal is not None:
            known.setdefault((form.mistake, form.ordinal), []).append(form.span.start)
    return known


def _headed(document: Document, read: Iterable[Reading]) -> frozenset[int]:
    """The numbers of the headings that are written 一、 as they should be; empty where nobody asks."""
    if not any(doubt in (Doubt.HEADING, Doubt.EITHER) for _, doubt in read):
        return frozenset()
    return frozenset(
        heading.ordinal
        for heading in document.headings
        if heading.ordinal is not None and heading.style == "一、" and document.text[heading.marker.end - 1] == "、"
    )


def _is_marker(
    form: MarkerForm, doubt: Doubt, known: dict[tuple[Mistake, int], list[int]], headings: frozenset[int]
) -> bool:
    if doubt is Doubt.NONE:
        return True
    if form.ordinal is None:
        return False
    if doubt is not Doubt.SIBLING and (form.ordinal - 1 in headings or form.ordinal + 1 in headings):
        return True
    return doubt is not Doubt.HEADING and _has_sibling(form, form.ordinal, known)


def _has_sibling(form: MarkerForm, ordinal: int, known: dict[tuple[Mistake, int], list[int]]) -> bool:
    """Whether the number before stands not far before this one, or the next one not far behind it."""
    at = form.span.start
    before, after = known.get((form.mistake, ordinal - 1), []), known.get((form.mistake, ordinal + 1), [])
    index = bisect_left(before, at)
    if index and at - before[index - 1] <= FARTHEST_SIBLING:
        return True
    index = bisect_left(after, at)
    return index < len(after) and after[index] - at <= FARTHEST_SIBLING
