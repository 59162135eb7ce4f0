"""Text cut into words."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import pytest

from speechlint.lexicon.segmentation import cut, recent_words
from speechlint.lexicon.vocabulary import LONGEST, knows

CASES = [
    ("", []),
    ("的", ["的"]),
    ("加强渔港建设", ["加强", "渔港", "建设"]),
    ("研究生命起源", ["研究", "生命", "起源"]),
    ("把数礁搬走", ["把", "数", "礁", "搬走"]),
    ("推进文旅融合", ["推进", "文旅", "融合"]),
    ("社会主义市场经济", ["社会主义", "市场经济"]),
]


@pytest.mark.parametrize(("run", "words"), CASES)
def test_words(run: str, words: list[str]) -> None:
    assert [run[start:end] for start, end in cut(run)] == words


def test_the_pieces_are_the_whole() -> None:
    run = "龘靐齉" * 50 + "渔港建设" * 50
    pieces = list(cut(run))
    assert "".join(run[start:end] for start, end in pieces) == run
    assert all(left[1] == right[0] for left, right in pairwise(pieces))


def test_recent_words_are_sorted_and_new() -> None:
    text = files("speechlint.lexicon").joinpath("recent_words.txt").read_text(encoding="utf-8")
    words = [line for line in text.split("\n") if not line.startswith("#")]
    assert words.pop() == ""
    assert words == sorted(recent_words())
    assert [word for word in words if knows(word) or not 2 <= len(word) <= LONGEST] == []
