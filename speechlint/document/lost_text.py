"""A site's notices that text was left out, and which of them are the only sign of the loss."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from speechlint.document.cuts import LOSSES, Break
from speechlint.text.charsets import BLANKS

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.residue import Residue


def find_proofs(document: Document) -> frozenset[int]:
    """The starts of the notices that must stay until somebody has found the missing text.

    Without them a list whose items were lost would look miscounted, and a sentence that was torn would look whole: the
    next look would number the list anew, change the count that was announced, and so wipe out all signs of the loss.
    """
    losses = [residue for residue in document.residue if residue.kind in LOSSES]
    if not losses:
        return frozenset()
    starts = [residue.span.start for residue in losses]
    halves = {broken.span.end for broken in document.broken_ends if broken.what is Break.WORD}
    proofs = {residue.span.start for residue in losses if _tears(document, residue, halves)}
    for fault in document.numbering_faults:
        if fault.cut:
            at = bisect_left(starts, fault.marker.span.start) - 1
            front = fault.series.items[fault.at - 1].marker.span.start if fault.at else starts[max(0, at)]
            proofs.update(starts[bisect_left(starts, front) : bisect_left(starts, fault.marker.span.start)])
    for judged in document.announced_counts:
        if judged.lost is not None:
            proofs.update(starts[bisect_left(starts, judged.lost.start) : bisect_right(starts, judged.lost.end)])
    return frozenset(proofs)


def alone_tells(document: Document, start: int, end: int) -> bool:
    """Whether an announced count was compared with the outline in that stretch, for the text has fewer headings."""
    return any(judged.lost is not None and start <= judged.lost.start < end for judged in document.announced_counts)


def _tears(document: Document, residue: Residue, halves: set[int]) -> bool:
    """Whether the notice stands behind half a word, inside a line: without it nothing would tell that it is half."""
    text, start = document.text, residue.span.start
    while start and text[start - 1] in BLANKS:
        start -= 1
    if residue.lines or not text[residue.span.end : residue.span.end + 1].strip():
        return False
    return start in halves
