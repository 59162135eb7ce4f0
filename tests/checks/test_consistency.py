"""What contradicts itself within one draft: whole outputs, levels, both scripts, and what must stay silent."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Diagnostic

FAMILY = Config(select=("consistency",))
FORM = Config(preset="template")


def findings(text: str, config: Config = FAMILY) -> list[Diagnostic]:
    return list(Linter(config).check_text(text, "draft.txt").kept)


def seen(text: str, config: Config = FAMILY) -> list[tuple[str, str, str]]:
    return [
        (finding.rule.partition("/")[2], finding.severity.word, finding.span.of(text))
        for finding in findings(text, config)
    ]


HALF_MASKED = """\
在X市渔业工作会议上的讲话
同志们：
刚才，XX书记和林汉生市长看望了X镇、蓬沙镇的船工，县渔业局局长周海明作了汇报。
习近平总书记指出，要经略海洋。我们要学习雷锋同志，弘扬延安精神。
定海区、普陀区总工会带头，另外像嵊泗、岱山也组建得好。在舟务工的船工，都领到了补贴。
舟山日报作了报道，林汉生又作了批示。全国总工会主席方大海同志发来贺信。
"""


def test_a_half_masked_draft() -> None:
    assert seen(HALF_MASKED) == [
        ("leaked-name", "error", "林汉生"),
        ("leaked-place", "warning", "蓬沙镇"),
        ("leaked-name", "warning", "周海明"),
        ("leaked-place", "warning", "定海区"),
        ("leaked-place", "warning", "普陀区"),
        ("leaked-place", "warning", "嵊泗"),
        ("leaked-place", "warning", "岱山"),
        ("leaked-place", "warning", "舟山"),
        ("leaked-name", "warning", "林汉生"),
    ]


def test_leaks_have_no_fix_of_their_own() -> None:
    assert all(finding.fix is None and not finding.suggestions for finding in findings(HALF_MASKED))


def test_the_same_text_with_everything_named_is_silent() -> None:
    named = HALF_MASKED.replace("XX书记", "陈书记").replace("X市", "舟山市").replace("X镇", "六横镇")
    assert seen(named) == []


def test_a_form_is_meant_to_have_masks() -> None:
    assert not any(rule.startswith("leaked") for rule, _, _ in seen(HALF_MASKED, FORM))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("X縣、X鎮的漁工：請××市長和陳國梁主席講話，定海區也派了人。", ["陳國梁", "定海區"]),
        ("X市、X县：来甬务工的船工，在甬企业的职工。X镇也有。", ["甬", "甬"]),
        ("X市、X县、X镇：我和周海明、林汉生等人上了船。", ["周海明", "林汉生"]),
        ("X市、X县、X镇：阿不都·热合曼州长到会。", ["阿不都·热合曼"]),
        (
            "X省、X市、X县：浙南地区台风多，宁波市、舟山市都停了航，宁波的船也回了港。",
            ["浙南", "宁波市", "舟山市", "宁波"],
        ),
        ("X集团、X公司、X厂：郭永强总经理和XX董事长讲话。", ["郭永强"]),
    ],
)
def test_leaks(text: str, wanted: list[str]) -> None:
    assert [words for _, _, words in seen(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "X市、X县、X镇的代表赴上海、深圳、苏州招商，学习昆山市、义乌市的经验。",
        "X市、X县、X镇：党员同志、各位来宾、车间主任、公安局长、高级工程师、双方代表都到了。",
        "X市、X县、X镇：遵义会议、延安精神、枫桥经验、北京冬奥会、上海合作组织、厦门大学。",
        "X市、X县、X镇：毛泽东同志、邓小平同志、周恩来同志，孔繁森同志，蔡元培先生说过。",
        "X市、X县、X镇：加强组织领导，成立由书记任组长的小组，主任要安排部署，局长须亲自过问。",
        "X市、X县、X镇：通过西安排查，上海量增加，大连续三年，适应城市发展，现任县长讲话。",
        "X市、X县、X镇、全镇、各镇、中心镇、示范村、X村、行政村。",
        "设X为自变量，Y为因变量，X轴向右。鼓楼区的王建国主任来讲课，X光机也到了。",
        "20xx年X月，第X届X次会议，增长X%，舟山市周海明书记到会。",
        "王某某、李某某、赵某某盗采海砂一案，由定海区人民法院审判长周海明宣判。",
        "定海区、普陀区的渔船，周海明书记和林汉生市长都看了。",
        "",
    ],
)
def test_what_leaks_nothing(text: str) -> None:
    assert seen(text) == []


CONTRADICTIONS = """\
在2025年渔业工作会议上的讲话
同志们：
今天，我们召开2024年渔业工作会议，总结20xx年工作情况和2025年工作安排。
全县渔业系统现有渔船320艘。市总要牵头，市总工会各部门要配合，各县（市、区）渔业局要报数，各区（县、市）要汇总。
周海明主任讲得好。全总、省总来了人，按全总省总的要求办。报告写道，全县渔业系统现有渔船302艘。
登记船员X人，登记船员XX人。散会以前，请大家再听周海鸣主任讲一讲。
“三船一港”是老提法，“三船一港”不能丢，“三船一岗”没听说过。
"""


def test_a_draft_that_contradicts_itself() -> None:
    assert seen(CONTRADICTIONS) == [
        ("title-body-mismatch", "warning", "2024年"),
        ("year-mask-mix", "warning", "2025"),
        ("org-variant", "hint", "市总"),
        ("term-variant", "warning", "区（县、市）"),
        ("term-variant", "warning", "全总省总"),
        ("number-conflict", "warning", "302"),
        ("number-placeholder-scale", "hint", "XX"),
        ("name-variant", "warning", "周海鸣"),
        ("quoted-variant", "warning", "三船一岗"),
    ]


def test_the_positions_hold_with_other_line_ends() -> None:
    text = HALF_MASKED.replace("\n", "\r\n")
    assert [words for _, _, words in seen(text)] == [words for _, _, words in seen(HALF_MASKED)]


def test_a_page_mark_in_a_list_of_names() -> None:
    text = "X市、X县、X镇：我和越松、周海明一\n13、起出海。"
    assert seen(text) == [("leaked-name", "warning", "越松"), ("leaked-name", "warning", "周海明")]


def test_a_masked_title_is_enough() -> None:
    text = "××县渔港工作总结\n　　今年，××县修堤三处，水库管理员周大海连续守夜，赴青岛、烟台考察。\n"
    assert seen(text) == [("leaked-name", "warning", "周大海")]
    assert seen(text.replace("××县渔港", "渔港")) == []


def test_places_that_were_only_visited() -> None:
    text = "X市、X县、X镇的船工谈了在青岛、在宁波参观的感受，从河南洛阳、浙江象山学来了办法。"
    assert seen(text) == []
