"""The words of its own that a draft uses, and those that it does not."""

from __future__ import annotations

import pytest

from speechlint.document.model import Document
from speechlint.document.unusual_words import Place, find_unusual_words
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from speechlint.text.span import Span


def document(text: str, filename: str = "draft.txt") -> Document:
    return Document(format_for(filename).reparse(Source("", filename), text))


def found(*texts: str, fewest: int = 2) -> list[tuple[str, int]]:
    words = find_unusual_words([document(text) for text in texts], fewest)
    return [(word.text, len(word.places)) for word in words]


CASES = [
    # A coinage, told by what varies round it.
    ("建好螺屿站，螺屿的用处多。看护螺屿！", [("螺屿", 3)]),
    # It is the longer word where it never stands without the rest.
    ("建好螺屿站，看护螺屿站。", [("螺屿站", 2)]),
    # Once is no habit.
    ("建好螺屿站，大家看护。", []),
    # Words that lists know, particles, and what stands beside them.
    ("加强渔港建设，渔港的建设，抓好渔港建设。", []),
    ("要抓，要办，也要管；先抓，再办，也管。", []),
    # Between two words: no word of its own, since the same always stands beside it.
    ("我们的礁石边站着人，他们的礁石边站着鸟。", []),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words(text: str, words: list[tuple[str, int]]) -> None:
    assert found(text) == words


def test_a_name_is_told_by_its_title_and_found_without() -> None:
    text = "请邵柳生同志发言。邵柳生说，船修好了。"
    (word,) = find_unusual_words([document(text)], 2)
    assert (word.text, word.is_name) == ("邵柳生", True)
    assert word.places == (Place(0, Span(1, 4)), Place(0, Span(9, 12)))


def test_everybody_knows_some_names() -> None:
    assert found("学习雷锋同志，像雷锋同志那样做。") == []


def test_several_documents_are_counted_together() -> None:
    first, second = "建好螺屿站。", "看护螺屿。"
    assert found(first) == []
    assert found(first, second) == [("螺屿", 2)]
    (word,) = find_unusual_words([document(first), document(second)], 2)
    assert word.places == (Place(0, Span(2, 4)), Place(1, Span(2, 4)))


def test_how_often() -> None:
    text = "建好螺屿站，螺屿的用处多。看护螺屿！"
    assert found(text, fewest=3) == [("螺屿", 3)]
    assert found(text, fewest=4) == []


def test_traditional_words_are_given_as_they_are_written() -> None:
    assert found("建好螺嶼站，螺嶼的用處多。看護螺嶼！") == [("螺嶼", 3)]


def test_words_of_the_other_side_are_usual() -> None:
    assert found("計畫經費，這項計畫。依計畫辦理，網際網路的計畫。") == []


def test_code_is_no_prose() -> None:
    text = "建好螺屿。\n\n```\n螺屿螺屿\n```\n"
    assert find_unusual_words([document(text, "draft.md")], 2) == ()


def test_an_empty_draft() -> None:
    assert found("") == []
    assert find_unusual_words([], 2) == ()
