"""The tables of confused words are sorted, unique, free of contradictions, and every example holds."""

from __future__ import annotations

from functools import cache

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.lexicon.automaton import matcher
from speechlint.lexicon.scripts import fold
from speechlint.lexicon.vocabulary import size
from speechlint.testing import read_marks
from speechlint.text.charsets import is_han
from tests.checks.typo_tables import RULES, entries, examples, rows, tables

MARKS = {"doubtful", "taste", "simplified"}
EVERY = [(table, entry) for table in RULES for entry in entries(table)]
MANY = 1500
# A slip so common that the vocabulary took it from the texts it was counted in.
COMMON_SLIPS = {"气侯"}


@cache
def linter(rule: str) -> Linter:
    return Linter(Config(select=(f"typo/{rule}",)))


def source(text: str) -> Source:
    return format_for("draft.txt").reparse(Source("", "draft.txt"), text)


def test_every_table_is_known() -> None:
    assert [path.stem for path in tables()] == sorted(RULES)
    assert len(EVERY) >= MANY


@pytest.mark.parametrize("table", RULES)
def test_table_is_sorted_and_tidy(table: str) -> None:
    lines = rows(table)
    wrongs = [line.split("\t")[0] for line in lines]
    assert wrongs == sorted(wrongs)
    assert [line for line in lines if line != line.strip() or len(line.split("\t")) > 6] == []


def test_no_word_has_two_entries() -> None:
    wrongs = [entry.wrong for _, entry in EVERY]
    assert len(wrongs) == len(set(wrongs))


def test_entries_are_of_one_length_and_simplified() -> None:
    faulty = [
        entry.wrong
        for _, entry in EVERY
        if len(entry.wrong) != len(entry.right)
        or entry.wrong == entry.right
        or fold(entry.wrong) != entry.wrong
        or fold(entry.right) != entry.right
        or not entry.marks <= MARKS
    ]
    assert faulty == []


def test_contexts_come_with_examples() -> None:
    """A condition shows what it is for; an example marks the wrong word alone."""
    faulty = []
    for _, entry in EVERY:
        if (entry.needed or entry.barred) and not (entry.bad and entry.good):
            faulty.append(entry.wrong)
        if bool(entry.bad) != bool(entry.good) or (entry.bad and entry.bad.count(f"⟦{entry.wrong}⟧") != 1):
            faulty.append(entry.wrong)
    assert faulty == []


def test_no_right_word_is_wrong_elsewhere() -> None:
    """What one entry puts right, no other one reports: fixing comes to rest, and no two entries contradict."""
    wrongs = [entry.wrong for _, entry in EVERY if not entry.needed]
    finder = matcher(wrongs)
    faulty = [
        (entry.wrong, entry.right, wrongs[index]) for _, entry in EVERY for _, _, index in finder.scan(entry.right)
    ]
    assert faulty == []


def test_wrong_words_are_no_words() -> None:
    """What texts use may only be wrong among certain neighbours, or as a matter of doubt or taste."""
    faulty = [
        entry.wrong
        for _, entry in EVERY
        if size(entry.wrong) > 0
        and not entry.needed
        and not entry.marks & {"doubtful", "taste"}
        and entry.wrong not in COMMON_SLIPS
    ]
    assert faulty == []


@pytest.mark.parametrize("rule", sorted(set(RULES.values())))
def test_bad_examples_are_found_and_mended(rule: str) -> None:
    failures = []
    for table, entry in EVERY:
        if RULES[table] != rule:
            continue
        text, wanted = read_marks(examples(entry).bad)
        found = linter(rule).check(source(text)).kept
        if tuple(diagnostic.span for diagnostic in found) != wanted:
            failures.append((text, [diagnostic.span.of(text) for diagnostic in found]))
            continue
        mended = fix_source(linter(rule), source(text), Applicability.UNSAFE)
        start, end = wanted[0]
        if mended.source.text != text[:start] + entry.right + text[end:] or mended.report.kept:
            failures.append((text, [mended.source.text]))
    assert failures == []


@pytest.mark.parametrize("rule", sorted(set(RULES.values())))
def test_good_examples_are_left_alone(rule: str) -> None:
    failures = []
    for table, entry in EVERY:
        if RULES[table] != rule:
            continue
        text = examples(entry).good
        found = linter(rule).check(source(text)).kept
        if found:
            failures.append((text, [diagnostic.span.of(text) for diagnostic in found]))
    assert failures == []


def test_examples_are_about_their_entry() -> None:
    """A good example holds the right word, or the wrong one where it is right, and is Chinese."""
    faulty = [
        entry.wrong
        for _, entry in EVERY
        if (entry.good and not {*entry.wrong} & {*entry.good})
        or not all(is_han(character) for character in entry.wrong.replace("“", "").replace("、", ""))
    ]
    assert faulty == []
