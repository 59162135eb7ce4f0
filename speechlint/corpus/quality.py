"""How fit a document is for use, as one number."""

from __future__ import annotations

from collections.abc import Iterable

from speechlint.findings.diagnostic import Diagnostic, Severity

POINTS = {Severity.ERROR: 3.0, Severity.WARNING: 1.0, Severity.HINT: 0.1}
# What was masked, filtered or put in by a site is no text at all; a slip of the pen leaves the sentence readable.
GROSS = frozenset({"placeholder", "redaction", "watermark", "truncation"})
GROSS_FACTOR = 2.0
HALF = 10.0  # points in a thousand characters that halve the score
SHORTEST = 500  # characters; shorter texts count as if they had so many
CUT_SHORT = 0.5  # for a text of which a part is missing, however long the rest is


def quality(characters: int, findings: Iterable[Diagnostic]) -> float:
    """Between 0 and 1: `whole / (1 + points per 1,000 characters / 10)`, rounded to four digits.

    An error has 3 points, a warning 1, a hint 0.1; twice as many in the families placeholder, redaction, watermark and
    truncation. Texts of less than 500 characters count as 500: one slip in two lines says little. `whole` is 0.5 where
    an error of the family truncation says that a part of the text is missing, else 1. Another finding never raises the
    score, and a text written twice has the score that it has once. `characters` are those that are no white space;
    without any the score is 0.
    """
    if not characters:
        return 0.0
    points, whole = 0.0, 1.0
    for finding in findings:
        gross = finding.family in GROSS
        points += POINTS[finding.severity] * (GROSS_FACTOR if gross else 1.0)
        if finding.severity is Severity.ERROR and finding.family == "truncation":
            whole = CUT_SHORT
    return round(whole / (1 + 1000 * points / max(characters, SHORTEST) / HALF), 4)
