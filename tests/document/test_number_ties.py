"""What holds to the numbers of a list, so that it is not counted anew: with every rule on, the draft stays as it is."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.source import Source

LINTER = Linter(Config())
HELD = [
    ("我讲四点意见。\n一、修堤护岸\n二、清淤疏渠\n四、值班守夜", "前面说“四点意见”（第1行）"),
    ("我講四點意見。\n一、修堤護岸\n二、清淤疏渠\n四、值班守夜", "前面说“四點意見”（第1行）"),
    ("我讲五点意见。\n一、修堤护岸\n二、清淤疏渠\n五、值班守夜", "前面说“五点意见”（第1行）"),
    ("我讲五点意见。\n一、修堤护岸\n二、清淤疏渠\n四、值班守夜\n五、物资储备", "前面说“五点意见”（第1行）"),
    ("汛前要做到四个到位：一是人员到位；二是物资到位；四是预案到位。", "前面说“四个到位”（第1行）"),
    ("一、修堤护岸\n值班表见第五部分。\n二、清淤疏渠\n三、巡查值守\n五、物资储备\n料要备足。", "第2行的“第五部分”"),
    ("（一）修堤护岸\n（二）清淤疏渠\n（四）值班守夜\n（五）物资储备\n上述（四）（五）两项由水利站负责。", "第5行的“"),
    ("一、修堤护岸\n石料的数目见四、。\n二、清淤疏渠\n四、物资储备", "第2行的“见四、”"),
    (
        "水利总结\n目录\n一、修堤护岸\n二、清淤疏渠\n四、值班守夜\n\n一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n"
        "四、值班守夜\n夜里有人。",
        "目录也写“四、值班守夜”（第5行）",
    ),
]
FREE = [
    (
        "我讲三点意见。\n一、修堤护岸\n二、清淤疏渠\n四、值班守夜",
        "我讲三点意见。\n一、修堤护岸\n二、清淤疏渠\n三、值班守夜",
    ),
    (
        "一、修堤护岸\n石料的数目见第二部分。\n二、清淤疏渠\n四、值守",
        "一、修堤护岸\n石料的数目见第二部分。\n二、清淤疏渠\n三、值守",
    ),
    (
        "目录\n一、修堤护岸\n二、清淤疏渠\n三、值班守夜\n\n一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n四、值班守夜\n夜里有人。",
        "目录\n一、修堤护岸\n二、清淤疏渠\n三、值班守夜\n\n一、修堤护岸\n堤要修牢。\n二、清淤疏渠\n渠要清净。\n三、值班守夜\n夜里有人。",
    ),
]


@pytest.mark.parametrize(("text", "note"), HELD)
def test_a_list_that_is_held_keeps_its_numbers(text: str, note: str) -> None:
    assert fix_source(LINTER, Source(text), Applicability.UNSAFE).source.text == text
    (finding,) = (one for one in LINTER.check(Source(text)).kept if one.rule.startswith("numbering/"))
    assert finding.fix is None
    assert len(finding.suggestions) == 1
    assert finding.notes[0].startswith(note)


@pytest.mark.parametrize(("text", "right"), FREE)
def test_a_list_that_nothing_holds_is_counted_anew(text: str, right: str) -> None:
    assert fix_source(LINTER, Source(text), Applicability.UNSAFE).source.text == right
