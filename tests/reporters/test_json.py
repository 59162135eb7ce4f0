"""What is written piece by piece is what json would write of the whole."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.report import FileReport
from speechlint.formats.source import Block, Source
from speechlint.reporters.json import encode, filled
from speechlint.reporters.visible import HIDDEN
from speechlint.text.span import Span
from tests.reporters.formats import NASTY, fix, nasty_run, plain_run, run_of, written

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters()) | st.sampled_from(NASTY),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def plainly(value: Any, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(f"[{HIDDEN}]", lambda match: json.dumps(match[0])[1:-1], text)


@pytest.mark.parametrize("suppressed", [False, True])
@pytest.mark.parametrize("run", [plain_run, nasty_run])
def test_a_line_is_what_json_writes(run: Any, suppressed: bool) -> None:
    lines = written("jsonl", run(show_suppressed=suppressed)).splitlines()
    assert len(lines) > 2
    assert lines == [plainly(json.loads(line)) for line in lines]
    assert written("json", run(show_suppressed=suppressed)) == "[\n  " + ",\n  ".join(lines) + "\n]\n"


def test_places_of_a_finding_over_several_lines() -> None:
    text = "甲𠮷\r\n乙\n丙丁\n"
    over = Diagnostic("toy/over", Span(1, 7), "跨行", Severity.ERROR, fix(0, 8, "戊"), (fix(7, 8, ""), fix(1, 7, "己")))
    blocks = (Block(0, 1, "body"), Block(6, 1, "footnote"))
    report = FileReport(Source(text, "a.docx", blocks=blocks), (over,))
    value = json.loads(written("jsonl", run_of(report)))
    assert value["paragraph"] == 1 and value["text"] == text[1:7]
    assert [value["location"], value["end_location"]] == [{"row": 1, "column": 2}, {"row": 3, "column": 2}]
    edits = [each["edits"][0] for each in (value["fix"], *value["suggestions"])]
    assert [(edit["location"]["row"], edit["location"]["column"]) for edit in edits] == [(1, 1), (3, 2), (1, 2)]
    assert [(edit["end_location"]["row"], edit["end_location"]["column"]) for edit in edits] == [(3, 3), (3, 3), (3, 2)]


@given(VALUES, st.sampled_from((0, 2)))
def test_encoded_as_json_does(value: Any, indent: int) -> None:
    assert encode(value, indent) == plainly(value, indent or None)


@given(st.lists(VALUES, max_size=4), st.sampled_from((0, 2)))
def test_filled_is_the_whole(items: list[Any], indent: int) -> None:
    pieces = filled({"甲": "[]", "乙": []}, items, indent, depth=4)
    assert "".join(pieces) == plainly({"甲": "[]", "乙": items}, indent or None) + "\n"
