"""Announced counts: what is reported of every kind of them, what is said about it, and how it is mended."""

from __future__ import annotations

from collections import Counter

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source
from speechlint.testing import read_marks
from speechlint.text.span import Span
from tests.checks.announced_counts import CASES, Case

RULE = Config(select=("numbering/announced-count",))


def findings(text: str, config: Config = RULE) -> list[Diagnostic]:
    return list(Linter(config).check_text(text, "draft.txt").kept)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.verdict}-{i}" for i, case in enumerate(CASES)])
def test_cases(case: Case) -> None:
    text, wanted = read_marks(case.marked)
    assert tuple(finding.span for finding in findings(text)) == wanted


@pytest.mark.parametrize("case", [case for case in CASES if "⟦" in case.marked], ids=lambda case: case.marked[:20])
def test_a_corrected_count_is_the_end_of_it(case: Case) -> None:
    text, (wanted,) = read_marks(case.marked)
    outcome = fix_source(Linter(RULE), Source(text), Applicability.UNSAFE)
    assert not outcome.report.kept
    assert outcome.source.text[: wanted.start] == text[: wanted.start]
    assert outcome.source.text.endswith(text[wanted.end :])


def test_the_table_holds_enough_of_every_kind() -> None:
    kinds = Counter(case.verdict for case in CASES)
    assert len(CASES) >= 120
    assert kinds["mismatch"] >= 20
    assert min(kinds.values()) >= 5


MESSAGES = [
    (
        "下面讲三点意见。\n\n一、把课排到下班后\n课表要贴到车间。\n二、把老师请来\n老师要熟手艺。",
        "这里说“三点意见”，后面列了两项：一、把课排到下班后（第3行），二、把老师请来（第5行）；应改为“两点意见”，或补上缺的条目",
        Severity.ERROR,
    ),
    (
        "果园有两大优势：一是土层厚，二是日照足，三是离公路近。",
        "这里说“两大优势”，后面列了三项：一是土层厚，二是日照足，三是离公路近（第1行）；应改为“三大优势”，或删并多的条目",
        Severity.WARNING,
    ),
    (
        "一、船要检\n二、网要补\n三、油要足\n以上四点，请各船照办。",
        "这里说“四点”，前面列了三项：一、船要检（第1行），二、网要补（第2行），三、油要足（第3行）；应改为“三点”，或补上缺的条目",
        Severity.ERROR,
    ),
    (
        "做到“三个不”：不迟到、不早退、不缺课、不喧哗。",
        "这里说“三个不”，列出的是四项：不迟到，不早退，不缺课，不喧哗（第1行）；应改为“四个不”，或删并多的条目",
        Severity.WARNING,
    ),
]


@pytest.mark.parametrize(("text", "message", "severity"), MESSAGES, ids=[text[:12] for text, _, _ in MESSAGES])
def test_the_message_shows_the_evidence(text: str, message: str, severity: Severity) -> None:
    (finding,) = findings(text)
    assert finding.message == message
    assert finding.severity is severity


def test_the_message_has_an_english_twin() -> None:
    (finding,) = findings("要抓住两点：一是快，二是稳，三是省。", Config(select=RULE.select, lang="en"))
    assert finding.message == (
        "“两点” is announced, but the list behind it has 3: 一是快, 二是稳, 三是省 (line 1); write “三点”, or "
        "take out what is too many"
    )


def test_many_items_are_not_all_named() -> None:
    items = "，".join(f"{n}是修第{n}渠" for n in "一二三四五六七八九十")
    (finding,) = findings(f"要办好十一件事：{items}。大家加油。")
    assert "七是修第七渠，八是修第八渠，……，十是修第十渠（第1行）" in finding.message


NUMERALS = [
    ("讲3点：一是快，二是稳。好。", "讲2点：一是快，二是稳。好。"),
    ("讲３点：一是快，二是稳。好。", "讲２点：一是快，二是稳。好。"),
    ("讲三点：一是快，二是稳。好。", "讲两点：一是快，二是稳。好。"),
    ("講三點：一是快，二是穩。好。", "講兩點：一是快，二是穩。好。"),
    ("講兩點：一是快，二是穩，三是省。", "講三點：一是快，二是穩，三是省。"),
    ("一举两得：一是快，二是稳，三是省。", "一举三得：一是快，二是稳，三是省。"),
]


@pytest.mark.parametrize(("text", "mended"), NUMERALS)
def test_the_count_keeps_its_way_of_writing(text: str, mended: str) -> None:
    assert fix_source(Linter(RULE), Source(text), Applicability.UNSAFE).source.text == mended


def test_a_hundred_counts_in_one_line_are_each_judged_by_their_own_list() -> None:
    text = "要抓住三点：一是快，二是稳。" * 100
    spans = [finding.span for finding in findings(text)]
    assert spans == [Span(3 + 14 * n, 5 + 14 * n) for n in range(100)]
