"""Names of findings that survive edits elsewhere in the file."""

from __future__ import annotations

from collections.abc import Sequence

from speechlint.findings.diagnostic import Diagnostic

try:
    from _blake2 import blake2b  # hashlib would load a whole cryptographic library first
except ImportError:
    from hashlib import blake2b

REACH = 12  # code points of the line on each side
ENOUGH = 6  # with fewer of them a side alone says too little
HALF = 8  # hexadecimal digits for each side


def fingerprints(text: str, diagnostics: Sequence[Diagnostic], start_at: int = 0) -> list[str]:
    """One name for each diagnostic of one file from the given one on, in their order: 16 hexadecimal digits.

    Made of the rule, the marked words, the words of the line around them and which repeat of these it is, and of no
    line number: so it stays the same when lines are added or moved. The first half knows only the words before and the
    second only those behind, as long as there are enough of them: an edit on one side changes one half.
    """
    bare = "\r" in text
    seen: dict[str, int] = {}
    found: list[str] = []
    for place, diagnostic in enumerate(diagnostics):
        rule = diagnostic.rule
        start, end = diagnostic.span
        words = text[start:end]
        before = text[start - REACH if start > REACH else 0 : start]
        behind = text[end : end + REACH]
        if "\n" in before:
            before = before.rpartition("\n")[2]
        if "\n" in behind:
            behind = behind.partition("\n")[0]
        if bare:
            before = before.rpartition("\r")[2]
            behind = behind.partition("\r")[0]
        key = f"{rule}\n{before}\n{behind}\n{words}"  # none but the words hold a line end
        repeat = seen[key] = seen.get(key, 0) + 1
        if place < start_at:
            continue
        left = f"{rule}\0{before}\0{words}\0{'' if len(before) >= ENOUGH else behind}\0before\0{repeat}"
        right = f"{rule}\0{'' if len(behind) >= ENOUGH else before}\0{words}\0{behind}\0behind\0{repeat}"
        try:
            halves = left.encode(), right.encode()
        except UnicodeEncodeError:  # a lone surrogate
            halves = left.encode("utf-8", "surrogatepass"), right.encode("utf-8", "surrogatepass")
        found.append((_digest(halves[0]) + _digest(halves[1])).hex())
    return found


def halves(fingerprint: str) -> tuple[str, str]:
    """What a fingerprint says of the words before a finding, and of those behind it."""
    return f"<{fingerprint[:HALF]}", f">{fingerprint[HALF:]}"


def _digest(words: bytes) -> bytes:
    return blake2b(words, digest_size=HALF // 2).digest()
