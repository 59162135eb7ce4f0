"""Names of findings that survive edits elsewhere in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from speechlint.findings.diagnostic import Diagnostic

REACH = 12  # code points of the line on each side
ENOUGH = 6  # with fewer of them a side alone says too little
HALF = 8  # hexadecimal digits for each side

_LINE_END = re.compile("[\r\n]")


def fingerprints(text: str, diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One name for each diagnostic of one file, in their order: 16 hexadecimal digits.

    Made of the rule, the marked words, the words of the line around them and which repeat of these it is, and of no
    line number: so it stays the same when lines are added or moved. The first half knows only the words before and the
    second only those behind, as long as there are enough of them: an edit on one side changes one half.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for diagnostic in diagnostics:
        start, end = diagnostic.span
        before = _LINE_END.split(text[max(0, start - REACH) : start])[-1]
        behind = _LINE_END.split(text[end : end + REACH], maxsplit=1)[0]
        key = (diagnostic.rule, before, text[start:end], behind)
        seen[key] += 1
        found.append("".join(_digits(*key, side, seen[key]) for side in ("before", "behind")))
    return found


def halves(fingerprint: str) -> tuple[str, str]:
    """What a fingerprint says of the words before a finding, and of those behind it."""
    return f"<{fingerprint[:HALF]}", f">{fingerprint[HALF:]}"


def _digits(rule: str, before: str, words: str, behind: str, side: str, repeat: int) -> str:
    from hashlib import blake2b

    if side == "before" and len(before) >= ENOUGH:
        behind = ""
    if side == "behind" and len(behind) >= ENOUGH:
        before = ""
    key = "\0".join((rule, before, words, behind, side, str(repeat)))
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=HALF // 2).hexdigest()
