"""A baseline hides what was known, wherever it moves, and nothing that is new."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from speechlint.engine.baseline import Baseline, baseline_of, baseline_text
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fingerprint import ENOUGH, REACH
from speechlint.findings.report import FileReport
from speechlint.formats.source import Source
from speechlint.text.span import Span

ROOT = Path("/drafts")
WORD = "坏"
PROSE = st.text(alphabet="渔港整治顺利各村按期完工，。的在了", min_size=ENOUGH + 2, max_size=30)
NEWLINES = st.sampled_from(["\n", "\r\n", "\n\n"])


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Some with a finding or several, some without; some of them the same."""
    few = draw(st.lists(PROSE, min_size=1, max_size=4))
    found = []
    for _ in range(draw(st.integers(1, 8))):
        pieces = draw(st.lists(st.sampled_from(few), min_size=1, max_size=4))
        found.append(WORD.join(pieces))
    return found


def report(lines: list[str], path: str = "a.txt", newline: str = "\n") -> FileReport:
    text = newline.join(lines) + newline
    places = [i for i, character in enumerate(text) if character == WORD]
    found = tuple(Diagnostic("toy/bad", Span(i, i + 1), WORD, Severity.ERROR) for i in places)
    return FileReport(Source(text, str(ROOT / path)), found)


def known(lines: list[str]) -> Baseline:
    return baseline_of([report(lines)], ROOT)


def new(baseline: Baseline, lines: list[str], newline: str = "\n") -> int:
    """How many findings are reported."""
    before = report(lines, newline=newline)
    after = baseline.apply(before)
    assert sorted((*after.kept, *after.baselined), key=lambda one: one.sort_key) == list(before.kept)
    return len(after.kept)


@given(paragraphs(), st.randoms(use_true_random=False), NEWLINES, st.lists(PROSE, max_size=3))
def test_paragraphs_may_move(lines: list[str], chance, newline: str, more: list[str]) -> None:  # type: ignore[no-untyped-def]
    moved = [*lines, *more]
    chance.shuffle(moved)
    assert new(known(lines), moved, newline) == 0


@given(paragraphs(), st.data())
def test_every_further_finding_is_new(lines: list[str], data: st.DataObject) -> None:
    """Even one that looks the same as what was known."""
    count = sum(line.count(WORD) for line in lines)
    more = data.draw(st.lists(st.sampled_from([*lines, WORD]), max_size=3))
    added = sum(line.count(WORD) for line in more)
    assert new(known(lines), [*lines, *more]) >= added
    assert new(known(lines), [*more, *lines]) >= added
    assert count + added - new(known(lines), [*lines, *more]) <= count


@given(PROSE, PROSE, PROSE)
def test_an_edit_beside_a_finding_leaves_it_known(before: str, behind: str, other: str) -> None:
    baseline = known([f"{before}{WORD}{behind}"])
    assert new(baseline, [f"{other}{WORD}{behind}"]) == 0
    assert new(baseline, [f"{before}{WORD}{other}"]) == 0


def test_another_place_is_another_finding() -> None:
    baseline = known(["渔港整治进展顺利坏各村按期完工大家满意"])
    assert new(baseline, ["今年秋天收成很好坏晚上还要开一个会呢"]) == 1
    assert new(known(["坏。"]), ["坏！"]) == 1, "too little beside it to tell that it is the same"
    assert new(known(["坏。"]), ["渔港整治进展顺利", "坏。"]) == 0


def test_what_was_mended_leaves_no_room_for_another() -> None:
    baseline = known(["渔港整治进展顺利坏各村按期完工大家满意", "收成很好坏"])
    assert new(baseline, ["渔港整治进展顺利了各村按期完工大家满意", "他们昨天下午说坏天气就要来到这里了"]) == 1


def test_the_words_behind_the_reach_do_not_count() -> None:
    far = "远" * (REACH + 1)
    baseline = known([f"甲{far}坏{far}乙"])
    assert new(baseline, [f"丙{far}坏{far}丁"]) == 0


def test_unneeded_entries_are_counted() -> None:
    lines = ["渔港整治进展顺利坏各村按期完工大家满意", "今年秋天收成很好坏晚上还要开一个会呢"]
    baseline = baseline_of([report(lines), report(lines[:1], "gone.txt")], ROOT)
    found = [baseline.apply(report(lines[1:]))]
    assert baseline.unneeded(found, complete=False) == {"a.txt": 1}
    assert baseline.unneeded(found, complete=True) == {"a.txt": 1, "gone.txt": 1}
    heir = baseline.apply(report(lines[:1], "new.txt"))
    assert baseline.unneeded([*found, heir], complete=True) == {"a.txt": 1}


@given(st.lists(st.tuples(st.sampled_from(["a.txt", "b/c.txt", "稿.txt"]), paragraphs()), unique_by=lambda one: one[0]))
def test_the_file_is_sorted_with_an_entry_a_line(files: list[tuple[str, list[str]]]) -> None:
    text = baseline_text(baseline_of([report(lines, path) for path, lines in files], ROOT))
    assert text == baseline_text(baseline_of([report(lines, path) for path, lines in reversed(files)], ROOT))
    count = sum(line.count(WORD) for _, lines in files for line in lines)
    assert (
        sum(line.strip().strip('",').isalnum() and len(line.strip().strip('",')) == 16 for line in text.split("\n"))
        == count
    )


def test_a_thousand_entries_that_differ_on_one_side_take_no_time() -> None:
    """Nothing here is compared with everything else."""
    lines = [f"渔港整治进展顺利坏{number:06}" for number in range(20_000)]
    other = [f"渔港整治进展顺利坏{number:06}" for number in range(20_000, 40_000)]
    assert new(known(lines), other) == 0
