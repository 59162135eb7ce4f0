"""The score of a document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from speechlint.corpus.quality import quality
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.text.span import Span

FAMILIES = ("typo", "placeholder", "truncation", "watermark", "spacing")
FOUND = st.builds(
    Diagnostic,
    rule=st.sampled_from([f"{family}/x" for family in FAMILIES]),
    span=st.just(Span(0, 1)),
    message=st.just(""),
    severity=st.sampled_from(Severity),
)


def found(family: str, severity: Severity) -> Diagnostic:
    return Diagnostic(f"{family}/x", Span(0, 1), "", severity)


def test_examples() -> None:
    error, warning, hint = (found("typo", severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT))
    assert quality(0, []) == 0.0
    assert quality(800, []) == 1.0
    assert quality(1000, [error]) == round(1 / 1.3, 4)
    assert quality(1000, [warning]) == round(1 / 1.1, 4)
    assert quality(1000, [hint]) == round(1 / 1.01, 4)
    assert quality(1000, [found("placeholder", Severity.ERROR)]) == round(1 / 1.6, 4)
    assert quality(20, [error]) == quality(500, [error]) == round(1 / 1.6, 4)
    assert quality(100_000, [found("truncation", Severity.ERROR)]) < 0.5


@given(st.integers(0, 10**7), st.lists(FOUND, max_size=30), FOUND)
def test_it_is_bounded_and_never_raised_by_a_finding(
    characters: int, findings: list[Diagnostic], more: Diagnostic
) -> None:
    before, after = quality(characters, findings), quality(characters, [*findings, more])
    assert 0 <= after <= before <= 1


@given(st.integers(500, 10**6), st.lists(FOUND, max_size=30))
def test_a_text_written_twice_has_the_same_score(characters: int, findings: list[Diagnostic]) -> None:
    assert quality(2 * characters, findings * 2) == quality(characters, findings)
