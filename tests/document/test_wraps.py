"""Line ends inside sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.document.columns import find_column
from speechlint.document.seams import first_word, torn_word_at
from speechlint.document.wraps import find_wraps
from tests.document.draft import Draft

LEFT = "今年春旱来得早，全镇上下一条心，白天看渠，夜里守闸，水一滴也没有白流。"


@pytest.mark.parametrize(
    ("left", "right", "word"),
    [
        ("各村召开座", "谈会，说办法。", "座谈会"),
        ("各村要贯彻", "落实方案。", ""),
        ("各村召开大", "会议上说办法。", ""),
        ("各村召开", "座谈会。", ""),
        ("各村有20", "个渠长。", ""),
    ],
)
def test_torn_words(left: str, right: str, word: str) -> None:
    assert torn_word_at(Draft(f"{LEFT}{left}\n{right}"), 0) == word


def test_the_first_word_of_a_line() -> None:
    assert first_word("座谈会上", 0, 4) == "座谈会"
    assert first_word("渠，", 0, 2) == "渠"
    assert first_word("，渠", 0, 2) == ""


def test_a_column() -> None:
    text = f"{LEFT}各村召开座谈会，把办法说了个遍，" * 8 + "完。"
    wrapped = "\n".join(text[at : at + 33] for at in range(0, len(text), 33))
    document = Draft(wrapped)
    column = find_column(document, sorted(document.soft_breaks))
    assert column is not None and column.width == 33
    document = Draft(f"{LEFT}\n{LEFT}")
    assert find_column(document, sorted(document.soft_breaks)) is None


@pytest.mark.parametrize("width", [28, 37, 52])
def test_whole_files_are_marked_as_such(width: int) -> None:
    text = f"{LEFT}各村召开座谈会，把办法说了个遍，" * 8 + "完。"
    wraps = find_wraps(Draft("\n".join(text[at : at + width] for at in range(0, len(text), width))))
    assert wraps and all(wrap.whole for wrap in wraps)


def test_a_paragraph_may_begin_short_by_an_indent_that_was_lost() -> None:
    text = f"{LEFT}各村召开座谈会，把办法说了个遍，" * 8 + "完。"
    wrapped = "\n".join([text[:28], *(text[at : at + 33] for at in range(28, len(text), 33))])
    assert find_wraps(Draft(wrapped))[0].seam.of(wrapped[:29]) == "\n"
    shorter = "\n".join([text[:24], *(text[at : at + 33] for at in range(24, len(text), 33))])
    assert find_wraps(Draft(shorter))[0].seam.start > 24


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="今年春旱，来得早。渠长 　座谈会", min_size=0, max_size=45), max_size=8))
def test_a_seam_is_a_line_end_with_the_blanks_before_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    for wrap in find_wraps(Draft(text)):
        assert wrap.seam.of(text).strip() == ""
        assert wrap.seam.of(text).count("\n") == 1 or wrap.word
        assert wrap.span.start <= wrap.seam.start < wrap.seam.end <= wrap.span.end
