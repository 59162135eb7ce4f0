"""What holds for every text: drafts put together at random from pieces that rules react to."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.config.schema import Config
from speechlint.engine.fix import ROUNDS, fix_many, fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability, apply_edits
from speechlint.formats.source import Source
from speechlint.lexicon.radicals import unified
from speechlint.plugins.manager import catalogue
from speechlint.testing import read_marks

NEWLINES = ["\n", "\r\n", "\r", "\n\n", "\n　　"]
MARKS = list("，。：；“”《》（）、,.:()[]{}<>*_#×○□Xx0123456789年月日市县 　\t\u200b\ufeff\ufffd\U00020bb7")
WORDS = [
    "同志们",
    "会议",
    "某",
    "书记",
    "全县",
    "工会",
    "下载",
    "会员",
    "1、",
    "2、",
    "3、",
    "一、",
    "强调，",
    "篇一：",
    "目录：",
]


@cache
def pieces() -> list[str]:
    """The examples of all rules, without their marks, and what may stand between them."""
    examples = [read_marks(example.marked)[0] for rule in catalogue().rules for example in rule.INVALID]
    examples += [example.text for rule in catalogue().rules for example in rule.VALID]
    return sorted({*examples, *NEWLINES, *MARKS, *WORDS})


DRAFTS = st.deferred(lambda: st.lists(st.sampled_from(pieces()), max_size=14).map("".join))
LEVELS = st.sampled_from([Applicability.SAFE, Applicability.UNSAFE])


@cache
def linter() -> Linter:
    return Linter(Config())


@settings(max_examples=300, deadline=None)
@given(DRAFTS)
def test_findings_lie_in_the_text_and_come_in_order(text: str) -> None:
    report = linter().check(Source(text))
    assert report.failures == ()
    for diagnostic in report.kept:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        for fix in (*((diagnostic.fix,) if diagnostic.fix else ()), *diagnostic.suggestions):
            assert fix.edits[-1].span.end <= len(text)
            assert apply_edits(text, fix.edits) != text, f"{diagnostic.rule}: a fix that changes nothing"
    assert [d.sort_key for d in report.kept] == sorted(d.sort_key for d in report.kept)
    assert linter().check(Source(text)) == report


@settings(max_examples=40, deadline=None)
@given(st.lists(DRAFTS, max_size=5))
def test_many_drafts_at_once_are_checked_as_each_alone(texts: list[str]) -> None:
    sources = [Source(text) for text in texts]
    reports = linter().check_many(sources)
    assert reports == [linter().check(source) for source in sources]
    mended = fix_many(linter(), reports, Applicability.UNSAFE)
    assert mended == [fix_source(linter(), source, Applicability.UNSAFE) for source in sources]


@settings(max_examples=300, deadline=None)
@given(DRAFTS, LEVELS)
def test_fixing_comes_to_rest_and_stays_there(text: str, level: Applicability) -> None:
    outcome = fix_source(linter(), Source(text), level)
    assert outcome.unsettled == (), text
    again = fix_source(linter(), outcome.source, level)
    assert (again.source.text, again.applied) == (outcome.source.text, ())


@settings(max_examples=150, deadline=None)
@given(DRAFTS, st.randoms(use_true_random=False))
def test_the_outcome_of_fixing_does_not_depend_on_the_order_of_rules(text: str, order) -> None:  # type: ignore[no-untyped-def]
    shuffled = Linter(Config())
    active = list(shuffled.active)
    order.shuffle(active)
    shuffled.active = tuple(active)
    assert fix_source(shuffled, Source(text), Applicability.UNSAFE).source.text == (
        fix_source(linter(), Source(text), Applicability.UNSAFE).source.text
    )


@settings(max_examples=150, deadline=None)
@given(DRAFTS)
def test_safe_fixes_bring_no_new_error(text: str) -> None:
    def errors(source: Source) -> Counter[str]:
        return Counter(found.rule for found in linter().check(source).kept if found.severity.word == "error")

    outcome = fix_source(linter(), Source(text), Applicability.SAFE)
    # An error of another rule is new, though one less is left. A word with something unseen inside, or a radical, is
    # read when that is mended.
    new = errors(outcome.source) - (errors(Source(text)) | errors(Source(readable(text))))
    assert not new, (text, outcome.source.text, new)


def readable(text: str) -> str:
    """The text with the characters that its radicals stand for, and nothing between them that nobody sees."""
    plain = (unified(character) or character for character in text)
    return "".join(one for one in plain if one in "\n\r\t" or unicodedata.category(one) not in ("Cc", "Cf"))


def test_rounds_are_bounded() -> None:
    assert ROUNDS == 10
