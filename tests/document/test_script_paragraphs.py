"""The script of each paragraph, above all in drafts of both scripts: what may stand, and that mending changes nothing."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.document.script import ScriptName
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from tests.document.draft import Draft

HANT, HANS, MIXED, UNKNOWN = ScriptName.HANT, ScriptName.HANS, ScriptName.MIXED, ScriptName.UNKNOWN
TRADITIONAL = "漁港的發展離不開漁民的團結，各級幹部要為漁民辦實事。\n"
SIMPLIFIED = "渔港的发展离不开渔民的团结，各级干部要为渔民办实事。\n"
ASIDE = "请看那边，潮水退了。\n"  # few characters of it decide
TORN = "请看那邊，潮水退了。\n"
SCRIPT = Linter(Config(select=("script",)))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (SIMPLIFIED + ASIDE, HANS),
        (TRADITIONAL + ASIDE, HANT),
        (TRADITIONAL + TORN, HANT),
        (SIMPLIFIED + TRADITIONAL + ASIDE, UNKNOWN),
        (TRADITIONAL + SIMPLIFIED + ASIDE, HANS),
        (TRADITIONAL + SIMPLIFIED + ASIDE + TRADITIONAL, UNKNOWN),
        (TRADITIONAL + SIMPLIFIED + ASIDE + SIMPLIFIED, HANS),
        (SIMPLIFIED + TRADITIONAL + TORN + TRADITIONAL, HANT),
        (TRADITIONAL + ASIDE * 4, UNKNOWN),  # together they are in the other script
        (TRADITIONAL + ASIDE * 4 + TORN, UNKNOWN),
    ],
)
def test_the_script_of_a_paragraph_that_says_little(text: str, side: ScriptName) -> None:
    document = Draft(text)
    words = TORN if TORN in text else ASIDE
    assert document.script_sides.at(text.rindex(words[:2])) is side


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", UNKNOWN),
        (SIMPLIFIED * 9 + ASIDE, HANS),
        (TRADITIONAL + ASIDE, HANT),
        (SIMPLIFIED * 9 + TRADITIONAL, MIXED),
        (TRADITIONAL + ASIDE * 4, MIXED),
    ],
)
def test_a_draft_of_both_scripts_has_none_as_a_whole(text: str, whole: ScriptName) -> None:
    assert Draft(text).script_sides.whole is whole


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        # A quoted speech in the other script, with a slip of each kind.
        (
            SIMPLIFIED
            + "我们要把码头建設好，让渔民满意。\n"
            + SIMPLIFIED
            + TRADITIONAL * 2
            + "漁會的規劃为鄉親們帶來實惠，請大家審議。\n",
            SIMPLIFIED
            + "我们要把码头建设好，让渔民满意。\n"
            + SIMPLIFIED
            + TRADITIONAL * 2
            + "漁會的規劃為鄉親們帶來實惠，請大家審議。\n",
        ),
        # 規范 and 提昇 have fewer deciding characters when they are mended.
        (
            "產量提升了，規劃也明确，渔业的规範、账目和码头都办起来了。\n" * 2 + TRADITIONAL + ASIDE,
            "产量提升了，规划也明确，渔业的规范、账目和码头都办起来了。\n" * 2 + TRADITIONAL + ASIDE,
        ),
        # Titles in one script beside words in the other.
        (
            TRADITIONAL + "報上登了《关于渔港建设的意见》，大家都學習了，還討論過。\n" + SIMPLIFIED,
            TRADITIONAL + "報上登了《关于渔港建设的意见》，大家都學習了，還討論過。\n" + SIMPLIFIED,
        ),
    ],
)
def test_each_paragraph_is_mended_towards_its_own_script(text: str, mended: str) -> None:
    outcome = fix_source(SCRIPT, Source(text), Applicability.SAFE)
    assert outcome.source.text == mended
    assert [Draft(text).script_sides.of_paragraph(i) for i in range(len(Draft(text).paragraphs))] == [
        Draft(mended).script_sides.of_paragraph(i) for i in range(len(Draft(text).paragraphs))
    ]
    again = fix_source(SCRIPT, outcome.source, Applicability.SAFE)
    assert (again.source.text, again.applied) == (mended, ())


def test_a_mended_paragraph_decides_nothing_for_others() -> None:
    """Before it was mended neither script led in the whole; the short lines are in simplified characters throughout."""
    first = "漁會對渔港的規劃作了部署，這几项工程已经開工，會務、賬目、碼頭都要查清楚。\n"
    rest = "渔会的会议\n各队的队长天天在堤上走，哪里有漏，就堵上。\n那边的船开走了，家里人都来看。\n"
    text = first + rest
    before = SCRIPT.check(Source(text)).kept
    outcome = fix_source(SCRIPT, Source(text), Applicability.SAFE)
    assert before and outcome.applied
    assert outcome.source.text.endswith(rest)
    assert not [found for found in outcome.report.kept if found.span.start > len(first)]
