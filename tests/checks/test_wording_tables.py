"""The tables of formulas, anniversaries, organs and offices: sorted, unique, free of contradictions, each row at work."""

from __future__ import annotations

from itertools import combinations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.lexicon.formulas import FORMULAS, Formula
from speechlint.lexicon.foundings import Founding, foundings
from speechlint.lexicon.organs import ORGANS, Organ
from speechlint.lexicon.rule_folder import rules_root
from speechlint.lexicon.scripts import fold
from speechlint.lexicon.set_phrases import SET_PHRASES, SetPhrase
from speechlint.lexicon.wordings import OFFICES, Wording
from speechlint.testing import read_marks

FOLDER = rules_root() / "wording"
FORMULA, CALENDAR, ORGAN = (
    Linter(Config(select=(f"wording/{rule}",))) for rule in ("fixed-formula", "calendar-fact", "organ-name")
)
FEWEST = 100
MARKS = {"loose", "own", "unordered"}


def source(text: str) -> Source:
    return format_for("draft.txt").reparse(Source("", "draft.txt"), text)


def rows(table: str) -> list[str]:
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def listed(formula: Formula, order: list[int]) -> str:
    return "、".join(formula.members[member][0] for member in order)


def name(entry: Formula | Founding | Organ | Wording) -> str:
    if isinstance(entry, Wording):
        return entry.word
    return "|".join(entry.labels if isinstance(entry, Formula) else entry.names)


def offices() -> list[Wording]:
    found = (OFFICES.entry(row.partition("\t")[0]) for row in rows("offices"))
    return [entry for entry in found if entry is not None]


@pytest.mark.parametrize(("table", "cells"), [("formulas", 5), ("foundings", 5), ("organs", 6), ("set-phrases", 2)])
def test_table_is_sorted_and_tidy(table: str, cells: int) -> None:
    lines = rows(table)
    assert lines == sorted(set(lines))
    assert [line for line in lines if line != line.strip() or len(line.split("\t")) != cells or "  " in line] == []


def test_there_are_enough_formulas() -> None:
    assert len(FORMULAS.all) >= FEWEST


@pytest.mark.parametrize("formula", FORMULAS.all, ids=name)
def test_a_formula_is_well_formed(formula: Formula) -> None:
    forms = [form for forms in formula.members for form in forms]
    assert len(formula.members) >= 2
    assert len(forms) == len(set(forms))
    assert all(len(label) >= 2 for label in formula.labels)
    assert all(fold(word) == word for word in (*forms, *formula.labels))
    assert 1900 < formula.since < 2030
    assert formula.until is None or formula.until > formula.since
    assert formula.source
    assert formula.marks <= MARKS


def test_editions_do_not_contradict_each_other() -> None:
    """No two rows of a label have the same members in different orders, unless order is all one to them."""
    faulty = []
    for label in {label for formula in FORMULAS.all for label in formula.labels}:
        for one, other in combinations(FORMULAS.editions(label), 2):
            first, second = (frozenset(forms[0] for forms in formula.members) for formula in (one, other))
            if first == second and not (one.marks & other.marks & {"unordered"}):
                faulty.append(label)
    assert faulty == []


@pytest.mark.parametrize("formula", FORMULAS.all, ids=name)
def test_the_set_itself_is_right(formula: Formula) -> None:
    whole = listed(formula, list(range(len(formula.members))))
    for label in formula.labels:
        for text in (f"“{label}”，即{whole}。", f"落实{whole}“{label}”，渔港要先行。", f"{whole}的{label}。"):
            assert FORMULA.check(source(text)).kept == (), text


@pytest.mark.parametrize("formula", FORMULAS.all, ids=name)
def test_another_order_is_found_and_mended(formula: Formula) -> None:
    order = list(range(len(formula.members)))
    text = f"“{formula.labels[0]}”，即{listed(formula, [*order[:-2], order[-1], order[-2]])}。"
    found = FORMULA.check(source(text)).kept
    if "unordered" in formula.marks:
        assert found == ()
        return
    assert [diagnostic.rule for diagnostic in found] == ["wording/fixed-formula"]
    mended = fix_source(FORMULA, source(text), Applicability.UNSAFE)
    assert mended.source.text == f"“{formula.labels[0]}”，即{listed(formula, order)}。"


@pytest.mark.parametrize(
    "formula", [each for each in FORMULAS.all if each.counted and not each.marks & {"unordered"}], ids=name
)
def test_a_missing_member_is_found_where_the_number_is_known(formula: Formula) -> None:
    whole = list(range(len(formula.members)))
    text = f"“{formula.labels[0]}”，即{listed(formula, whole[:-1])}。"
    found = FORMULA.check(source(text)).kept
    whole_too = any(edition.members == formula.members[:-1] for edition in FORMULAS.editions(formula.labels[0]))
    assert bool(found) is (len(whole) > 2 and not whole_too)


