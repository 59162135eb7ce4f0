"""Wrong characters told by the tables of official prose: what a user sees, what is mended, and what is left alone."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")

from speechlint.config.schema import Config, Words
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source
from tests.document.unlikely_cases import RIGHT, WRONG

FAMILY = Linter(Config(select=("typo",)))


def source(text: str, filename: str = "draft.txt") -> Source:
    return format_for(filename).reparse(Source("", filename), text)


def found(text: str, filename: str = "draft.txt", linter: Linter = FAMILY) -> tuple[Diagnostic, ...]:
    return linter.check(source(text, filename)).kept


def told(text: str, filename: str = "draft.txt", linter: Linter = FAMILY) -> list[tuple[str, Severity, str]]:
    return [(each.rule, each.severity, each.span.of(text)) for each in found(text, filename, linter)]


def test_a_finding_shows_its_evidence() -> None:
    [finding] = found("各渔村要防范化解重大风脸，守住底线。")
    assert finding.rule == "typo/unlikely-character"
    assert finding.message == "“重大风脸”疑为“重大风险”：“脸”应为“险”"
    assert finding.notes[0].startswith("官方文稿的统计中，“重大风险”约有 ")
    assert finding.fix is not None
    assert (finding.fix.title, finding.fix.applicability) == ("改为“险”", Applicability.UNSAFE)


def test_its_english_twin_says_the_same() -> None:
    [finding] = found("各渔村要防范化解重大风脸，守住底线。", linter=Linter(Config(select=("typo",), lang="en")))
    assert finding.message == "“重大风脸” is likely meant for “重大风险”: “险” instead of “脸”"


@pytest.mark.parametrize("text", WRONG)
def test_unsafe_fixes_mend(text: str) -> None:
    before, _, rest = text.partition("⟦")
    change, _, after = rest.partition("⟧")
    wrong, _, right = change.partition("→")
    draft = source(before + wrong + after)
    assert fix_source(FAMILY, draft, Applicability.UNSAFE).source.text == before + right + after
    assert fix_source(FAMILY, draft, Applicability.SAFE).source.text == draft.text


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes(text: str) -> None:
    assert told(text) == []


CHARACTER = "typo/unlikely-character"
CASES = [
    ("draft.txt", "老船长说：“要防范化解重大风脸。”", [(CHARACTER, Severity.WARNING, "脸")]),
    ("draft.txt", "印发《防范化解重大风脸工作方案》。", [(CHARACTER, Severity.WARNING, "脸")]),
    ("draft.md", "各渔村要**防范**化解重大风脸，守住底线。", [(CHARACTER, Severity.ERROR, "脸")]),
    ("draft.md", "```\n各渔村要防范化解重大风脸，守住底线。\n```\n", []),
    (
        "draft.txt",
        "要防范化解重大风脸，完善应急预按。",
        [(CHARACTER, Severity.ERROR, "脸"), (CHARACTER, Severity.ERROR, "按")],
    ),
    ("draft.txt", "要持续优化营商环竟。", [("typo/confusable-word", Severity.ERROR, "环竟")]),
    ("draft.txt", "法国客商皮埃尔·风脸到访。", []),
    ("draft.txt", "风脸", []),
]


@pytest.mark.parametrize(("filename", "text", "expected"), CASES)
def test_levels_and_neighbours(filename: str, text: str, expected: list[tuple[str, Severity, str]]) -> None:
    assert told(text, filename) == expected


def test_an_allowed_word_is_never_reported() -> None:
    linter = Linter(Config(select=("typo",), words=Words(allow=("风脸",))))
    assert told("各渔村要防范化解重大风脸，守住底线。", linter=linter) == []


def test_what_a_draft_repeats_is_its_own_word() -> None:
    line = "渔港的风脸画派传了五代，风脸画派的徒弟遍布沿海。\n"
    assert told(line * 5) == []
