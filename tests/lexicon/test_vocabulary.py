"""The list of words: what it knows, and that its file is in order."""

from __future__ import annotations

from importlib.resources import files

import pytest
import regex

from speechlint.lexicon import vocabulary
from speechlint.lexicon.vocabulary import LONGEST, knows, size, sizes


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("落实", True),
        ("座谈", True),
        ("劳动模范", True),
        ("能务", False),
        ("的是", False),
        ("", False),
        ("工", False),
        ("落實", False),
    ],
)
def test_knows(word: str, known: bool) -> None:
    assert knows(word) is known


def test_common_words_are_larger() -> None:
    assert size("工作") > size("调研") > size("斟酌") >= 0 > size("作工调")


def test_the_file_is_sorted_and_holds_each_word_once() -> None:
    lines = files("speechlint.lexicon").joinpath("vocabulary.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ") for line in lines if not line.startswith("#")]
    heads = [head for head, *_ in rows]
    assert heads == sorted(set(heads))
    for _, *row in rows:
        places = [at for at, part in enumerate(row) if part.isdecimal()]
        assert places[0] == 0
        assert [int(row[at]) for at in places] == sorted({int(row[at]) for at in places}, reverse=True)
        for start, end in zip(places, [*places[1:], len(row)], strict=True):
            assert row[start + 1 : end] == sorted(set(row[start + 1 : end])) != []
    words = [head + part for head, *row in rows for part in row if not part.isdecimal()]
    assert len(words) == len(set(words))
    assert not [word for word in words if not regex.fullmatch(rf"[\u4e00-\u9fff]{{2,{LONGEST}}}", word)]


def test_all_words_together() -> None:
    every = sizes()
    assert len(every) > 100_000
    assert all(size(word) == every[word] for word in ("应当", "落实", "一帆风顺"))
    assert min(every.values()) == 0


def test_a_row_is_the_same_however_it_is_looked_up() -> None:
    rows = vocabulary._Rows()
    heads = [*rows.every][::20]
    assert heads
    for head in [*heads, *map(str.encode, ("", "#", "?", "a", "é", "。", "\uffff", "\U00020000"))]:
        rows._asked = 0
        assert rows.of(head) == rows.every.get(head, b""), head


@pytest.mark.parametrize("asked", [vocabulary.FEW, vocabulary.FEW + 1])
def test_after_some_questions_nothing_is_looked_for_any_more(asked: int) -> None:
    rows = vocabulary._Rows()
    head, row = next(iter(rows.every.items()))
    rows._asked, rows._data = asked, b""
    assert rows.of(head) == row
