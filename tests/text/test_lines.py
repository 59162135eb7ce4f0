"""Where lines begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.text import lines as lines_module
from speechlint.text.lines import Lines
from speechlint.text.span import Span

TEXTS = st.text(alphabet="甲乙𠮷 \n\r\x0b\x0c\x85\u2028", max_size=40)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("甲", ["甲"]),
        ("甲\n", ["甲", ""]),
        ("甲\r\n乙", ["甲", "乙"]),
        ("甲\r乙\r\r\n", ["甲", "乙", "", ""]),
        ("甲\x0b乙\x0c丙\x85丁\u2028戊", ["甲\x0b乙\x0c丙\x85丁\u2028戊"]),
    ],
)
def test_lines_end_at_three_line_ends_only(text: str, lines: list[str]) -> None:
    assert [span.of(text) for span in Lines(text)] == lines


@given(TEXTS)
def test_lines_and_line_ends_make_up_the_text(text: str) -> None:
    lines = Lines(text)
    rebuilt = ""
    for i, span in enumerate(lines):
        following = lines[i + 1].start if i + 1 < len(lines) else len(text)
        assert "\n" not in span.of(text) and "\r" not in span.of(text)
        assert text[span.end : following] in ("\n", "\r", "\r\n", "")
        rebuilt += text[span.start : following]
    assert rebuilt == text
    assert [lines[i] for i in range(len(lines))] == lines[:]


@given(TEXTS, st.integers(0, 9))
def test_stretches_change_nothing(text: str, size: int) -> None:
    whole = Lines(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_module, "STRETCH", size)
        parts = Lines(text)
    assert (parts.starts, parts.ends) == (whole.starts, whole.ends)


@given(TEXTS, st.data())
def test_location_points_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    row, column = lines.location(offset)
    assert lines.starts[row - 1] + column - 1 == offset
    assert lines.index_of(offset) == row - 1


@given(TEXTS, st.data())
def test_places_are_the_same_in_any_order(text: str, data: st.DataObject) -> None:
    lines = Lines(text)
    for start in data.draw(st.lists(st.integers(0, len(text)), max_size=6)):
        end = data.draw(st.integers(start, len(text)))
        assert lines.area(Span(start, end)) == (*Lines(text).location(start), *Lines(text).location(end))


@given(TEXTS, st.data())
def test_whole_lines_go_with_one_line_end(text: str, data: st.DataObject) -> None:
    lines = Lines(text)
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines) - 1))
    whole = lines.whole(first, last)
    assert whole.covers(Span(lines.starts[first], lines.ends[last]))
    rest = text[: whole.start] + text[whole.end :]
    # A lone \r in front and a \n behind what is deleted would become one line end.
    if "\r" not in text:
        assert len(Lines(rest)) == max(1, len(lines) - (last - first + 1))
