"""Tables of confused words: how a row is read, and what its contexts ask for."""

from __future__ import annotations

import pytest

from speechlint.lexicon.confusions import CONFUSABLE, ZUO_ZUO, Beside, Confusion, Confusions


def test_an_entry_has_its_cells() -> None:
    entry = CONFUSABLE.entry("即定")
    assert entry is not None
    assert (entry.right, entry.marks, bool(entry.needed), bool(entry.bad)) == ("既定", frozenset(), True, True)
    assert CONFUSABLE.entry("部署") is None
    assert ZUO_ZUO.entry("做为") is not None


def test_the_words_are_those_of_all_tables() -> None:
    assert "再接再励" in Confusions("idioms").words.words
    assert {"部暑", "再接再励", "已任"} <= set(CONFUSABLE.words.words)
    assert "部暑" not in ZUO_ZUO.words.words


@pytest.mark.parametrize(
    ("text", "befores", "afters", "wanted"),
    [
        ("为已任，", ("为",), ("。",), True),
        ("为已任", ("为",), ("。",), True),
        ("为已任命", ("为",), ("。",), False),
        ("已任，", ("。",), (), True),
        ("他已任，", ("。",), (), False),
        ("他已任，", (), (), True),
        ("来已任的", ("来", "去"), ("的", "了"), True),
    ],
)
def test_beside(text: str, befores: tuple[str, ...], afters: tuple[str, ...], wanted: bool) -> None:
    start = text.index("已任")
    assert Beside(befores, afters).fits(text, start, start + 2) is wanted


def test_a_barred_context_outweighs_a_needed_one() -> None:
    entry = Confusion("自已", "自己", (Beside((), ("的",)),), (Beside(("来",), ()),))
    assert entry.fits("我自已的", 1, 3)
    assert not entry.fits("来自已的", 1, 3)
    assert not entry.fits("我自已有", 1, 3)


def test_a_row_is_the_same_however_it_is_looked_up() -> None:
    table = Confusions("idioms", "senses", "words")
    rows = dict(table._rows)
    asked = [*list(rows)[::40], "", "#", "# ", "没有这个词", "\t", "\n", "\ud800", next(iter(rows.values()))[:-1]]
    for wrong in asked:
        table._asked = 0
        assert table._row(wrong) == rows.get(wrong), wrong
