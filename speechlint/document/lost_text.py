"""A site's notices that text was left out, and which of them are the only sign of the loss."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from speechlint.document.announcement_evidence import Verdict
from speechlint.text.charsets import BLANKS, is_han

if TYPE_CHECKING:
    from speechlint.document.model import Document
    from speechlint.document.residue import Residue

# The kinds of residue behind which text is missing.
LOSSES = frozenset(("omitted-chars", "unfinished-notice", "paywall"))


def find_proofs(document: Document) -> frozenset[int]:
    """The starts of the notices that must stay until somebody has found the missing text.

    Without them a list whose items were lost would look miscounted, and a sentence that was torn would look whole: the
    next look would number the list anew, change the count that was announced, and so wipe out all signs of the loss.
    """
    losses = [residue for residue in document.residue if residue.kind in LOSSES]
    if not losses:
        return frozenset()
    starts = [residue.span.start for residue in losses]
    proofs = {residue.span.start for residue in losses if _tears(document, residue)}
    for fault in document.numbering_faults:
        if fault.cut:
            front = fault.series.items[fault.at - 1].marker.span.start if fault.at else 0
            proofs.update(starts[bisect_left(starts, front) : bisect_left(starts, fault.marker.span.start)])
    sections = [section.span.start for section in document.outline.sections]
    for judged in document.announced_counts:
        if judged.verdict is Verdict.CUT:
            at = judged.announcement.span.start
            after = bisect_right(sections, at)
            end = sections[after] if after < len(sections) else len(document.text)
            proofs.update(starts[bisect_left(starts, at) : bisect_left(starts, end)])
    return frozenset(proofs)


def _tears(document: Document, residue: Residue) -> bool:
    """Whether the notice stands inside a line between two words that would run together without it."""
    text, (start, end) = document.text, residue.span
    while start and text[start - 1] in BLANKS:
        start -= 1
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return not residue.lines and is_han(text[start - 1 : start]) and is_han(text[end : end + 1])
