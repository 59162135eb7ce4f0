"""Places in the units that both sides agreed on, against the plainest way of counting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from speechlint.server.drafts import Draft
from speechlint.server.positions import Positions
from tests.server.editor import UNITS, applied, offset, position

ENCODINGS = tuple(UNITS)
# What positions stumble over: characters of one to four bytes, and marks that Python takes for line ends.
CHARACTERS = st.sampled_from("a字é𠮷😀\u2028\x0b\x0c\x85　\n")
TEXTS = st.lists(st.one_of(CHARACTERS, st.just("\r\n"), st.just("\r")), max_size=30).map("".join)


def between(text: str, at: int) -> bool:
    """Whether the place is in the middle of `\\r\\n`: no position of the protocol."""
    return text[max(0, at - 1) : at + 1] == "\r\n"


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_every_place_goes_there_and_back(text: str, encoding: str) -> None:
    positions = Positions(text, encoding)
    for at in range(len(text) + 1):
        if not between(text, at):
            assert positions.position(at) == position(text, at, encoding)
            assert offset(text, positions.position(at), encoding) == at
        assert positions.offset(positions.position(at)) == at


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    ("line", "character", "wanted"),
    [(0, 99, 3), (1, 99, 6), (9, 0, 7), (2, 5, 7), (0, 0, 0)],
    ids=["behind a line", "behind the last line with words", "behind the text", "behind its end", "start"],
)
def test_what_lies_behind_an_end_is_that_end(encoding: str, line: int, character: int, wanted: int) -> None:
    assert Positions("𠮷乙丙\n𠮷丁\n", encoding).offset(types.Position(line, character)) == wanted


def test_half_a_character_is_the_place_behind_it() -> None:
    assert Positions("𠮷", "utf-16").offset(types.Position(0, 1)) == 1
    assert Positions("字", "utf-8").offset(types.Position(0, 2)) == 1


def test_one_long_line_is_counted_in_one_pass() -> None:
    """A million characters and ten thousand findings: each place would count the line anew in the plainest way."""
    positions = Positions("字𠮷" * 500_000, "utf-8")
    places = [positions.position(at).character for at in range(0, 1_000_000, 100)]
    assert places == list(range(0, 3_500_000, 350))


CHANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), TEXTS), max_size=4)


@given(TEXTS, CHANGES, st.sampled_from(ENCODINGS))
def test_changes_leave_the_text_that_the_editor_has(
    text: str, changes: list[tuple[int, int, str]], encoding: str
) -> None:
    draft = Draft("file:///a.txt", "plaintext", 1, text, encoding)
    told = []
    for start, length, content in changes:
        start, end = min(start, len(text)), min(start + length, len(text))
        if between(text, start) or between(text, end):
            continue
        where = types.Range(position(text, start, encoding), position(text, end, encoding))
        told.append(types.TextDocumentContentChangePartial(where, content))
        text = applied(text, [types.TextEdit(where, content)], encoding)
    after = draft.changed(told, 2)
    assert (after.text, after.version, draft.version) == (text, 2, 1)


def test_a_change_without_a_place_is_the_whole_text() -> None:
    draft = Draft("file:///a.txt", "plaintext", 1, "旧", "utf-16")
    assert draft.changed([types.TextDocumentContentChangeWholeDocument("新")], 2).text == "新"


def test_an_editor_may_take_away_the_return_that_it_shows() -> None:
    """Vim and its kin show the return of a line that the others have not as a character of that line."""
    draft = Draft("file:///a.txt", "plaintext", 1, "甲乙\r\n丙\n", "utf-8")
    where = types.Range(types.Position(0, 6), types.Position(0, 7))
    assert draft.changed([types.TextDocumentContentChangePartial(where, "")], 2).text == "甲乙\n丙\n"


def test_a_draft_without_a_file_has_the_suffix_of_its_language() -> None:
    names = {
        language: Draft("untitled:Untitled-1", language, 1, "", "utf-16").name for language in ("markdown", "plaintext")
    }
    assert names["markdown"].endswith("untitled.md") and names["plaintext"].endswith("untitled.txt")
