"""Excerpts: the draft's own words, within the room there is, the marked ones always among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.reporters.cells import cells
from speechlint.reporters.excerpt import Excerpt, excerpt
from speechlint.text.lines import Lines
from speechlint.text.span import Span

LONG = "　　" + "各队按时出发，" * 30 + "★★" + "沿途做好登记。" * 30


def of(marked: str, room: int = 30, ambiguous: int = 1) -> Excerpt:
    """The excerpt for the words between ⟦ and ⟧."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    lines = Lines(text)
    return excerpt(text, Span(start, end), lines[lines.index_of(start)], room, ambiguous)


CASES = [
    ("a line that fits", "在⟦X⟧市召开", 30, ("在", "X", "市召开")),
    ("without its indent", "甲\n　　在⟦X⟧市\n乙", 30, ("在", "X", "市")),
    ("the indent itself", "　⟦　⟧在", 30, ("", "　", "在")),
    ("an insertion point", "在⟦⟧市", 30, ("在", "", "市")),
    ("an insertion point at the end", "在市⟦⟧", 30, ("在市", "", "")),
    ("a line end", "在市⟦\n⟧召开", 30, ("在市", "⏎", "")),
    ("several lines", "在⟦市\n镇\n县⟧里", 30, ("在", "市⏎", "")),
    ("control characters", "\x1b在⟦\x07⟧\u202e市", 30, ("\\x1b在", "\\x07", "\\u202e市")),
    ("cut on both sides", "一二三四五六七八九⟦十⟧一二三四五六七八九", 16, ("…七八九", "十", "一二三…")),
    ("cut on the right alone", "二⟦十⟧一二三四五六七八九", 16, ("二", "十", "一二三四五…")),
    ("cut on the left alone", "一二三四五六七八九⟦十⟧一", 16, ("…五六七八九", "十", "一")),
    ("marked words that are too many", "甲⟦一二三四五六七八九十一二三四五六七八九十⟧乙", 20, ("甲", "一二三四…十", "乙")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "room", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_excerpt(marked: str, room: int, wanted: tuple[str, str, str]) -> None:
    assert of(marked, room) == wanted


@given(
    st.text("汉字Xx，。“”…—①\t\n\x1b𠮷é ", max_size=80),
    st.integers(0, 80),
    st.integers(0, 80),
    st.integers(20, 60),
    st.sampled_from([1, 2]),
)
def test_it_never_takes_more_than_its_room(text: str, one: int, other: int, room: int, ambiguous: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    lines = Lines(text)
    found = excerpt(text, Span(start, end), lines[lines.index_of(start)], room, ambiguous)
    assert cells("".join(found), ambiguous) <= room + 4  # an escape in the middle may stand over
    assert not any(character < " " for part in found for character in part)
    assert bool(found.marked) == (start < end)


def test_a_line_of_megabytes_costs_no_more_than_a_short_one() -> None:
    text = "甲" * 5_000_000
    line = Span(0, len(text))
    for start in range(0, len(text), 5_000):
        assert len("".join(excerpt(text, Span(start, start + 4_000_000), line, 60))) < 60
