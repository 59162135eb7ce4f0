"""Names of findings that survive edits elsewhere in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from speechlint.findings.diagnostic import Diagnostic

REACH = 12  # code points of context on each side


def fingerprints(text: str, diagnostics: Sequence[Diagnostic]) -> list[str]:
    """One name for each diagnostic of one file, in their order: 16 hexadecimal digits.

    Made of the rule, the marked words, the words around them and which repeat of these it is, and of no line number: so
    it stays the same when lines are added above.
    """
    from hashlib import blake2b

    seen: Counter[str] = Counter()
    found: list[str] = []
    for diagnostic in diagnostics:
        start, end = diagnostic.span
        parts = (diagnostic.rule, text[max(0, start - REACH) : start], text[start:end], text[end : end + REACH])
        key = "\0".join(parts)
        seen[key] += 1
        found.append(blake2b(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())
    return found
