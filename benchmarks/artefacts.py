"""How many artefacts of a conversion by the character are found: `python -m benchmarks.artefacts [TEXT…]`.

Words whose entry in the package's table of phrases disagrees with its table of characters are what a phrase-aware
converter would have written otherwise. A random half of the phrases, by a fixed seed, is withheld from the table that
the rule asks; the figures are over that half. Each TEXT (in simplified characters) is converted by the character too,
and the artefacts in it that withheld phrases show are counted.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from speechlint.lexicon.conversion import judge
from speechlint.lexicon.merged import merge
from speechlint.lexicon.one_to_many import is_tolerated, plain
from speechlint.lexicon.scripts import characters, fold
from speechlint.lexicon.vocabulary import size
from speechlint.lexicon.word_table import WordTable, own_words, usage_words

SEEDS = (1, 2, 3)
LIVING = 1  # words of this size in official prose


def by_character(text: str) -> str:
    """What a converter makes that knows no words."""
    table = characters("STCharacters")
    return "".join(table.get(character, (character,))[0] for character in text)


def halves(seed: int) -> tuple[dict[str, str], dict[str, str]]:
    """The phrases, simplified to traditional, that the table is given, and those that are withheld."""
    phrases = {key: forms[0] for key, forms in characters("STPhrases").items() if len(key) == len(forms[0])}
    withheld = set(random.Random(seed).sample(sorted(phrases), len(phrases) // 2))
    return (
        {key: form for key, form in phrases.items() if key not in withheld},
        {key: form for key, form in phrases.items() if key in withheld},
    )


def kind_of(written: str, wanted: str, word: str, at: int, in_use: WordTable) -> str:
    """Whether a character is an artefact; one that our own lists write too (盡快 for 儘快) is a form in use."""
    if plain(written) == plain(wanted):
        return ""
    known = any(is_tolerated(written, form[at]) for form in in_use.forms(merge(word)))
    return "form in use, " if known or is_tolerated(written, wanted) else "artefact, "


def over_words(table: WordTable, withheld: dict[str, str], in_use: WordTable) -> Counter[str]:
    """Each withheld word alone, converted by the character, and in its right form."""
    counts: Counter[str] = Counter()
    for key, right in withheld.items():
        made = by_character(key)
        folded = merge(fold(made))
        for at, (written, wanted) in enumerate(zip(made, right, strict=True)):
            choice = judge(written, folded, at, table)
            kind = kind_of(written, wanted, key, at, in_use)
            if kind:
                counts[kind + ("found" if choice else "missed")] += 1
                if kind == "artefact, " and size(key) >= LIVING:
                    counts["living, " + ("found" if choice else "missed")] += 1
                counts["right fix"] += choice is not None and plain(choice.right) == plain(wanted)
                counts["right form reported"] += judge(wanted, merge(fold(right)), at, table) is not None
            else:
                counts["false"] += choice is not None
    return counts


def over_text(
    text: str, table: WordTable, kept: dict[str, str], withheld: dict[str, str], in_use: WordTable
) -> Counter[str]:
    """A text converted by the character: its artefacts by the withheld phrases, and what is reported without reason."""
    counts: Counter[str] = Counter()
    made = by_character(text)
    folded = merge(fold(made))
    for start, end, hidden in segments(text, kept, withheld):
        phrase = text[start:end]
        right = withheld.get(phrase) or kept.get(phrase) or made[start:end]
        for offset in range(start, end):
            written, wanted = made[offset], right[offset - start]
            artefact = plain(written) != plain(wanted)
            if artefact and not hidden:
                continue
            choice = judge(written, folded, offset, table)
            if not artefact:
                counts["false"] += choice is not None
            else:
                kind = kind_of(written, wanted, phrase, offset - start, in_use)
                counts[kind + ("found" if choice else "missed")] += 1
                counts["right fix"] += choice is not None and plain(choice.right) == plain(wanted)
    return counts


def segments(text: str, kept: dict[str, str], withheld: dict[str, str]) -> Iterator[tuple[int, int, bool]]:
    """The phrases of a text, the longest first as the package takes them, and whether each is withheld."""
    longest = max(map(len, (*kept, *withheld)))
    at = 0
    while at < len(text):
        for length in range(min(longest, len(text) - at), 0, -1):
            word = text[at : at + length]
            if length == 1 or word in kept or word in withheld:
                yield at, at + length, word in withheld
                at += length
                break


def show(name: str, counts: Counter[str]) -> None:
    found, missed = counts["artefact, found"], counts["artefact, missed"]
    used = counts["form in use, found"] + counts["form in use, missed"]
    living = counts["living, found"] + counts["living, missed"]
    print(
        f"{name}: artefacts {found + missed}, found {share(found, found + missed)}"
        + (f", of those in living words {share(counts['living, found'], living)}" if living else "")
        + f"; counting the {used} that good texts write too {share(found, found + missed + used)}"
        + f"; precision {share(found, found + counts['false'])}, right fix {share(counts['right fix'], found)}"
        + (f", right forms reported {counts['right form reported']}" if "right form reported" in counts else "")
    )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def main() -> None:
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    in_use = WordTable([*own_words(), *usage_words()])
    for seed in SEEDS:
        kept, withheld = halves(seed)
        table = WordTable([*kept.values(), *own_words(), *usage_words()])
        show(f"seed {seed}, words", over_words(table, withheld, in_use))
        if texts:
            total: Counter[str] = Counter()
            for text in texts:
                total += over_text(text, table, kept, withheld, in_use)
            show(f"seed {seed}, {sum(map(len, texts)):,} characters of text", total)


if __name__ == "__main__":
    main()
