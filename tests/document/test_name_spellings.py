"""One name in two forms of a character: which of the two is told, and who are two people."""

from __future__ import annotations

import pytest

from speechlint.document.name_spellings import find_other_spellings
from speechlint.lexicon.name_glyphs import name_forms
from tests.document.draft import Draft

CASES = [
    ("县委书记周建国主持会议。周建国讲完，周建囯又讲。", [("周建国", "周建囯")]),
    ("县委书记周建囯主持会议。周建国讲完，周建国又讲。", [("周建国", "周建囯")]),
    ("县委书记周建囯主持会议。散会以后，周建国又讲。", [("周建国", "周建囯")]),
    ("县委书记周建圀主持会议。散会以后，周建囯又讲。", [("周建圀", "周建囯")]),
    ("县委书记周建囯主持会议。周建囯讲完，周建国又讲。", [("周建囯", "周建国")]),
    ("請陳國峰局長先講，再請陳國峯講。", [("陳國峰", "陳國峯")]),
    ("县委书记周建国、县长周建囯出席会议。", []),
    ("县委书记周建国主持会议。周建囯讲完，周建国又讲，周建囯又讲。", []),
    ("县委书记周建国主持会议。周建果又讲，囯字是旧时的写法。", []),
    ("陈峰书记讲完，陈峯接着讲。", []),
    ("周建国和周建囯都到了。", []),  # nobody of whom a title says that it is a name
]


@pytest.mark.parametrize(("text", "found"), CASES, ids=[case[0] for case in CASES])
def test_other_spellings(text: str, found: list[tuple[str, str]]) -> None:
    assert [(usual, span.of(text)) for usual, span in find_other_spellings(Draft(text))] == found


def test_each_form_knows_the_others() -> None:
    forms = name_forms()
    assert forms["国"] == "囯圀"
    assert all(character in forms[other] for character, others in forms.items() for other in others)
