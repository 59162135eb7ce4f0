"""The table of fixed sets: how a row is read."""

from __future__ import annotations

from speechlint.lexicon.formulas import FORMULAS


def test_a_row_has_its_cells() -> None:
    (formula,) = FORMULAS.editions("四个意识")
    assert formula.members == (
        ("政治意识", "政治"), ("大局意识", "大局"), ("核心意识", "核心"), ("看齐意识", "看齐"),
    )  # fmt: skip
    assert (formula.since, formula.until, formula.tail, formula.counted) == (2016, None, "意识", True)
    assert formula.forms[0] == ("政治意识", 0)
    assert FORMULAS.keyed("政治意识") == formula


def test_a_label_may_have_several_editions() -> None:
    earlier, later = sorted(FORMULAS.editions("四个全面"), key=lambda formula: formula.since)
    assert (earlier.until, later.until) == (2020, None)
    assert earlier.members[0] != later.members[0]


def test_what_is_no_label_has_none() -> None:
    assert FORMULAS.editions("三船一港") == ()
    assert FORMULAS.keyed("船员意识") is None
