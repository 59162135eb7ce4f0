"""The tables of wording are sorted, unique, free of contradictions, and every example holds."""

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
from speechlint.lexicon.wordings import GAP, Wording, Wordings, table_rows
from speechlint.testing import read_marks
from tests.checks.typo_tables import RULES as TYPO_TABLES
from tests.checks.typo_tables import entries as typo_entries

RULES = {
    "collocations": "collocation",
    "measures": "measure-word",
    "redundant": "redundant-wording",
    "variants": "recommended-variant",
}
MANY = {"collocations": 150, "measures": 200, "redundant": 80, "variants": 338}
# Sentences in which the entries without examples are tried.
CARRIER = "会上说了，{}，大家听得明白。"


@cache
def entries(table: str) -> tuple[Wording, ...]:
    wordings = Wordings(table)
    found = (wordings.entry(row.partition("\t")[0]) for row in table_rows(table))
    return tuple(entry for entry in found if entry is not None)


@cache
def linter(table: str) -> Linter:
    return Linter(Config(select=(f"wording/{RULES[table]}",)))


def source(text: str) -> Source:
    return format_for("draft.txt").reparse(Source("", "draft.txt"), text)


def cases(table: str) -> list[tuple[str, str, str]]:
    """For each entry, or each pair of words: a text with the wrong one in ⟦ ⟧, the mended text, and a right one."""
    found = []
    for entry in entries(table):
        right = entry.rights[0]
        if table == "collocations":
            wholes = [(f"{verb}{entry.word}", f"{right}{entry.word}") for verb in entry.note.split()]
        elif table == "measures":
            wholes = [(f"三{measure}{entry.word}", f"三{right}{entry.word}") for measure in entry.note.split()]
        elif GAP in entry.word:
            wholes = [(entry.word.replace(GAP, "乡亲们"), right.replace(GAP, "乡亲们"))]
        else:
            wholes = [(entry.word, right)]
        for wrong, mended in wholes:
            good = entry.good or CARRIER.format(mended)
            if entry.bad:
                marked = read_marks(entry.bad)[0]
                found.append((entry.bad, marked.replace(wrong, mended, 1), good))
            else:
                found.append((CARRIER.format(f"⟦{wrong}⟧"), CARRIER.format(mended), good))
    return found


@pytest.mark.parametrize("table", RULES)
def test_table_is_sorted_and_tidy(table: str) -> None:
    rows = table_rows(table)
    words = [row.split("\t")[0] for row in rows]
    assert words == sorted(set(words))
    assert [row for row in rows if row != row.strip() or len(row.split("\t")) > 6] == []
    assert [entry.word for entry in entries(table) if fold(entry.word) != entry.word] == []
    assert [entry.word for entry in entries(table) if "" in entry.rights or entry.word in entry.rights] == []
    assert len(cases(table)) >= MANY[table]


def test_variants_are_words_of_one_length_from_a_source() -> None:
    faulty = [
        entry.word
        for entry in entries("variants")
        if len(entry.rights) != 1
        or len(entry.rights[0]) != len(entry.word)
        or entry.note.split()[0] not in ("gf", "cd")
    ]
    assert faulty == []


def test_nothing_recommended_is_reported_elsewhere() -> None:
    """Fixing comes to rest, and no two tables contradict: nor do these and the tables of typos."""
    advised = [
        (entry.word, right) for table in ("variants", "redundant") for entry in entries(table) for right in entry.rights
    ]
    reported = [
        *(entry.word for table in ("variants", "redundant") for entry in entries(table) if not entry.where.needed),
        *(entry.wrong for table in TYPO_TABLES for entry in typo_entries(table) if not entry.needed),
    ]
    finder = matcher(reported)
    assert [(word, right, reported[at]) for word, right in advised for _, _, at in finder.scan(right)] == []


def test_no_word_is_both_an_error_and_a_hint() -> None:
    wrongs = [entry.wrong for table in TYPO_TABLES for entry in typo_entries(table)]
    finder = matcher(wrongs)
    here = [entry.word for table in ("variants", "redundant") for entry in entries(table)]
    assert [(word, wrongs[at]) for word in here for _, _, at in finder.scan(word)] == []


def test_right_measures_and_verbs_are_not_wrong_ones() -> None:
    both = (*entries("measures"), *entries("collocations"))
    assert [entry.word for entry in both if {*entry.rights} & {*entry.note.split()}] == []


@pytest.mark.parametrize("table", RULES)
def test_contexts_come_with_examples(table: str) -> None:
    faulty = [
        entry.word
        for entry in entries(table)
        if (any(entry.where) and not (entry.bad and entry.good)) or bool(entry.bad) != bool(entry.good)
    ]
    assert faulty == []


@pytest.mark.parametrize("table", RULES)
def test_every_entry_is_found_and_mended(table: str) -> None:
    failures = []
    for marked, mended, good in cases(table):
        text, wanted = read_marks(marked)
        found = linter(table).check(source(text)).kept
        outcome = fix_source(linter(table), source(text), Applicability.UNSAFE).source.text
        if tuple(diagnostic.span for diagnostic in found) != wanted or outcome != mended:
            failures.append((marked, [diagnostic.span.of(text) for diagnostic in found], outcome))
        if linter(table).check(source(good)).kept:
            failures.append((good, [], ""))
    assert failures == []


def test_no_other_rule_reports_a_variant() -> None:
    """What is a matter of form here is no slip to the rules that weigh characters."""
    others = Linter(Config(preset="strict", select=("typo", "script", "consistency")))
    reported = []
    for marked, _, _ in cases("variants"):
        text, (wanted,) = read_marks(marked)
        reported += [
            (wanted.of(text), diagnostic.rule)
            for diagnostic in others.check(source(text)).kept
            if diagnostic.span.start < wanted.end and wanted.start < diagnostic.span.end
        ]
    assert reported == []