@pytest.mark.parametrize("formula", [each for each in FORMULAS.all if "own" in each.marks], ids=name)
def test_a_list_of_its_own_needs_no_label(formula: Formula) -> None:
    order = list(range(len(formula.members)))
    assert FORMULA.check(source(f"要把{listed(formula, order)}说清楚。")).kept == ()
    assert FORMULA.check(source(f"先讲{listed(formula, order[1:])}，再讲别的。")).kept == ()
    turned = listed(formula, [order[-1], *order[:-1]])
    text = f"要把{turned}说清楚。"
    assert [each.span.of(text) for each in FORMULA.check(source(text)).kept] == [turned]


def test_no_two_lists_have_the_same_key() -> None:
    assert len(FORMULAS.keys.words) >= len([each for each in FORMULAS.all if "own" in each.marks])


@pytest.mark.parametrize("phrase", SET_PHRASES.all, ids=lambda phrase: phrase.parts[0])
def test_parts_of_a_phrase_keep_their_places(phrase: SetPhrase) -> None:
    whole, turned = "、".join(phrase.parts), "，".join(reversed(phrase.parts))
    assert FORMULA.check(source(f"牢记“{whole}”。")).kept == ()
    text = f"牢记“{turned}”。"
    assert [diagnostic.span.of(text) for diagnostic in FORMULA.check(source(text)).kept] == [turned]
    mended = fix_source(FORMULA, source(text), Applicability.UNSAFE).source.text
    assert mended == f"牢记“{whole}”。".replace("、", "，")


def test_no_two_phrases_have_the_same_parts() -> None:
    assert len({frozenset(phrase.parts) for phrase in SET_PHRASES.all}) == len(SET_PHRASES.all)


def test_every_event_has_its_own_names() -> None:
    names = [each for founding in foundings() for each in founding.names]
    assert len(names) == len(set(names))
    assert all(1800 < founding.year < 2030 and founding.source for founding in foundings())


@pytest.mark.parametrize("founding", foundings(), ids=name)
def test_examples_of_an_event(founding: Founding) -> None:
    text, wanted = read_marks(founding.bad)
    assert tuple(diagnostic.span for diagnostic in CALENDAR.check(source(text)).kept) == wanted
    assert CALENDAR.check(source(founding.good)).kept == ()
    assert fix_source(CALENDAR, source(text), Applicability.UNSAFE).source.text == founding.good


def test_no_organ_is_called_by_the_old_name_of_another() -> None:
    old = [each for organ in ORGANS.all for each in organ.names]
    assert len(old) == len(set(old))
    assert all(fold(word) == word for word in old)
    assert all(list(organ.stages) == sorted(organ.stages) and organ.source for organ in ORGANS.all)


@pytest.mark.parametrize("organ", ORGANS.all, ids=name)
def test_an_old_name_is_wrong_from_its_month_on(organ: Organ) -> None:
    first, last = organ.stages[0], organ.stages[-1]
    for old in organ.names:
        for year, wanted in ((first.year - 1, ()), (2025, (old,))):
            text = f"渔港和{old}签了协议。\n{year}年1月8日"
            assert tuple(each.span.of(text) for each in ORGAN.check(source(text)).kept) == wanted
        if organ.local:
            continue
        mended = fix_source(ORGAN, source(text), Applicability.UNSAFE)
        assert mended.source.text == f"渔港和{last.name}签了协议。\n2025年1月8日"
        assert mended.report.kept == ()


def test_offices_are_sorted_and_have_examples() -> None:
    lines = rows("offices")
    words = [entry.word for entry in offices()]
    assert lines == sorted(lines)
    assert len(words) == len(set(words)) == len(lines)
    assert [entry.word for entry in offices() if (entry.where.needed or entry.where.barred) and not entry.good] == []


@pytest.mark.parametrize("entry", offices(), ids=name)
def test_examples_of_an_office(entry: Wording) -> None:
    text, wanted = read_marks(entry.bad or f"会上，⟦{entry.word}⟧讲了渔港的事。")
    assert tuple(diagnostic.span for diagnostic in ORGAN.check(source(text)).kept) == wanted
    assert ORGAN.check(source(entry.good or f"会上，{entry.rights[0]}讲了渔港的事。")).kept == ()
    assert fix_source(ORGAN, source(text), Applicability.UNSAFE).report.kept == ()
