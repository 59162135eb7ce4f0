"""Coinages, short names and abbreviations that no dictionary has: 数智, 放管服, 双招双引, 成渝."""

from __future__ import annotations

from functools import cache

from speechlint.lexicon.rule_folder import rules_root


def in_coinage(folded: str, offset: int) -> bool:
    """Whether the character at the offset of a text in simplified characters belongs to a listed word."""
    words, longest = _words()
    first, last = max(0, offset - longest + 1), min(len(folded), offset + longest)
    return any(
        folded[start:end] in words
        for start in range(first, offset + 1)
        for end in range(max(start + 2, offset + 1), min(start + longest, last) + 1)
    )


@cache
def _words() -> tuple[frozenset[str], int]:
    """The listed words and the length of the longest, read once a process, at the first question."""
    text = (rules_root() / "typo" / "coinages.txt").read_text(encoding="utf-8")
    words = frozenset(line for line in text.split("\n") if line and not line.startswith("#"))
    return words, max(map(len, words))
