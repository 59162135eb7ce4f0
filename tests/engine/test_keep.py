"""The small steps over many findings, held against what each says, asked of every finding alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechlint.engine.keep import SHORT, drop_inferred, drop_inside, merge, sort_findings
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.report import Suppressed
from speechlint.text.span import Span

ROWS = st.lists(
    st.tuples(
        st.sampled_from(("number/e", "typo/c", "typo/d", "watermark/a")),
        st.integers(0, 40),
        st.integers(0, 14),
        st.sampled_from("甲乙"),
    )
)


@given(ROWS)
def test_findings_are_kept_as_one_by_one(rows: list[tuple[str, int, int, str]]) -> None:
    found = [Diagnostic(rule, Span(at, at + size), said, Severity.ERROR) for rule, at, size, said in rows]
    ordered = sort_findings(found)
    assert [each.sort_key for each in ordered] == sorted({each.sort_key for each in found})

    areas = [each.span for each in ordered if each.rule == "watermark/a"]
    dropped: list[Suppressed] = []
    kept = drop_inside(ordered, areas, "residue", dropped, ("typo/c",))
    merged = merge(areas)
    inside = [each for each in ordered if each.rule != "typo/c" and any(area.covers(each.span) for area in merged)]
    assert [each for each, _ in dropped] == inside
    assert kept == [each for each in ordered if each not in inside]

    dropped = []
    kept = drop_inferred(ordered, {"typo/c"}, dropped)
    known = merge(
        Span(max(0, each.span.start - wide), each.span.end + wide)
        for each in ordered
        if each.rule != "typo/c" and each.span.end - each.span.start <= SHORT
        for wide in [each.rule == "watermark/a"]
    )
    guesses = [each for each in ordered if each.rule == "typo/c"]
    gone = [each for each in guesses if any(a < each.span.end and each.span.start < b for a, b in known)]
    assert [each for each, _ in dropped] == gone
    assert kept == [each for each in ordered if each not in gone]
