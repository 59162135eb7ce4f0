"""Characters as simplified writing merges them, for looking up words whatever script they are written in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from speechlint.lexicon.one_to_many import is_tolerated, plain
from speechlint.lexicon.scripts import characters, folding

# Characters that traditional texts write too, as the tables do not say: 老么, 并且; 彀 for 夠 is a mistake.
_BESIDE = ("么麼", "并並併", "够夠彀")


def merge(folded: str) -> str:
    """A text in simplified characters as the tables here want it: 覆 as 复, 藉 as 借; of the same length."""
    for character, merged in _kept_apart().items():
        folded = folded.replace(character, merged)
    return folded


@cache
def merging() -> Mapping[int, str]:
    """For `str.translate`: the folding, and what simplified writing merges in some words only (覆, 藉, 瞭)."""
    return {**folding(), **{ord(character): merged for character, merged in _kept_apart().items()}}


def rivals(written: str) -> tuple[str, ...]:
    """The characters that share the simplified form of `written` and may not be written for it, one form of each."""
    family = families().get(merging().get(ord(written), written), ())
    return tuple(other for other in family if not is_tolerated(written, other))


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """For each simplified character with several traditional ones: these, one form of each, the usual one first."""
    families: dict[str, dict[str, None]] = {}
    for simplified, forms in characters("STCharacters").items():
        for form in forms:
            families.setdefault(simplified, {})[plain(form)] = None
    for code, simplified in merging().items():
        families.setdefault(simplified, {})[plain(chr(code))] = None
    for family in _BESIDE:
        families[family[0]] = dict.fromkeys(map(plain, family))
    return {simplified: tuple(forms) for simplified, forms in families.items() if len(forms) > 1}


@cache
def _kept_apart() -> Mapping[str, str]:
    """The forms that folding leaves as they are though the table of characters gives them for another one."""
    fold = folding()
    rows = characters("STCharacters").items()
    return {
        form: simplified
        for simplified, forms in rows
        for form in forms
        if form != simplified and fold.get(ord(form), form) == form
    }
