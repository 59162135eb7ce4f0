"""Marks that come in pairs, and marks in the wrong place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from speechlint.config.schema import Config
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for

NAMES = ("unbalanced-pair", "nesting", "period-at-quote", "mark-position", "mixed-width-pair")
RULES = tuple(f"punctuation/{name}" for name in NAMES)
LONG = "沿河各村的排水沟已经清到了底，淤泥装车运走，护坡上补种的柳条也"


def linter(preset: str = "gongwen") -> Linter:
    return Linter(Config(preset=preset, select=RULES))  # type: ignore[arg-type]


def seen(text: str, preset: str = "gongwen", filename: str = "draft.txt") -> list[tuple[str, str]]:
    report = linter(preset).check_text(text, filename)
    assert report.failures == ()
    return [(found.rule.partition("/")[2], found.span.of(text)) for found in report.kept]


def mended(text: str) -> str:
    source = format_for("draft.txt").read(text.encode(), "draft.txt", None)
    return fix_source(linter(), source, Applicability.UNSAFE).source.text


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("开展“送农技活动，村村都去。", [("unbalanced-pair", "“")], None),
        ("形成管水护林”双路径。", [("unbalanced-pair", "”")], None),
        ("按《水渠管护办法执行。", [("unbalanced-pair", "《")], None),
        ("老周（组长先说，老吴补充。", [("unbalanced-pair", "（")], None),
        ("水到渠成】是老话。", [("unbalanced-pair", "】")], None),
        ("「守好海堤，人人有責。", [("unbalanced-pair", "「")], None),
        ("评“护渠能手“十名。", [("unbalanced-pair", "“")], "评“护渠能手”十名。"),
        ("评”护渠能手”十名。", [("unbalanced-pair", "”")], "评“护渠能手”十名。"),
        ("评‘护渠能手‘十名。", [("unbalanced-pair", "‘")], "评‘护渠能手’十名。"),
        ("老周(组长(也到会。", [("unbalanced-pair", "(")], "老周（组长）也到会。"),
        ("《渠志《和《水经》", [("unbalanced-pair", "《")], "《渠志》和《水经》"),
        ("村长说：“先查泵，夜里有人守。", [("unbalanced-pair", "“")], "村长说：“先查泵，夜里有人守。”"),
        (f"{LONG}“都\n活了，乡里请人看过。", [("unbalanced-pair", "“")], None),
        ("“甲。\n“乙。\n丙。", [("unbalanced-pair", "“")], None),
        ("他说：“老周讲“先查泵”。”", [("nesting", "“先查泵”")], "他说：“老周讲‘先查泵’。”"),
        ("《关于《办法》的说明》", [("nesting", "《办法》")], "《关于〈办法〉的说明》"),
        ("《关于修改<渠水办法>的决定》", [("nesting", "<渠水办法>")], "《关于修改〈渠水办法〉的决定》"),
        ("他说：“渠要修，水要管。”。", [("period-at-quote", "。”。")], "他说：“渠要修，水要管。”"),
        ("他要“管好每一滴水。”。", [("period-at-quote", "。”。")], "他要“管好每一滴水”。"),
        ("会议要求“管好每一滴水。”", [("period-at-quote", "。”")], "会议要求“管好每一滴水”。"),
        ("要做到“管好每一滴水。”", [("period-at-quote", "。”")], "要做到“管好每一滴水”。"),
        ("渠修好了\n，水也来了。", [("mark-position", "，")], "渠修好了，水也来了。"),
        ("印发《\r\n渠志》以后", [("mark-position", "《")], "印发《渠志》以后"),
        ("印发《渠志>以后", [("mixed-width-pair", ">")], "印发《渠志》以后"),
        ("老周（组长)到会", [("mixed-width-pair", ")")], "老周（组长）到会"),
        ("“好渠〞和“好水\"", [("mixed-width-pair", "〞"), ("mixed-width-pair", '"')], "“好渠”和“好水”"),
    ],
)  # fmt: skip
def test_found_and_mended(text: str, found: list[tuple[str, str]], right: str | None) -> None:
    assert seen(text) == found
    assert mended(text) == (text if right is None else right)
    if right is not None:
        assert seen(right) == []


@pytest.mark.parametrize(
    "text",
    [
        "“送农技”活动、《渠志》（第二版）、【公告】、〔2024〕3号、「守『好』」。",
        f"{LONG}“都\n活了”，乡里请人看过。",
        "信上说：\n“渠修好了。\n“水也来了。\n“你们放心。”",
        "信上说：\n\n　　“渠修好了。\n\n　　“水也来了。”",
        "办法改为：“有下列情形的，补水一次：\n（一）渠断了的；\n（二）泵坏了的。\n“两样都有的，补水两次。”",
        "他写道：“渠修好了。\n　　水也来了。”",
        "（2018年3月1日第一次会议通过\n2020年5月1日第二次会议修正）",
        "1）修渠；2）引水\na)甲，b)乙\n一）丙\n①）丁",
        "西安Xi’an，I’m，’90年代，管径5”，5’30”",
        "笑了:) 哭了:( 眨眼;-)",
        "“他说：‘老周讲“好”字’。”",
        "他说：“渠要修。”大家同意。“水呢？”他问。",
        "口号是：“好渠好水”。",
        "老话说：“水到渠成”，一点不错。",
        "“渠修好了。”",
        "“……”他没有说话。",
        "区间[0,1)和(0,1]都行。",
        "》》返回首页《《",
        "The hall (built in 1984, see p. 3) stands.\n1) it is old",
        "让渠水流得更远\n——在会上的讲话\n……\n“好！”",
        "渠修好了。\n\n，水也来了。",
        "《\n\n渠头村志\n\n》出版了。",
        "‘守好’“海堤”〈卷一〉",
    ],
)  # fmt: skip
@pytest.mark.parametrize("preset", ["gongwen", "zh-hant"])
def test_left_alone(text: str, preset: str) -> None:
    assert seen(text, preset) == []


def test_quiet_stretches_are_no_part_of_a_pair() -> None:
    assert seen("渠（见`f(“x`）和“`)`”", filename="draft.md") == []


def test_a_layout_is_a_hint() -> None:
    report = linter().check_text("渠\n，水\n，人\n，树\n，都好。")
    assert [found.severity.word for found in report.kept] == ["hint"] * 4


@settings(max_examples=300, deadline=None)
@given(st.text("中好a1 “”‘’（）()《》〈〉<>「」〝〞\"',，。.:：!?！？;；—-…\n\r\t　[]", max_size=40))
def test_any_marks_are_read_and_fixes_settle(text: str) -> None:
    whole = Linter(Config(select=("punctuation",)))
    assert whole.check_text(text).failures == ()
    source = format_for("draft.txt").read(text.encode(), "draft.txt", None)
    assert fix_source(linter(), source, Applicability.UNSAFE).unsettled == ()
