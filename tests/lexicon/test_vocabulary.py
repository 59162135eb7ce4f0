"""The list of words: what it knows, and that its file is in order."""

from __future__ import annotations

from importlib.resources import files

import pytest
import regex

from speechlint.lexicon.vocabulary import LONGEST, knows, size


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
    sizes = [int(row[0]) for row in rows]
    assert sizes == sorted(set(sizes), reverse=True)
    for row in rows:
        assert row[1:] == sorted(set(row[1:]))
    words = [word for row in rows for word in row[1:]]
    assert len(words) == len(set(words))
    assert not [word for word in words if not regex.fullmatch(rf"[\u4e00-\u9fff]{{2,{LONGEST}}}", word)]
