"""Fixes: which are chosen, in which order nothing depends, and when they stop."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from speechlint.config.schema import Config
from speechlint.engine.fix import choose, fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix, apply_edits
from speechlint.formats.source import Source
from speechlint.text.span import Span
from tests.toys import Swap, catalogue_of

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY


def finding(
    *edits: tuple[int, int, str],
    rule: str = "toy/a",
    applicability: Applicability = SAFE,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    fix = Fix("改", tuple(Edit(Span(a, b), content) for a, b, content in edits), applicability)
    return Diagnostic(rule, fix.span, "坏", severity, fix)


CHOICES = [
    ("disjoint fixes go in together", [finding((0, 1, "甲")), finding((2, 3, "乙"))], [0, 1]),
    ("replacements may touch", [finding((0, 1, "甲")), finding((1, 2, "乙"))], [0, 1]),
    ("an insertion at the edge of a taken stretch waits", [finding((0, 2, "")), finding((2, 2, "乙"))], [0]),
    ("an insertion before a replacement keeps it waiting", [finding((2, 2, "甲")), finding((2, 3, "乙"))], [0]),
    ("two insertions at one place: one waits", [finding((2, 2, "甲")), finding((2, 2, "乙"), rule="toy/b")], [0]),
    ("the leftmost wins", [finding((1, 4, "甲")), finding((0, 2, "乙"))], [1]),
    ("then the shortest", [finding((0, 4, "甲")), finding((0, 2, "乙"))], [1]),
    ("then the rule's id", [finding((0, 2, "甲"), rule="toy/b"), finding((0, 2, "乙"), rule="toy/a")], [1]),
    ("all edits of a fix or none", [finding((0, 1, "甲"), (5, 6, "乙")), finding((5, 7, "丙"))], [0]),
    ("inside another's gap is no conflict", [finding((0, 1, "甲"), (5, 6, "乙")), finding((2, 3, "丙"))], [0, 1]),
    ("unsafe is not safe", [finding((0, 1, "甲"), applicability=UNSAFE)], []),
    ("a suggestion is never applied", [finding((0, 1, "甲"), applicability=DISPLAY)], []),
    ("nor is the fix of a hint", [finding((0, 1, "甲"), severity=Severity.HINT)], []),
]


@pytest.mark.parametrize(("why", "found", "wanted"), CHOICES, ids=[why for why, _, _ in CHOICES])
def test_choose(why: str, found: list[Diagnostic], wanted: list[int]) -> None:
    for order in permutations(found):
        assert set(map(id, choose(order, SAFE))) == {id(found[i]) for i in wanted}


def test_fix_of_a_hint_is_applied_where_its_rule_is_named() -> None:
    hint = finding((0, 1, "甲"), severity=Severity.HINT)
    assert choose([hint], SAFE, frozenset({"toy/a"})) == [hint]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.sampled_from(["", "甲", "乙乙"])), max_size=8))
def test_chosen_edits_are_disjoint_whatever_comes(places: list[tuple[int, int, str]]) -> None:
    found = [
        finding((start, start + length, content), rule=f"toy/{i}") for i, (start, length, content) in enumerate(places)
    ]
    chosen = choose(found, SAFE)
    spans = sorted(diagnostic.span for diagnostic in chosen)
    assert all(a.end <= b.start and not (a.end == b.start and (a.empty or b.empty)) for a, b in pairwise(spans))
    assert chosen == choose(reversed(found), SAFE)


def run(text: str, *rules: Swap, level: Applicability = SAFE) -> tuple[str, tuple[str, ...], int]:
    outcome = fix_source(Linter(Config(), catalogue=catalogue_of(*rules)), Source(text), level)
    return outcome.source.text, outcome.unsettled, len(outcome.applied)


ROAD = [
    ("one round", "坏人坏事", [Swap("toy/a", "坏", "好")], ("好人好事", (), 2)),
    ("a chain takes rounds", "甲", [Swap("toy/a", "甲", "乙"), Swap("toy/b", "乙", "丙")], ("丙", (), 2)),
    ("a circle is not written", "甲", [Swap("toy/a", "甲", "乙"), Swap("toy/b", "乙", "甲")], ("甲", ("toy/b",), 0)),
    ("growth is not written", "甲", [Swap("toy/a", "甲", "甲甲")], ("甲", ("toy/a",), 0)),
    (
        "overlapping fixes take turns",
        "甲乙丙",
        [Swap("toy/a", "甲乙", "乙"), Swap("toy/b", "乙丙", "丁")],
        ("丁", (), 2),
    ),
    ("line ends are the file's own", "甲\r\n坏", [Swap("toy/a", "坏", "好\n好")], ("甲\r\n好\r\n好", (), 1)),
]


@pytest.mark.parametrize(("why", "text", "rules", "wanted"), ROAD, ids=[row[0] for row in ROAD])
def test_road(why: str, text: str, rules: list[Swap], wanted: tuple[str, tuple[str, ...], int]) -> None:
    assert run(text, *rules) == wanted


def test_many_touching_deletions_are_one_round() -> None:
    text = "坏\n" * 5000
    assert run(text, Swap("toy/a", "坏\n", "")) == ("", (), 5000)


def test_edits_change_nothing_else() -> None:
    assert (
        apply_edits("一二三四", [Edit(Span(0, 0), "〇"), Edit(Span(1, 2), ""), Edit(Span(4, 4), "五")]) == "〇一三四五"
    )


@pytest.mark.parametrize("edits", [(), ((2, 3), (0, 1)), ((0, 2), (1, 3)), ((3, 2),)])
def test_faulty_fixes_are_refused(edits: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError):
        Fix("改", tuple(Edit(Span(*span), "") for span in edits), SAFE)
