"""What `rules/index` should hold: of each of our own rules what decides whether it runs, and the words it looks for.

A run reads these files and imports only rules one of whose words stands in a draft. `tools/build_rule_docs.py` writes
them with the rules' pages.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from inspect import getsource
from pathlib import Path

import msgspec

from speechlint.findings.card import card_of
from speechlint.findings.rule import Rule
from speechlint.lexicon.deciding import DECIDING, deciding_by_tables
from speechlint.lexicon.listed import SETS, TRADITIONAL, USUAL, SetRow, shortened
from speechlint.lexicon.literals import Literals, with_besides
from speechlint.lexicon.scripts import folding
from speechlint.plugins.builtin import every_rule
from speechlint.rulepack.index import RULES, row_of

FOLDER = Path("rules/index")


def index_files() -> dict[Path, str]:
    """Each file of the index with the text it should hold."""
    rules = every_rule()
    sets = sorted_sets(rules)
    numbers = {literals: number for number, literals in enumerate(sets)}
    usual, traditional = split(words_of(sets))
    rows = [row_of(card_of(rule), None if rule.triggers is None else numbers[rule.triggers]) for rule in rules]
    beside = [SetRow(place_of(literals), tuple(numbers[other] for other in literals.besides)) for literals in sets]
    signs = "".join(sorted(frozenset("".join(traditional)) & no_simplified()))
    return {
        FOLDER / RULES: row_lines(rows),
        FOLDER / SETS: f'{{"signs": {quoted(signs)}, "sets": {row_lines(beside).rstrip()}}}\n',
        FOLDER / USUAL: word_lines(usual),
        FOLDER / TRADITIONAL: word_lines(traditional, shortened),
        FOLDER / DECIDING: row_lines("".join(sorted(characters)) for characters in deciding_by_tables()),
    }


def place_of(literals: Literals) -> str:
    """The module that makes the set, and its name there: `speechlint.document.masks:SIGNS`; "" for one without name."""
    for name, module in sorted(sys.modules.items()):
        if not name.startswith("speechlint."):
            continue
        for key, value in vars(module).items():
            if value is literals and re.search(rf"^{key}\b[^=\n]*= Literals\(", getsource(module), re.MULTILINE):
                return f"{name}:{key}"
    return ""


def sorted_sets(rules: Sequence[Rule]) -> list[Literals]:
    """All sets, by the rules that ask for them: a new one moves few others."""
    by_rule = [with_besides([rule.triggers]) for rule in rules if rule.triggers is not None]
    return list(dict.fromkeys(literals for sets in by_rule for literals in sets))


def words_of(sets: Iterable[Literals]) -> dict[str, tuple[int, ...]]:
    """Each word with the numbers of the sets that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, literals in enumerate(sets):
        for word in literals.words:
            found[word] = (*found.get(word, ()), number)
    return found


def split(words: dict[str, tuple[int, ...]]) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """The words without and with a character that simplified text does not have."""
    signs = no_simplified()
    usual = {word: numbers for word, numbers in words.items() if signs.isdisjoint(word)}
    return usual, {word: numbers for word, numbers in words.items() if word not in usual}


def no_simplified() -> frozenset[str]:
    """Traditional characters, without those that GB 2312 has too."""
    return frozenset(character for character in map(chr, folding()) if not is_gb2312(character))


def is_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def word_lines(words: dict[str, tuple[int, ...]], shorten: Callable[[list[str]], list[str]] = list) -> str:
    """The words by the sets that have them, a word a line."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for word in sorted(words):
        groups.setdefault(words[word], []).append(word)
    return (
        "[\n" + ",\n".join(group_lines(numbers, shorten(group)) for numbers, group in sorted(groups.items())) + "\n]\n"
    )


def group_lines(numbers: Sequence[int], words: Iterable[str]) -> str:
    return f"[{json.dumps(numbers)},[\n" + ",\n".join(quoted(word) for word in words) + "\n]]"


def quoted(word: str) -> str:
    """The word as JSON; by its code points where it would not be seen."""
    return json.dumps(word, ensure_ascii=not word.isprintable())


def row_lines(rows: Iterable[object]) -> str:
    """An array with a row a line."""
    return "[\n" + ",\n".join(msgspec.json.encode(row).decode() for row in rows) + "\n]\n"
